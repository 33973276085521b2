# What the bash driver needs once a command has failed: whether that was a search, where it was, and what the script has set.

# A search that finds nothing is no failure. What counts is the last command of a pipeline.
warroom_searches() {
    local command=$1 word
    case $command in
        *=\$\(*\))
            command=${command#*=\$\(}
            command=${command##* | }
            command=${command%\)}
            ;;
    esac
    for word in $command; do
        case ${word##*/} in
            sudo | command | time | *=*) ;;
            grep | egrep | fgrep | zgrep | pgrep | diff) return 0 ;;
            *) return 1 ;;
        esac
    done
    return 1
}

# warroom_failed STATUSES CODE LINE COMMAND
warroom_failed() {
    local IFS=$' \t\n' warroom_i warroom_line=$3 warroom_noglob=
    # An older bash does not read such patterns where they are used.
    local warroom_alone='^(0 )*1$' warroom_last='(^| )1$'
    if [ "$2" = 1 ] && [[ $1 =~ $warroom_alone || ! -o pipefail && $1 =~ $warroom_last ]]; then
        [[ -o noglob ]] && warroom_noglob=1
        set -f
        if warroom_searches "$4"; then
            [ -n "$warroom_noglob" ] || set +f
            set +e
            warroom_nothing=1
            [ "$BASH_SUBSHELL" != 0 ] || printf '(nothing found: %s)\n' "$4" >&2
            return
        fi
    fi
    if [ "$BASH_SUBSHELL" = 0 ]; then
        # The line of the script itself, wherever that led.
        for ((warroom_i = ${#BASH_SOURCE[@]} - 1; warroom_i > 0; warroom_i--)); do
            if [ "${BASH_SOURCE[warroom_i]}" = "$warroom_run/script" ]; then
                [ "$warroom_i" = 1 ] || warroom_line=${BASH_LINENO[warroom_i - 1]}
                break
            fi
        done
        umask 077
        printf '%s\n' "$warroom_line $2" "$4" 2>/dev/null >"$warroom_run/failed"
    fi
    exit "$2"
}

# What a script that ends in its midst has set, so that it can be gone on with.
warroom_inside() {
    local warroom_name warroom_shown warroom_flags
    for warroom_name in $(compgen -v); do
        case $warroom_name in
            BASH* | warroom_* | DIRSTACK | EUID | FUNCNAME | GROUPS | LINENO | PIPESTATUS | PPID | SHELLOPTS | UID | _) continue ;;
            COMP_WORDBREAKS | HOSTNAME | HOSTTYPE | MACHTYPE | OPTERR | OPTIND | OSTYPE | PWD | OLDPWD | RANDOM | SECONDS) continue ;;
            EPOCH* | SRANDOM | SHLVL | WARROOM_RUN* | IFS) continue ;;
            *) ;;
        esac
        warroom_shown=$(declare -p "$warroom_name" 2>/dev/null)
        warroom_flags=${warroom_shown#declare -}
        warroom_flags=${warroom_flags%% *}
        case $warroom_flags in
            '' | *r*) ;;
            *) printf '%s\n' "$warroom_shown" ;;
        esac
    done
    declare -f
    [[ ! -o pipefail ]] || echo 'set -o pipefail'
    case $warroom_options in *u*) echo 'set -u' ;; *) ;; esac
}
