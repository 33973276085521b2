# Read by a bash that has begun before its step has, while another one still runs: it waits for the line that its keeper
# would read, and does what the keeper would do. Where that is no step for it, it ends, and the keeper runs the step.
warroom_keeper=$2 warroom_shell=$3
if [ -n "$5" ]; then LC_ALL=$4; else unset LC_ALL; fi

warroom_begin() {
    local wr_id wr_shell wr_folder wr_fixed wr_carry wr_interactive wr_stream wr_resumes wr_driver wr_as wr_most wr_limit wr_grace wr_umask wr_now wr_rest
    . "$warroom_run/order" || exit
    [ "$wr_driver$wr_as$wr_interactive" = bash ] && [ "$wr_shell" = "$warroom_shell" ] || exit
    read -r wr_now wr_rest </proc/uptime
    # Whoever makes this file decides: the run begins, or it never does.
    set -C
    printf '%s\n' "$warroom_keeper" "$$" "$wr_now" >"$warroom_run/pid" || exit
    set +C
    [ ! -e "$warroom_run/never" ] || exit
    [ -z "$wr_stream" ] || printf '' >"$warroom_run/stream"
    printf '%s\n' "${warroom_run##*/} $wr_limit $wr_grace $wr_most" >&7
    umask "$wr_umask"
    exec >>"$warroom_run/output" 2>&1 5>&- 7>&- 8<&-
    # shellcheck disable=SC2088
    case $wr_folder in
        '') wr_folder=${HOME:-/} ;;
        '~') wr_folder=$HOME ;;
        '~/'*) wr_folder=$HOME/${wr_folder#'~/'} ;;
    esac
    cd "$wr_folder" || exit 126
    export WARROOM_RUN=$wr_id WARROOM_RUN_FOLDER=$warroom_run/
    warroom_carry=${wr_carry:+${warroom_run%/*}/$wr_carry} warroom_folder=$wr_fixed warroom_resumes=$wr_resumes
}

read -r warroom_run <&8 || exit
printf '%s\n' "$warroom_run" >&5
warroom_run=${warroom_programs%/*}/${warroom_run%% *}
warroom_begin
