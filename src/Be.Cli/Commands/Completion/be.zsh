#compdef be
# Completion of be for zsh. In ~/.zshrc, after compinit: source <(be completion zsh)
_be() {
  local line="${(j: :)words[1,CURRENT-1]} $PREFIX"
  local -a suggestions
  suggestions=(${(f)"$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)"})
  compadd -a suggestions || _files
}
compdef _be be
