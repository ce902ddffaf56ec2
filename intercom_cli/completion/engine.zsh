#compdef @PROGRAMS@
# Completion for intercom in zsh: a file called _intercom in $fpath, or to be sourced.
# Made from the commands themselves by: intercom completion zsh
# It starts no program: all it knows is below, and in workspaces.txt beside config.toml.

@TABLE@

_intercom() {
  local curcontext=$curcontext name place= helping= about=
  local -a names specs
  integer at=2
  _intercom_look ''
  # Commands are taken out of the line, so that options before and after them are seen as one.
  while (( at < CURRENT )); do
    name=$words[at]
    if [[ $name == ${~_intercom_valued} ]]; then
      (( at += 2 ))
    elif [[ $name == -?* && $name != -- ]]; then
      (( at += 1 ))
    elif (( $#names )); then
      _intercom_enter || return 1
      words[at]=()
      (( CURRENT -= 1 ))
    else
      break
    fi
  done
  if (( $#names )); then
    specs+=('1: :_intercom_names')
  fi
  (( $#specs )) || specs=(': :')
  _arguments -s -S : $specs
}

# Go to a command, or to a verb of the one already named.
_intercom_enter() {
  if [[ -z $place && -z $helping && $name == help ]]; then
    helping=1 specs=() names=($_intercom_help)
    return 0
  fi
  [[ -n $place ]] || _intercom_rename
  place=${place:+$place }$name
  _intercom_look $place || return 1
  [[ -z $helping ]] || specs=()
}

_intercom_names() {
  _describe -t commands command names
}

# KEY=@FILE reads a file.
_intercom_pair() {
  if compset -P '*=@'; then
    _files
  else
    _message KEY=VALUE
  fi
}

# Names of fields, parted by commas; each once. Behind those of times go the spans that are known.
_intercom_fields() {
  local token name
  local -a fields found expl
  _intercom_fields_of $about
  compset -P '*,'
  for token in $fields; do
    name=${${token%%:*}%.}
    [[ ${token#*:} == ?-* || ,$IPREFIX == *[,=]$name,* ]] || found+=($name)
    [[ $token != *:d || $PREFIX != $name:* ]] || found+=($name:$^_intercom_spans)
  done
  _wanted fields expl field compadd -qS , -a found
}

_intercom_groups() {
  local -a _intercom_spans=(@SPANS@)
  _intercom_fields
}

# A field to sort by, after - for descending.
_intercom_sort() {
  local token
  local -a fields found expl
  _intercom_fields_of ${place%% *}
  compset -P -
  for token in $fields; do
    [[ ${token%%\=*} == */ || $token == *:.* || $token == *.:* ]] || found+=(${token%%:*})
  done
  _wanted fields expl field compadd -a found
}

# An expression goes on within its quotes, which are begun where it is not begun otherwise.
_intercom_expression() {
  local stem text=$PREFIX
  local -a fields offers expl begun
  if [[ -z $compstate[quoting]$IPREFIX && $PREFIX != *[^A-Za-z0-9_.]* ]]; then
    begun=(-Q -P "'")
  fi
  _intercom_fields_of ${place%% *}
  [[ -n $compstate[quoting] ]] || text=${(Q)PREFIX}
  _intercom_where "$text"
  compset -p $(( $#PREFIX - $#stem ))
  _wanted expressions expl expression compadd -S '' $begun -a offers
}

# Names of connected workspaces; a line with anything but harmless characters is passed over.
_intercom_workspaces() {
  local home=${HOME:-~} file line
  local -a found expl
  if [[ -n ${INTERCOM_CONFIG_DIR-} ]]; then
    file=$INTERCOM_CONFIG_DIR
    if [[ $file == (\~|\~/*) ]]; then file=$home${file#?}; fi
  elif [[ $OSTYPE == (msys|cygwin)* ]]; then
    file=${LOCALAPPDATA-}/intercom-cli
  elif [[ ${XDG_CONFIG_HOME-} == /* ]]; then
    file=$XDG_CONFIG_HOME/intercom-cli
  elif [[ $OSTYPE == darwin* ]]; then
    file="$home/Library/Application Support/intercom-cli"
  else
    file=$home/.config/intercom-cli
  fi
  file+=/workspaces.txt
  [[ -f $file && -r $file ]] || return 1
  for line in ${(f)"$(<$file)"}; do
    [[ $line == -* || $line == *[^A-Za-z0-9._@-]* ]] || found+=($line)
  done
  _wanted workspaces expl workspace compadd -a found
}

if [[ $funcstack[1] == _intercom ]]; then
  _intercom "$@"
else
  if (( ! $+functions[compdef] )); then
    autoload -Uz compinit && compinit -i
  fi
  compdef _intercom @PROGRAMS@
fi
