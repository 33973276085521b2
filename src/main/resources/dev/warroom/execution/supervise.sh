# sh supervise RUN: runs one step, whatever becomes of whoever started it.
# sh supervise "" APART...: runs those whose names come on 8, one after the other and each in a session of its own, which
# the command APART gives it, until nobody is left who could ask for one. A step costs no process then but its own. Where
# more is likely to follow, the name has a word behind it; then the next bash is started at once and waits for its step.
wr_programs=${0%/*}
wr_runs=${wr_programs%/*} wr_bell='' wr_watched='' wr_waits='' wr_follows='' wr_sequence='' wr_last=''

# A number is used again; with these it is known who had it.
myself() {
    wr_start=- wr_boot=-
    if [ -r /proc/self/stat ]; then
        read -r wr_stat </proc/$$/stat
        # shellcheck disable=SC2086
        set -- ${wr_stat##*) }
        wr_start=${20}
        read -r wr_boot </proc/sys/kernel/random/boot_id
    else
        # Whoever looks later may have another language, or live elsewhere.
        wr_start=$(LC_ALL=C TZ=UTC0 ps -o lstart= -p $$ | tr -s ' ' _)
    fi
}

# Bytes that are taken for the output of a step that runs longer than a second, beyond those that it has.
wr_room=262144

# Seconds on a clock that nobody sets back, where there is one.
now() {
    if [ -r /proc/uptime ]; then read -r wr_now wr_rest </proc/uptime; else wr_now=$(date +%s); fi
}

# Whoever has begun it waits for this, when it has ended and once before.
ring() {
    [ -z "$wr_bell" ] || printf '%s\n' "${wr_run##*/}" >&9
}

over() {
    read -r wr_code wr_rest 2>/dev/null <"$wr_run/exit" && [ -n "$wr_code" ]
}

# Whoever makes this file decides: the run begins, or it never does.
decided() {
    set -C
    if { printf '%s\n' "$$ $wr_start $wr_boot" >"$wr_run/pid"; } 2>/dev/null; then
        set +C
        [ ! -e "$wr_run/never" ]
    else
        set +C
        # Where the disk is full: it is there, empty.
        [ -s "$wr_run/pid" ] || printf '' >"$wr_run/never"
        return 1
    fi
}

# everybody SIGNAL: all in the group of the step but this and the watcher, which is $wr_self. Whether there is anybody.
everybody() {
    { read -r wr_each && read -r wr_group; } <"$wr_run/pid" || wr_group=$$
    wr_anybody=1
    if [ ! -r /proc/self/stat ]; then
        # shellcheck disable=SC2046
        set -- "$1" $(exec ps -A -o pid= -o ppid= -o pgid=)
        while [ $# -gt 3 ]; do
            # What the watcher starts itself, as that ps, is nobody.
            if [ "$4" = "$wr_group" ] && [ "$2" != $$ ] && [ "$2" != "$wr_self" ] && [ "$3" != "$wr_self" ]; then
                wr_anybody=0
                $wr_as kill -s "$1" "$2"
            fi
            wr_signal=$1
            shift 4
            set -- "$wr_signal" "$@"
        done
        return $wr_anybody
    fi
    for wr_each in /proc/[0-9]*; do
        read -r wr_stat 2>/dev/null <"$wr_each/stat" || continue
        # shellcheck disable=SC2086
        set -- "$1" ${wr_stat##*) }
        [ "$4" = "$wr_group" ] && [ "$2" != Z ] || continue
        case ${wr_each#/proc/} in
            "$$" | "$wr_self") ;;
            *)
                wr_anybody=0
                $wr_as kill -s "$1" "${wr_each#/proc/}"
                ;;
        esac
    done
    return $wr_anybody
}

# Rings, keeps the beginning and the end of an output that is too long, room for what is printed next when the disk gets
# full, and ends a step that takes too long.
watch() {
    trap '' TERM INT HUP QUIT PIPE
    if [ -r /proc/self/stat ]; then read -r wr_self wr_rest </proc/self/stat; else wr_self=$(exec sh -c 'echo $PPID'); fi
    [ -z "$wr_bell" ] || sleep 0.2 2>/dev/null || sleep 1
    over && return
    ring
    wr_half=$((wr_most / 2 / 4096 * 4096)) wr_end=$wr_half wr_seconds=0 wr_taken=0
    # Where what runs the step was killed, nobody writes down how it ended.
    while sleep 1 && ! over && { kill -0 $$ || everybody 0; }; do
        wr_seconds=$((wr_seconds + 1))
        if [ "$wr_limit" -gt 0 ] && [ $wr_seconds -ge "$wr_limit" ]; then
            printf '' >"$wr_run/late"
            everybody TERM
            sleep "$wr_grace"
            everybody KILL
            return
        fi
        wr_bytes=$(($(wc -c <"$wr_run/output")))
        if [ $((wr_bytes + wr_room / 2)) -gt $wr_taken ]; then
            wr_taken=$((wr_bytes + wr_room))
            fallocate -n -o $wr_bytes -l $wr_room "$wr_run/output"
        fi
        while [ $wr_half -gt 0 ] && [ $((wr_bytes - wr_half - wr_end)) -gt $((wr_half / 4)) ]; do
            wr_to=$(((wr_bytes - wr_half) / 4096 * 4096))
            # Before there is one, so that nobody reads it.
            printf '%s\n' "$wr_half $wr_to" >"$wr_run/hole"
            if ! fallocate -p -o $wr_end -l $((wr_to - wr_end)) "$wr_run/output"; then
                # There is no such thing here, and all of it stays.
                rm -f "$wr_run/hole"
                wr_half=0
                break
            fi
            wr_end=$wr_to
            sleep 0.1
            wr_bytes=$(($(wc -c <"$wr_run/output")))
        done
    done
}

# Watches one run after the other: most are over before it has looked. Without the ends of pipes that are not its own (a shell
# may keep a copy of what it closes for a function): it ends when nobody is left who could tell it of one.
watcher() {
    exec 5>&- 7>&- 8<&-
    while read -r wr_run wr_limit wr_grace wr_most wr_as <&6; do
        wr_run=$wr_runs/$wr_run
        over || watch
    done
}

# The watcher of a short run is there for the next one; a pipe to it costs no process.
attend() {
    if [ -z "$wr_watched" ] || ! kill -0 "$wr_watched"; then
        {
            exec 7>/proc/self/fd/6
            read -r wr_rest <&6
            watcher &
            wr_watched=$!
        } 6<<'RUNS'
runs
RUNS
    fi
}

watched() {
    if [ -z "$wr_bell" ]; then
        watch &
        wr_watched=$!
    else
        attend
        printf '%s\n' "${wr_run##*/} $wr_limit $wr_grace $wr_most $wr_as" >&7
    fi
}

unwatched() {
    kill -s KILL "$wr_watched"
    wr_watched=
}

environment() {
    if [ -e "$wr_run/environment" ]; then
        . "$wr_run/environment"
        rm -f "$wr_run/environment"
    fi
}

# What has no terminal is told so; what a shell would read first is not for it.
quiet() {
    TERM=dumb PAGER=cat GIT_PAGER=cat
    export TERM PAGER GIT_PAGER
    unset BASH_ENV ENV
}

# step APART...: becomes the step.
step() {
    if [ $# != 0 ]; then
        # It will be the first of its session and group. A shell asks for each byte of what it reads, and stat has hundreds.
        while read -r wr_word wr_self && [ "$wr_word" != Pid: ]; do :; done </proc/self/status
        printf '%s\n' "$wr_self" >>"$wr_run/pid"
    fi
    [ -z "$wr_as$wr_interactive" ] || printf '' >"$wr_run/given"
    umask "$wr_umask"
    # shellcheck disable=SC2088
    case $wr_folder in
        '') wr_folder=${HOME:-/} ;;
        '~') wr_folder=$HOME ;;
        '~/'*) wr_folder=$HOME/${wr_folder#'~/'} ;;
    esac
    WARROOM_RUN=$wr_id WARROOM_RUN_FOLDER=$wr_run/
    export WARROOM_RUN WARROOM_RUN_FOLDER
    if [ -z "$wr_interactive" ]; then quiet; else unset BASH_ENV ENV; fi
    cd "$wr_folder" 2>>"$wr_run/output" || exit 126
    if [ -n "$wr_interactive" ]; then
        printf '(it had a terminal: what was on its screen is not kept)\n' >>"$wr_run/output"
        [ -n "$wr_driver" ] || environment
        # shellcheck disable=SC2086
        case $wr_driver in
            ?*) exec ${wr_as:+$wr_as env WARROOM_RUN=$wr_id "WARROOM_RUN_FOLDER=$wr_run/"} $wr_shell "$wr_programs/$wr_driver" "$wr_run" "$wr_carry" "$wr_fixed" "$wr_resumes" yes ;;
            *) exec $wr_as $wr_shell "$wr_run/script" ;;
        esac
    fi
    exec >>"$wr_run/output" 2>&1 5>&- 7>&- 8<&- 9>&-
    if [ -z "$wr_driver" ]; then
        environment
        # shellcheck disable=SC2086
        exec "$@" $wr_as $wr_shell "$wr_run/script"
    else
        # shellcheck disable=SC2086
        exec "$@" ${wr_as:+$wr_as env WARROOM_RUN=$wr_id "WARROOM_RUN_FOLDER=$wr_run/" TERM=dumb PAGER=cat GIT_PAGER=cat} $wr_shell "$wr_programs/$wr_driver" "$wr_run" "$wr_carry" "$wr_fixed" "$wr_resumes" $wr_as
    fi
}

# run NAME APART...
run() {
    wr_run=$wr_runs/$1
    shift
    [ -r "$wr_run/order" ] || return
    . "$wr_run/order"
    [ -n "$wr_interactive$wr_bell" ] || exec </dev/null >/dev/null 2>&1
    [ -z "$wr_carry" ] || wr_carry=$wr_runs/$wr_carry
    wr_waits=''
    [ "$wr_driver$wr_as$wr_interactive" != bash ] || wr_waits=$wr_shell
    if ! decided; then
        ring
        return
    fi
    [ -z "$wr_stream" ] || printf '' >"$wr_run/stream"
    # Nobody could let go on what Ctrl-Z has stopped.
    [ -z "$wr_interactive" ] || trap '' TSTP
    now
    wr_began=$wr_now
    watched
    (step "$@")
    wr_code=$?
    ended
    # Its terminal goes with it, and all that stands there.
    if [ -n "$wr_interactive" ]; then
        printf '\nIt ended with exit code %s. Enter closes this.\n' $wr_code
        read -r wr_answer
    fi
}

# $wr_run has ended with $wr_code.
ended() {
    # What it has started may have ignored that its time is over, or been started in that moment.
    if [ -e "$wr_run/late" ]; then
        wr_self=$wr_watched
        everybody KILL
    fi
    [ -e "$wr_run/given" ] || export -p >"$wr_run/given"
    now
    # Over what is there, and not anew: there is room for it even when the disk is full.
    printf '%s\n' "$wr_code $wr_began $wr_now" 1<>"$wr_run/exit"
    ring
    # One that looks only now and then is of no use to the next.
    if [ -z "$wr_bell" ] || [ $((1${wr_now%.*}${wr_now#*.} - 1${wr_began%.*}${wr_began#*.})) -ge 20 ]; then unwatched; fi
    if [ $((${wr_now%.*} - ${wr_began%.*})) -gt 0 ]; then
        # What was taken and is not needed; not quite at the end of the file, where something may write on.
        wr_bytes=$(($(wc -c <"$wr_run/output")))
        fallocate -p -o $(((wr_bytes / 4096 + 16) * 4096)) -l $wr_room "$wr_run/output"
    fi
}

# ahead APART...: starts the bash of the next step and waits for its end. It says on 5 which run it was told of, before it
# does anything; the run is its own if it has made that run's pid.
ahead() {
    attend
    {
        exec 5<>/proc/self/fd/6
        read -r wr_rest <&6
    } 6<<'NAMES'
names
NAMES
    (
        quiet
        # What makes the session would read all that there is of a language, and says nothing in it.
        wr_spoken=${LC_ALL-} wr_said=${LC_ALL+yes}
        export LC_ALL=C
        # shellcheck disable=SC2086
        exec "$@" $wr_waits "$wr_programs/bash" '' "$$ $wr_start $wr_boot" "$wr_waits" "$wr_spoken" $wr_said 9>&-
    )
    wr_code=$?
    printf '\n' >&5
    read -r wr_name wr_follows <&5
    wr_run=$wr_runs/$wr_name
    if [ -n "$wr_name" ] && { read -r wr_each && read -r wr_group && read -r wr_began; } 2>/dev/null <"$wr_run/pid" &&
        [ "$wr_each" = "$$ $wr_start $wr_boot" ]; then
        ended
        return
    fi
    wr_code=''
}

# Removes the folders that were made ahead and that nobody has needed.
tidy() {
    wr_mark='' wr_number=${1%%.*}
    [ "$wr_number" = "$1" ] || wr_mark=.${1#*.}
    wr_stem=${wr_number%-*} wr_number=${wr_number##*-}
    for wr_each in 1 2 3 4 5 6 7 8; do
        wr_each=$wr_runs/$wr_stem-$((wr_number + wr_each))$wr_mark
        if [ -d "$wr_each" ] && [ ! -e "$wr_each/output" ]; then rmdir "$wr_each" 2>/dev/null; fi
    done
}

umask 077
myself
# This stays until the step has ended, to write down how; what it starts does get these signals.
trap : TERM INT HUP QUIT PIPE
if [ -n "$1" ]; then
    run "${1##*/}"
else
    shift
    wr_bell=9
    printf '%s\n' "keeper $$" >&9
    while :; do
        wr_name='' wr_code=''
        if [ -n "$wr_follows" ] && [ -n "$wr_waits" ]; then ahead "$@"; fi
        if [ -z "$wr_code" ]; then
            if [ -z "$wr_name" ]; then read -r wr_name wr_follows <&8 || break; fi
            run "$wr_name" "$@"
        fi
        wr_last=$wr_name wr_sequence=${wr_sequence:-$wr_follows}
    done
    [ -z "$wr_watched" ] || unwatched
    [ -z "$wr_sequence" ] || tidy "$wr_last"
fi
