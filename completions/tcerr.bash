# Completion of the command tcerr for bash: the command itself knows what there is.

_tcerr() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    line=${line%%$'\t'*}
    if [ "$line" = ":files" ]; then
      compopt -o default 2>/dev/null
      return
    fi
    COMPREPLY+=("$line")
    # More follows a category or a service.
    case $line in *.) compopt -o nospace 2>/dev/null ;; esac
  done < <("${1/#\~/$HOME}" --complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}

complete -F _tcerr tcerr
