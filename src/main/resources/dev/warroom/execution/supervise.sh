# sh supervise RUN: runs one step, whatever becomes of whoever started it.
# sh supervise "" APART...: runs those whose names come on 8, one after the other and each in a session of its own, which
# the command APART gives it, until nobody is left who could ask for one. A step costs no process then but its own. Where
# more is likely to follow, the name has a word behind it; then the next bash is started at once and waits for its step.
programs=${0%/*}
runs=${programs%/*} bell='' watched='' waits='' follows='' sequence='' last=''

# A number is used again; with these it is known who had it.
myself() {
    start=- boot=-
    if [ -r /proc/self/stat ]; then
        read -r stat </proc/$$/stat
        # shellcheck disable=SC2086
        set -- ${stat##*) }
        start=${20}
        read -r boot </proc/sys/kernel/random/boot_id
    else
        start=$(ps -o lstart= -p $$ | tr -s ' ' _)
    fi
}

# Bytes that are taken for the output of a step that runs longer than a second, beyond those that it has.
room=262144

# Seconds on a clock that nobody sets back, where there is one.
now() {
    if [ -r /proc/uptime ]; then read -r now rest </proc/uptime; else now=$(date +%s); fi
}

# Whoever has begun it waits for this, when it has ended and once before.
ring() {
    [ -z "$bell" ] || printf '%s\n' "${run##*/}" >&9
}

over() {
    read -r code rest 2>/dev/null <"$run/exit" && [ -n "$code" ]
}

# Whoever makes this file decides: the run begins, or it never does.
decided() {
    set -C
    if { printf '%s\n' "$$ $start $boot" >"$run/pid"; } 2>/dev/null; then
        set +C
        [ ! -e "$run/never" ]
    else
        set +C
        # Where the disk is full: it is there, empty.
        [ -s "$run/pid" ] || printf '' >"$run/never"
        return 1
    fi
}

# everybody SIGNAL: all in the group of the step but this and the watcher, which is $self
everybody() {
    { read -r each && read -r group; } <"$run/pid" || group=$$
    for each in /proc/[0-9]*; do
        read -r stat 2>/dev/null <"$each/stat" || continue
        # shellcheck disable=SC2086
        set -- "$1" ${stat##*) }
        [ "$4" = "$group" ] || continue
        case ${each#/proc/} in
            "$$" | "$self") ;;
            *) $as kill -s "$1" "${each#/proc/}" ;;
        esac
    done
}

# Rings, keeps the beginning and the end of an output that is too long, room for what is printed next when the disk gets
# full, and ends a step that takes too long.
watch() {
    trap '' TERM INT HUP QUIT
    read -r self rest </proc/self/stat || self=0
    [ -z "$bell" ] || sleep 0.2 2>/dev/null || sleep 1
    over && return
    ring
    half=$((most / 2 / 4096 * 4096)) end=$half seconds=0 taken=0
    while sleep 1 && ! over; do
        seconds=$((seconds + 1))
        if [ "$limit" -gt 0 ] && [ $seconds -ge "$limit" ]; then
            printf '' >"$run/late"
            everybody TERM
            sleep "$grace"
            everybody KILL
            return
        fi
        bytes=$(($(wc -c <"$run/output")))
        if [ $((bytes + room / 2)) -gt $taken ]; then
            taken=$((bytes + room))
            fallocate -n -o $bytes -l $room "$run/output"
        fi
        while [ $half -gt 0 ] && [ $((bytes - half - end)) -gt $((half / 4)) ]; do
            to=$(((bytes - half) / 4096 * 4096))
            # Before there is one, so that nobody reads it.
            printf '%s\n' "$half $to" >"$run/hole"
            if ! fallocate -p -o $end -l $((to - end)) "$run/output"; then
                # There is no such thing here, and all of it stays.
                rm -f "$run/hole"
                half=0
                break
            fi
            end=$to
            sleep 0.1
            bytes=$(($(wc -c <"$run/output")))
        done
    done
}

# Watches one run after the other: most are over before it has looked.
watcher() {
    while read -r run limit grace most as <&6; do
        run=$runs/$run
        over || watch
    done
}

# The watcher of a short run is there for the next one; a pipe to it costs no process.
attend() {
    if [ -z "$watched" ] || ! kill -0 "$watched"; then
        {
            exec 7>/proc/self/fd/6
            read -r rest <&6
            watcher 5>&- 7>&- 8<&- &
            watched=$!
        } 6<<'RUNS'
runs
RUNS
    fi
}

watched() {
    if [ -z "$bell" ]; then
        watch &
        watched=$!
    else
        attend
        printf '%s\n' "${run##*/} $limit $grace $most $as" >&7
    fi
}

unwatched() {
    kill -s KILL "$watched"
    watched=
}

environment() {
    if [ -e "$run/environment" ]; then
        . "$run/environment"
        rm -f "$run/environment"
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
        while read -r word self && [ "$word" != Pid: ]; do :; done </proc/self/status
        printf '%s\n' "$self" >>"$run/pid"
    fi
    [ -z "$as$interactive" ] || printf '' >"$run/given"
    umask "$umask"
    # shellcheck disable=SC2088
    case $folder in
        '') folder=${HOME:-/} ;;
        '~') folder=$HOME ;;
        '~/'*) folder=$HOME/${folder#'~/'} ;;
    esac
    WARROOM_RUN=$id WARROOM_RUN_FOLDER=$run/
    export WARROOM_RUN WARROOM_RUN_FOLDER
    if [ -z "$interactive" ]; then quiet; else unset BASH_ENV ENV; fi
    cd "$folder" 2>>"$run/output" || exit 126
    if [ -n "$interactive" ]; then
        printf '(it had a terminal: what was on its screen is not kept)\n' >>"$run/output"
        [ -n "$driver" ] || environment
        # shellcheck disable=SC2086
        case $driver in
            ?*) exec ${as:+$as env WARROOM_RUN=$id "WARROOM_RUN_FOLDER=$run/"} $shell "$programs/$driver" "$run" "$carry" "$fixed" "$resumes" yes ;;
            *) exec $as $shell "$run/script" ;;
        esac
    fi
    exec >>"$run/output" 2>&1 5>&- 7>&- 8<&- 9>&-
    if [ -z "$driver" ]; then
        environment
        # shellcheck disable=SC2086
        exec "$@" $as $shell "$run/script"
    else
        # shellcheck disable=SC2086
        exec "$@" ${as:+$as env WARROOM_RUN=$id "WARROOM_RUN_FOLDER=$run/" TERM=dumb PAGER=cat GIT_PAGER=cat} $shell "$programs/$driver" "$run" "$carry" "$fixed" "$resumes" $as
    fi
}

# run NAME APART...
run() {
    run=$runs/$1
    shift
    [ -r "$run/order" ] || return
    . "$run/order"
    [ -n "$interactive$bell" ] || exec </dev/null >/dev/null 2>&1
    [ -z "$carry" ] || carry=$runs/$carry
    waits=''
    [ "$driver$as$interactive" != bash ] || waits=$shell
    if ! decided; then
        ring
        return
    fi
    [ -z "$stream" ] || printf '' >"$run/stream"
    # Nobody could let go on what Ctrl-Z has stopped.
    [ -z "$interactive" ] || trap '' TSTP
    now
    began=$now
    watched
    (step "$@")
    code=$?
    ended
    if [ -n "$interactive" ] && [ $code != 0 ]; then
        printf '\nIt ended with exit code %s. Enter closes this.\n' $code
        read -r answer
    fi
}

# $run has ended with $code.
ended() {
    # What it has started may have ignored that its time is over, or been started in that moment.
    if [ -e "$run/late" ]; then
        self=$watched
        everybody KILL
    fi
    [ -e "$run/given" ] || export -p >"$run/given"
    now
    # Over what is there, and not anew: there is room for it even when the disk is full.
    printf '%s\n' "$code $began $now" 1<>"$run/exit"
    ring
    # One that looks only now and then is of no use to the next.
    if [ -z "$bell" ] || [ $((1${now%.*}${now#*.} - 1${began%.*}${began#*.})) -ge 20 ]; then unwatched; fi
    if [ $((${now%.*} - ${began%.*})) -gt 0 ]; then
        # What was taken and is not needed; not quite at the end of the file, where something may write on.
        bytes=$(($(wc -c <"$run/output")))
        fallocate -p -o $(((bytes / 4096 + 16) * 4096)) -l $room "$run/output"
    fi
}

# ahead APART...: starts the bash of the next step and waits for its end. It says on 5 which run it was told of, before it
# does anything; the run is its own if it has made that run's pid.
ahead() {
    attend
    {
        exec 5<>/proc/self/fd/6
        read -r rest <&6
    } 6<<'NAMES'
names
NAMES
    (
        quiet
        # shellcheck disable=SC2086
        exec "$@" $waits "$programs/bash" '' "$$ $start $boot" "$waits" 9>&-
    )
    code=$?
    printf '\n' >&5
    read -r name follows <&5
    run=$runs/$name
    if [ -n "$name" ] && { read -r each && read -r group && read -r began; } 2>/dev/null <"$run/pid" &&
        [ "$each" = "$$ $start $boot" ]; then
        ended
        return
    fi
    code=''
}

# Removes the folders that were made ahead and that nobody has needed.
tidy() {
    mark='' number=${1%%.*}
    [ "$number" = "$1" ] || mark=.${1#*.}
    stem=${number%-*} number=${number##*-}
    for each in 1 2 3 4 5 6 7 8; do
        each=$runs/$stem-$((number + each))$mark
        if [ -d "$each" ] && [ ! -e "$each/output" ]; then rmdir "$each" 2>/dev/null; fi
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
    bell=9
    printf '%s\n' "keeper $$" >&9
    while :; do
        name='' code=''
        if [ -n "$follows" ] && [ -n "$waits" ]; then ahead "$@"; fi
        if [ -z "$code" ]; then
            if [ -z "$name" ]; then read -r name follows <&8 || break; fi
            run "$name" "$@"
        fi
        last=$name sequence=${sequence:-$follows}
    done
    [ -z "$watched" ] || unwatched
    [ -z "$sequence" ] || tidy "$last"
fi
