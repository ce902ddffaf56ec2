# Names of fields, parted by commas; each once. Behind those of times go the spans that are given.
_intercom_fields() {
  local token name span
  local -a fields
  _intercom_fields_of "$about"
  if [[ $value == *,* ]]; then lead+=${value%,*}, value=${value##*,}; fi
  for token in ${fields[@]+"${fields[@]}"}; do
    name=${token%%:*}
    name=${name%.}
    if [[ ${token#*:} == ?-* || ,${lead#*=} == *",$name,"* ]]; then continue; fi
    _intercom_offer "$name"
    if [[ $token == *:d && $value == "$name":* ]]; then
      for span in "$@"; do _intercom_offer "$name:$span"; done
    fi
  done
  compopt -o nospace 2>/dev/null
}

# A field to sort by, after - for descending.
_intercom_sort() {
  local token
  local -a fields
  _intercom_fields_of "${path%% *}"
  if [[ $value == -* ]]; then lead+=- value=${value#-}; fi
  for token in ${fields[@]+"${fields[@]}"}; do
    [[ ${token%%=*} == */ || $token == *:.* || $token == *.:* ]] || _intercom_offer "${token%%:*}"
  done
}

# An expression goes on within its quotes, which are begun where there are none.
_intercom_expression() {
  local stem one first= before
  local -a fields offers
  if [[ -z $quote ]]; then
    [[ $value == *[!A-Za-z0-9_.]* ]] && return 0
    lead+="'"
    compopt -o nospace 2>/dev/null
  fi
  _intercom_fields_of "${path%% *}"
  _intercom_where "$value"
  before=$lead${value%"$stem"}
  # To list what differs in its first letter, the last words are enough; readline cannot put them
  # into the line then.
  if [[ ${COMP_TYPE-} == 63 && -z $stem ]]; then
    for one in ${offers[@]+"${offers[@]}"}; do
      first=${first:-${one:0:1}}
      if [[ $one != "$first"* ]]; then before= prefix=; break; fi
    done
  fi
  for one in ${offers[@]+"${offers[@]}"}; do
    one=$before$one
    COMPREPLY[${#COMPREPLY[@]}]=${one#"$prefix"}
  done
}
