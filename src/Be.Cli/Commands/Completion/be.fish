# Completion of be for fish. Once: be completion fish > ~/.config/fish/completions/be.fish
function __be_complete
  set -l line (commandline --current-process --cut-at-cursor)
  be "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null | string match --regex '.+'
  or __fish_complete_path (commandline --current-token --cut-at-cursor)
end
complete -c be -f -a '(__be_complete)'
