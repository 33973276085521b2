# bash driver RUN CARRY FOLDER RESUMES: the script, until its first command that fails. Names of this begin with warroom_.
# With RESUMES it goes on with all that the run in CARRY had, where else with its folder and exported variables.
warroom_run=$1
warroom_nothing=
# What it was given is no command of what later steps read.
{
    printf ': <<\\WARROOM_GIVEN\n'
    export -p
    printf 'WARROOM_GIVEN\n'
} >"$warroom_run/after"
if [ -s "$2/after" ]; then
    warroom_id=$WARROOM_RUN
    . "$2/after"
    [ -z "$4" ] || [ ! -s "$2/inside" ] || . "$2/inside"
    WARROOM_RUN=$warroom_id WARROOM_RUN_FOLDER=$warroom_run/
fi
if [ -e "$warroom_run/environment" ]; then
    . "$warroom_run/environment"
    rm -f "$warroom_run/environment"
fi
[ -z "$3" ] || cd "$3" || exit 126
set --

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
    if [ "$2" = 1 ] && [[ $1 =~ ^(0 )*1$ || ! -o pipefail && $1 =~ (^| )1$ ]]; then
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

warroom_ended() {
    local warroom_code=$1 warroom_options=$-
    trap - ERR EXIT
    set +eEu
    if [ "$warroom_code" = 1 ] && [ -n "$warroom_nothing" ] && [ ! -s "$warroom_run/failed" ]; then
        warroom_code=0
    fi
    { export -p; printf 'cd -- %q\n' "$PWD"; } 2>/dev/null >>"$warroom_run/after"
    [ ! -s "$warroom_run/failed" ] || warroom_inside 2>/dev/null >"$warroom_run/inside"
    exit "$warroom_code"
}

trap 'warroom_failed "${PIPESTATUS[*]}" $? "$LINENO" "$BASH_COMMAND"' ERR
trap 'warroom_ended $?' EXIT
set -eE
. "$warroom_run/script"
