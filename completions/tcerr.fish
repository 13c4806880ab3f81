# Completion of the command tcerr for fish: the command itself knows what there is.

function __tcerr_complete
    set -l words (commandline -opc)
    set -l command $words[1]
    set -e words[1]
    set -l candidates ($command --complete $words (commandline -ct) 2>/dev/null)
    if test "$candidates" = ":files"
        __fish_complete_path (commandline -ct)
    else if test (count $candidates) -gt 0
        printf '%s\n' $candidates
    end
end

complete -c tcerr -f -a '(__tcerr_complete)'
