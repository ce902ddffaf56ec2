# What can follow the beginning of an expression of --where, for bash and zsh. Its fields stand in
# $fields as  NAME:KIND[-][/][=VALUE|VALUE...]  where - marks what --fields and / what --sort lacks.
# Sets $offers to texts that go on from what is left of it when the last word, $stem, is taken away.
_intercom_where() {
  local state=field known= here= one turn
  offers=()
  _intercom_where_read "$1"
  stem=$here
  _intercom_where_next
  case $state:$here:$1 in
    after::*[\)\"\']) offers=("${offers[@]/#/ }") ;;
  esac
  # A word that alone is possible is offered with what can follow it: shells take a single answer
  # for the last one, and close the quotes.
  for turn in 1 2 3; do
    ((${#offers[@]} == 1)) || return 0
    one="${offers[*]}"
    case $state:$one in
      value:* | *:null) return 0 ;;
      field:*.) offers=("$one" "${one}NAME"); return 0 ;;
    esac
    _intercom_where_step "${one##* }"
    here= offers=()
    _intercom_where_next
    ((${#offers[@]})) || offers=('' VALUE)
    case $state in
      more | item) offers=("${offers[@]/#/$one}") ;;
      *) offers=("${offers[@]/#/$one }") ;;
    esac
  done
}

# Read pieces up to the last word, which may go on; within open quotes nothing is known.
_intercom_where_read() {
  local rest=$1 piece mark
  while :; do
    rest=${rest#"${rest%%[![:space:]]*}"}
    case $rest in
      '') return 0 ;;
      [\"\']*)
        mark=${rest:0:1} piece=${rest:1}
        if [[ $piece != *"$mark"* ]]; then state=; return 0; fi
        piece=$mark${piece%%"$mark"*}$mark
        ;;
      '!='* | '!~'* | '<='* | '>='*) piece=${rest:0:2} ;;
      [\(\),=\<\>~^\$]*) piece=${rest:0:1} ;;
      '!'*) state=; return 0 ;;
      *)
        piece=${rest%%[[:space:]=\<\>~^\$\!\(\),\"\']*}
        if [[ $piece == "$rest" ]]; then here=$rest; return 0; fi
        ;;
    esac
    rest=${rest#"$piece"}
    _intercom_where_step "$piece"
  done
}

# Take in one piece.
_intercom_where_step() {
  case $state:$1 in
    field:\( | field:[nN][oO][tT]) ;;
    field:*) known=${1//[\"\']/} state=sign ;;
    sign:[iI][nN] | not:[iI][nN]) state=open ;;
    sign:[bB]* | not:[bB]*) state=low ;;
    sign:[nN]*) state=not ;;
    sign:[iI][sS]) state=is ;;
    is:[nN][oO][tT]) state=null ;;
    open:\( | more:,) state=item ;;
    item:*) state=more ;;
    low:*) state=both ;;
    both:[aA][gG][oO] | after:[aA][gG][oO] | after:\)) ;;
    sign:* | both:*) state=value ;;
    after:*) state=field ;;
    *) state=after ;;
  esac
}

# Offer what can follow, where it begins with what is there of it.
_intercom_where_next() {
  local token kind=c values= signs= negated= usual= name
  for token in ${fields[@]+"${fields[@]}"}; do
    name=${token%%:*}
    if [[ $state == field ]]; then
      [[ ${token#*:} == .* ]] || _intercom_where_offer "$name"
    elif [[ $name == "$known" ]]; then
      kind=${token#*:} values=${kind#*=}
      [[ $kind == *=* ]] || values=
      kind=${kind:0:1}
    fi
  done
  _intercom_signs "$kind"
  case $state in
    sign) _intercom_where_each "$signs" ;;
    not) _intercom_where_each "$negated" ;;
    is) _intercom_where_each 'null not' ;;
    null) _intercom_where_each null ;;
    open) _intercom_where_each '(' ;;
    value | item | low) _intercom_where_each "${values:-$usual}" ;;
    more) _intercom_where_each ', )' ;;
    both) _intercom_where_each and ;;
    after) _intercom_where_each 'and or' ;;
  esac
}

_intercom_where_each() {
  local rest="${1//|/ } "
  while [[ $rest == *' '* ]]; do
    [[ $rest == ' ' ]] || _intercom_where_offer "${rest%% *}"
    rest=${rest#* }
  done
}

_intercom_where_offer() {
  if [[ $1 == "$here"* ]]; then offers+=("$1"); fi
}
