# Completion for intercom in bash 3.2 and later, with or without bash-completion.
# Made from the commands themselves by: intercom completion bash
# It starts no program: all it knows is below, and in workspaces.txt beside config.toml.
#
# An option is written  [+]FLAG[,FLAG...][=VALUE]  and a word a command takes  [+]VALUE, where +
# marks what may be repeated, and VALUE is the choices a|b, or . for anything, or what kind it is.

_intercom_shared_0='-o,--output=table|json|ndjson|csv|tsv|yaml|ids --fields=. --jq=. -r,--raw -n,--dry-run -y,--yes --no-validate -w,--workspace=@workspace --api-version=. --timeout=. --max-wait=. -q,--quiet -v,--verbose --debug --no-input --color=auto|always|never -h,--help'
_intercom_shared_1='-o,--output=table|json|ndjson|csv|tsv|yaml|ids --fields=. --jq=. -r,--raw -w,--workspace=@workspace --api-version=. --timeout=. --max-wait=. -q,--quiet -v,--verbose --debug --no-input --color=auto|always|never -h,--help'
_intercom_shared_2='-q,--quiet -v,--verbose --debug --no-input --color=auto|always|never -h,--help'
_intercom_shared_3='-o,--output=table|json|ndjson|csv|tsv|yaml|ids --fields=. --jq=. -r,--raw -q,--quiet -v,--verbose --debug --no-input --color=auto|always|never -h,--help'
_intercom_shared_4='-n,--dry-run -y,--yes --no-validate -w,--workspace=@workspace --api-version=. --timeout=. --max-wait=. -q,--quiet -v,--verbose --debug --no-input --color=auto|always|never -h,--help'
_intercom_shared_5='-n,--dry-run -y,--yes --no-validate -q,--quiet -v,--verbose --debug --no-input --color=auto|always|never -h,--help'
_intercom_help='admins companies completion config connect contacts data-attributes disconnect doctor request sandbox segments status tags version workspaces connect environment exit-codes output query'

# Say what can follow a command.
_intercom_look() {
  names= slots=
  case $1 in
    '') names='admins companies completion config connect contacts data-attributes disconnect doctor request sandbox segments status tags version workspaces help' options="-V,--version $_intercom_shared_0" ;;
    'admins') names='list get' options="$_intercom_shared_0" ;;
    'admins list') options="--where=. --limit=. --all $_intercom_shared_1" ;;
    'admins get') options="$_intercom_shared_1" slots='+.' ;;
    'companies') names='list get create update delete contacts segments notes attach detach note tag untag' options="$_intercom_shared_0" ;;
    'companies list') options="--where=. --limit=. --all $_intercom_shared_1" ;;
    'companies get') options="$_intercom_shared_1" slots='+.' ;;
    'companies create') options="--company-id=. --name=. --plan=. --size=. --website=. --industry=. --monthly-spend=. --remote-created-at=. --update-last-request-at,--no-update-last-request-at +--set=@pair --data=@file $_intercom_shared_0" ;;
    'companies update') options="--name=. --plan=. --size=. --website=. --industry=. --monthly-spend=. +--set=@pair --data=@file $_intercom_shared_0" slots='.' ;;
    'companies delete') options="$_intercom_shared_0" slots='.' ;;
    'companies contacts') options="--limit=. --all $_intercom_shared_1" slots='.' ;;
    'companies segments') options="--limit=. --all $_intercom_shared_1" slots='.' ;;
    'companies notes') options="--limit=. --all $_intercom_shared_1" slots='.' ;;
    'companies attach') options="$_intercom_shared_0" slots='. .' ;;
    'companies detach') options="$_intercom_shared_0" slots='. .' ;;
    'companies note') options="--admin=. $_intercom_shared_0" slots='. .' ;;
    'companies tag') options="--create $_intercom_shared_0" slots='. .' ;;
    'companies untag') options="$_intercom_shared_0" slots='. .' ;;
    'completion') options="$_intercom_shared_2" slots='bash|zsh|fish|powershell' ;;
    'config') names='list get set unset path' options="$_intercom_shared_0" ;;
    'config list') options="$_intercom_shared_3" ;;
    'config get') options="$_intercom_shared_2" slots='workspace|output|api_version|timeout|max_wait|color|no_input|region|base_url|client_id|redirect_uri' ;;
    'config set') options="$_intercom_shared_2" slots='workspace|output|api_version|timeout|max_wait|color|no_input|region|base_url|client_id|redirect_uri .' ;;
    'config unset') options="$_intercom_shared_2" slots='workspace|output|api_version|timeout|max_wait|color|no_input|region|base_url|client_id|redirect_uri' ;;
    'config path') options="$_intercom_shared_2" ;;
    'connect') options="--sandbox --oauth --token-stdin --token-file=@file --name=. --region=us|eu|au --store=keyring|file --read-only --client-id=. --client-secret-stdin --redirect-uri=. --no-browser --paste --timeout=. --cert=@file --key=@file $_intercom_shared_2" ;;
    'contacts') names='list get search create update delete count archive unarchive block merge upsert companies tags notes segments subscriptions attach detach tag untag note subscribe unsubscribe' options="$_intercom_shared_0" ;;
    'contacts list') options="--where=. --sort=. --limit=. --all $_intercom_shared_1" ;;
    'contacts get') options="$_intercom_shared_1" slots='+.' ;;
    'contacts search') options="--where=. --sort=. --limit=. --all $_intercom_shared_1" ;;
    'contacts create') options="--role=. --email=. --external-id=. --name=. --phone=. --avatar=. --owner-id=. --signed-up-at=. --last-seen-at=. --email-verified,--no-email-verified --unsubscribed-from-emails,--no-unsubscribed-from-emails +--set=@pair --data=@file $_intercom_shared_0" ;;
    'contacts update') options="--role=. --email=. --external-id=. --name=. --phone=. --avatar=. --owner-id=. --signed-up-at=. --last-seen-at=. --email-verified,--no-email-verified --unsubscribed-from-emails,--no-unsubscribed-from-emails +--set=@pair --data=@file $_intercom_shared_0" slots='.' ;;
    'contacts delete') options="$_intercom_shared_0" slots='.' ;;
    'contacts count') options="--where=. $_intercom_shared_1" ;;
    'contacts archive') options="$_intercom_shared_0" slots='.' ;;
    'contacts unarchive') options="$_intercom_shared_0" slots='.' ;;
    'contacts block') options="$_intercom_shared_0" slots='.' ;;
    'contacts merge') options="--into=. --skip-duplicate-validation $_intercom_shared_0" slots='.' ;;
    'contacts upsert') options="--unarchive --role=. --email=. --external-id=. --name=. --phone=. --avatar=. --owner-id=. --signed-up-at=. --last-seen-at=. --email-verified,--no-email-verified --unsubscribed-from-emails,--no-unsubscribed-from-emails +--set=@pair --data=@file $_intercom_shared_0" ;;
    'contacts companies') options="--limit=. --all $_intercom_shared_1" slots='.' ;;
    'contacts tags') options="--limit=. --all $_intercom_shared_1" slots='.' ;;
    'contacts notes') options="--limit=. --all $_intercom_shared_1" slots='.' ;;
    'contacts segments') options="--limit=. --all $_intercom_shared_1" slots='.' ;;
    'contacts subscriptions') options="--limit=. --all $_intercom_shared_1" slots='.' ;;
    'contacts attach') options="$_intercom_shared_0" slots='. .' ;;
    'contacts detach') options="$_intercom_shared_0" slots='. .' ;;
    'contacts tag') options="--create $_intercom_shared_0" slots='. .' ;;
    'contacts untag') options="$_intercom_shared_0" slots='. .' ;;
    'contacts note') options="--admin=. $_intercom_shared_0" slots='. .' ;;
    'contacts subscribe') options="$_intercom_shared_0" slots='. .' ;;
    'contacts unsubscribe') options="$_intercom_shared_0" slots='. .' ;;
    'data-attributes') names='list get create update delete' options="$_intercom_shared_0" ;;
    'data-attributes list') options="--model=contact|company --archived --limit=. --all $_intercom_shared_1" ;;
    'data-attributes get') options="--model=contact|company $_intercom_shared_1" slots='.' ;;
    'data-attributes create') options="--name=. --model=contact|company --type=string|integer|float|boolean|date|datetime|options +--option=. --description=. $_intercom_shared_0" ;;
    'data-attributes update') options="--description=. --archived,--no-archived --messenger-writable,--no-messenger-writable +--set=@pair --data=@file $_intercom_shared_0" slots='.' ;;
    'data-attributes delete') options="$_intercom_shared_0" slots='.' ;;
    'disconnect') options="--uninstall-app $_intercom_shared_4" slots='@workspace' ;;
    'doctor') options="--network $_intercom_shared_1" ;;
    'request') options="+-f,--field=@pair +-F,--typed-field=@pair --input=@file +-H,--header=. -i,--include --limit=. --all --curl $_intercom_shared_0" slots='GET|POST|PUT|PATCH|DELETE . +@pair' ;;
    'sandbox') names='serve seed reset' options="$_intercom_shared_0" ;;
    'sandbox serve') options="--port=. --host=. --db=@file --seed=. --contacts=. --latency=. --rate-limit=. --token=. +--fault=. --expiring-tokens=. +--redirect-uri=. --cert=@file --key=@file $_intercom_shared_2" ;;
    'sandbox seed') options="--seed=. --contacts=. --db=@file $_intercom_shared_5" ;;
    'sandbox reset') options="--db=@file $_intercom_shared_5" ;;
    'segments') names='list get' options="$_intercom_shared_0" ;;
    'segments list') options="--count --limit=. --all $_intercom_shared_1" ;;
    'segments get') options="$_intercom_shared_1" slots='+.' ;;
    'status') options="--check $_intercom_shared_1" ;;
    'tags') names='list get create delete' options="$_intercom_shared_0" ;;
    'tags list') options="--where=. --limit=. --all $_intercom_shared_1" ;;
    'tags get') options="$_intercom_shared_1" slots='+.' ;;
    'tags create') options="--name=. --id=. +--set=@pair --data=@file $_intercom_shared_0" ;;
    'tags delete') options="$_intercom_shared_0" slots='.' ;;
    'version') options="$_intercom_shared_3" ;;
    'workspaces') names='list use rename show' options="$_intercom_shared_0" ;;
    'workspaces list') options="$_intercom_shared_3" ;;
    'workspaces use') options="$_intercom_shared_2" slots='@workspace' ;;
    'workspaces rename') options="$_intercom_shared_2" slots='@workspace .' ;;
    'workspaces show') options="$_intercom_shared_3" slots='@workspace' ;;
    *) return 1 ;;
  esac
}

# Names that are not offered, but mean a command.
_intercom_rename() {
  case $name in
    api) name=request ;;
    login) name=connect ;;
    logout) name=disconnect ;;
    whoami) name=status ;;
  esac
}

_intercom() {
  local names= options= slots= path= helping= waiting= closed= skipped= used=' ' place=0
  local whole= prefix= lead= value= quote= at=1 word
  local -a typed
  COMPREPLY=()
  _intercom_split
  _intercom_look ''
  while ((at < ${#typed[@]} - 1)); do
    word=${typed[at]}
    at=$((at + 1))
    _intercom_read "$word" || return 0
  done
  _intercom_answer
}

# Put together the words that bash cut at = : and @, up to the cursor. The last one is $whole;
# $prefix is the part of it that bash keeps as it is and does not want to see again.
_intercom_split() {
  local line=${COMP_LINE:0:COMP_POINT} index part glued last=
  typed=()
  for ((index = 0; index <= COMP_CWORD; index++)); do
    part=${COMP_WORDS[index]}
    glued=1
    while [[ $line == [[:space:]]* ]]; do line=${line#?} glued=; done
    if ((index == COMP_CWORD)); then
      [[ $line == "$part"* ]] || part=$line
      if [[ $part == [\"\']* ]]; then quote=1 part=${part#?}; fi
    fi
    line=${line#"$part"}
    if ((index)) && [[ $glued && ($part == [=:@]* || $last == *[=:@]) ]]; then
      prefix=$whole
      whole+=$part
      typed[${#typed[@]} - 1]=$whole
    else
      prefix= whole=$part
      typed[${#typed[@]}]=$part
    fi
    last=$part
  done
  if [[ $part && $part != *[!=:@]* && $COMP_WORDBREAKS == *"${part:0:1}"* ]]; then
    prefix=$whole
  fi
  # Before version 4 bash cuts the words otherwise, yet it too keeps what is before = and :.
  if ((BASH_VERSINFO[0] < 4)) && [[ -z $quote && $whole == *[=:]* ]]; then
    prefix=${whole%"${whole##*[=:]}"}
  fi
  # Readline takes an @ before a word as its first letter, for names of hosts.
  prefix=${prefix%@}
}

# Take in one word before the cursor; fails when it names nothing known.
_intercom_read() {
  if [[ $skipped ]]; then
    skipped=
  elif [[ $1 == *[\<\>]* && $1 != *[!0-9\<\>\&]* ]]; then
    skipped=1 # the file of a redirection follows
  elif [[ $waiting ]]; then
    waiting=
  elif [[ -z $closed && $1 == -- ]]; then
    closed=1
  elif [[ -z $closed && $1 == -?* ]]; then
    _intercom_option "$1"
  elif [[ $names ]]; then
    _intercom_enter "$1"
  else
    place=$((place + 1))
  fi
}

# Go to a command, or to a verb of the one already named.
_intercom_enter() {
  local name=$1
  if [[ -z $path && $name == help && -z $helping ]]; then
    helping=1 options= names=$_intercom_help
    return 0
  fi
  [[ $path ]] || _intercom_rename
  path=${path:+$path }$name
  _intercom_look "$path" || return 1
  if [[ $helping ]]; then options= slots=; fi
}

# Remember an option, or several single letters in one word, and whether a value is to follow.
_intercom_option() {
  local index
  case $1 in
    --*=*) _intercom_use "${1%%=*}"; waiting= ;;
    --*) _intercom_use "$1" ;;
    *)
      for ((index = 1; index < ${#1}; index++)); do
        _intercom_use "-${1:index:1}"
        if [[ $waiting ]]; then
          ((index + 1 < ${#1})) && waiting=
          break
        fi
      done
      ;;
  esac
  return 0
}

_intercom_use() {
  local token flags IFS=' '
  for token in $options; do
    flags=${token%%=*}
    case ,${flags#+}, in
      *",$1,"*)
        used+="$token "
        if [[ $token == *=* ]]; then waiting=${token#*=}; fi
        return 0
        ;;
    esac
  done
}

# Offer what can stand at the cursor.
_intercom_answer() {
  local IFS=' '
  value=$whole
  if [[ $skipped ]]; then
    _intercom_files -f
  elif [[ $waiting ]]; then
    _intercom_values "$waiting"
  elif [[ -z $closed && $whole == --*=* ]]; then
    _intercom_use "${whole%%=*}"
    lead=${whole%%=*}= value=${whole#*=}
    _intercom_values "$waiting"
  elif [[ -z $closed && $whole == -* ]]; then
    _intercom_options
  elif [[ $names ]]; then
    _intercom_offer $names
  else
    _intercom_word
  fi
}

# Offer the word at this place; where no more words are taken, the options.
_intercom_word() {
  local slot count=0 IFS=' '
  for slot in $slots; do
    if ((count == place)) || [[ $slot == +* ]]; then
      _intercom_values "${slot#+}"
      return 0
    fi
    count=$((count + 1))
  done
  if [[ -z $closed && -z $whole ]]; then _intercom_options; fi
}

_intercom_options() {
  local token flags IFS=' '
  for token in $options; do
    if [[ $token != +* && $used == *" $token "* ]]; then continue; fi
    flags=${token%%=*}
    flags=${flags#+}
    _intercom_offer ${flags//,/ }
  done
}

_intercom_values() {
  local IFS='|'
  case $1 in
    . | '') ;;
    @file) _intercom_files -f ;;
    @directory) _intercom_files -d ;;
    @workspace) _intercom_workspaces ;;
    @pair)
      case $value in
        *=@*)
          lead+=${value%%=@*}=@ value=${value#*=@}
          _intercom_files -f
          ;;
      esac
      ;;
    *) _intercom_offer $1 ;;
  esac
}

_intercom_offer() {
  local name
  for name in "$@"; do
    [[ $name == "$value"* ]] || continue
    name=$lead$name
    COMPREPLY[${#COMPREPLY[@]}]=${name#"$prefix"}
  done
}

# Readline quotes file names itself where it can be told that all of a word is one; bash 3.2 cannot
# be told. Otherwise they are quoted here, and within quotes only harmless ones are offered.
_intercom_files() {
  local name quoting=1
  if [[ $lead == "$prefix" ]] && compopt -o filenames 2>/dev/null; then quoting=; fi
  while IFS= read -r name; do
    if [[ $quoting ]]; then
      [[ -d $name ]] && name+=/
      if [[ $quote ]]; then
        [[ $name == *[!A-Za-z0-9._/@\ -]* ]] && continue
      else
        printf -v name %q "$name"
        if [[ $name == \\~* ]]; then name=${name#?}; fi
      fi
    fi
    name=$lead$name
    COMPREPLY[${#COMPREPLY[@]}]=${name#"$prefix"}
  done < <(compgen "$1" -- "${value//\\/}")
  if [[ $quoting && ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == */ ]]; then
    compopt -o nospace 2>/dev/null
  fi
}

# Names of connected workspaces; a line with anything but harmless characters is passed over.
_intercom_workspaces() {
  local name file LC_ALL=C
  _intercom_directory
  file+=/workspaces.txt
  [[ -f $file && -r $file ]] || return 0
  while IFS= read -r name || [[ $name ]]; do
    case $name in
      '' | -* | *[!A-Za-z0-9._@-]*) ;;
      *) _intercom_offer "$name" ;;
    esac
  done <"$file"
}

_intercom_directory() {
  local home=${HOME:-~}
  if [[ ${INTERCOM_CONFIG_DIR-} ]]; then
    file=$INTERCOM_CONFIG_DIR
    if [[ $file == \~ || $file == \~/* ]]; then file=$home${file#?}; fi
  elif [[ ${OSTYPE-} == msys* || ${OSTYPE-} == cygwin* ]]; then
    file=${LOCALAPPDATA-}/intercom-cli
  elif [[ ${XDG_CONFIG_HOME-} == /* ]]; then
    file=$XDG_CONFIG_HOME/intercom-cli
  elif [[ ${OSTYPE-} == darwin* ]]; then
    file="$home/Library/Application Support/intercom-cli"
  else
    file=$home/.config/intercom-cli
  fi
}

complete -F _intercom intercom intercom-cli
