# bash driver RUN CARRY FOLDER: the script, until its first command that fails. Names of this begin with warroom_.
warroom_run=$1
warroom_nothing=
export -p >"$warroom_run/before"
if [ -s "$2/after" ]; then
    warroom_id=$WARROOM_RUN
    . "$2/after"
    WARROOM_RUN=$warroom_id
fi
. "$warroom_run/environment"
rm -f "$warroom_run/environment"
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
    local IFS=$' \t\n' i line=$3 noglob=
    if [ "$2" = 1 ] && [[ $1 =~ ^(0 )*1$ || ! -o pipefail && $1 =~ (^| )1$ ]]; then
        [[ -o noglob ]] && noglob=1
        set -f
        if warroom_searches "$4"; then
            [ -n "$noglob" ] || set +f
            set +e
            warroom_nothing=1
            [ "$BASH_SUBSHELL" != 0 ] || printf '(nothing found: %s)\n' "$4" >&2
            return
        fi
    fi
    if [ "$BASH_SUBSHELL" = 0 ]; then
        # The line of the script itself, wherever that led.
        for ((i = ${#BASH_SOURCE[@]} - 1; i > 0; i--)); do
            if [ "${BASH_SOURCE[i]}" = "$warroom_run/script" ]; then
                [ "$i" = 1 ] || line=${BASH_LINENO[i - 1]}
                break
            fi
        done
        printf '%s\n' "$line $2" "$4" 2>/dev/null >"$warroom_run/failed"
    fi
    exit "$2"
}

warroom_ended() {
    local code=$1
    trap - ERR EXIT
    set +eEu
    if [ "$code" = 1 ] && [ -n "$warroom_nothing" ] && [ ! -s "$warroom_run/failed" ]; then
        code=0
    fi
    { export -p; printf 'cd -- %q\n' "$PWD"; } 2>/dev/null >"$warroom_run/after"
    exit "$code"
}

trap 'warroom_failed "${PIPESTATUS[*]}" $? "$LINENO" "$BASH_COMMAND"' ERR
trap 'warroom_ended $?' EXIT
set -eE
. "$warroom_run/script"
