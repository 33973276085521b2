# Read by a bash that has begun before its step has, while another one still runs: it waits for the line that its keeper
# would read, and does what the keeper would do. Where that is no step for it, it ends, and the keeper runs the step.
warroom_keeper=$2 warroom_shell=$3

warroom_begin() {
    local id shell folder fixed carry interactive stream resumes driver as most limit grace umask now rest
    . "$warroom_run/order" || exit
    [ "$driver$as$interactive" = bash ] && [ "$shell" = "$warroom_shell" ] || exit
    read -r now rest </proc/uptime
    # Whoever makes this file decides: the run begins, or it never does.
    set -C
    printf '%s\n' "$warroom_keeper" "$$" "$now" >"$warroom_run/pid" || exit
    set +C
    [ ! -e "$warroom_run/never" ] || exit
    [ -z "$stream" ] || printf '' >"$warroom_run/stream"
    printf '%s\n' "${warroom_run##*/} $limit $grace $most" >&7
    umask "$umask"
    exec >>"$warroom_run/output" 2>&1 5>&- 7>&- 8<&-
    # shellcheck disable=SC2088
    case $folder in
        '') folder=${HOME:-/} ;;
        '~') folder=$HOME ;;
        '~/'*) folder=$HOME/${folder#'~/'} ;;
    esac
    cd "$folder" || exit 126
    export WARROOM_RUN=$id WARROOM_RUN_FOLDER=$warroom_run/
    warroom_carry=${carry:+${warroom_run%/*}/$carry} warroom_folder=$fixed warroom_resumes=$resumes
}

read -r warroom_run <&8 || exit
printf '%s\n' "$warroom_run" >&5
warroom_run=${warroom_programs%/*}/${warroom_run%% *}
warroom_begin
