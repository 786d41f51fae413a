# Completion of be for bash. In ~/.bashrc: source <(be completion bash)
_be() {
  local IFS=$'\n'
  COMPREPLY=($(compgen -W "$("$1" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _be be
