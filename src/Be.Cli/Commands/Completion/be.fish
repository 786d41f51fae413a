# Completion of be for fish. Once: be completion fish > ~/.config/fish/completions/be.fish
complete -c be -a '(be "[suggest:"(commandline -C)"]" (commandline) 2>/dev/null)'
