# Read by a shell at the target, which then reads one request after the other: a call of one of these functions.
# Answers are lines that begin with a letter; a line with "o" is followed by bytes of an output.
# No process is made where the shell itself can do it: most steps are short.

# post NONCE ROOT: the first request. Without a root, runs are kept in ~/.warroom/runs.
post() {
    mask=$(umask)
    umask 077
    say "warroom $1"
    runs=$2
    if [ -z "$runs" ]; then
        if [ -z "${HOME-}" ] || [ ! -d "$HOME" ]; then
            say "e nohome ${HOME-}"
            return
        fi
        runs=$HOME/.warroom/runs
    fi
    if [ ! -d "$runs" ] && ! why=$(mkdir -p "$runs" 2>&1); then
        say "e files $why"
        return
    fi
    short=0.005 patience=50
    sleep 0.001 2>/dev/null || { short=1 && patience=5; }
    apart=
    for each in setsid perl python3 bash; do
        if command -v $each >/dev/null; then
            apart=$each
            break
        fi
    done
    say r
}

say() {
    printf '%s\n' "$*"
}

# begin RUN SHELL SUPERVISE DRIVER SCRIPT ENVIRONMENT PREPARED: starts a run, unless one of that name was started; with
# PREPARED it only makes all ready, and somebody at a terminal starts it.
begin() {
    run=$runs/$1
    if [ -z "$apart" ]; then
        refuse nosession
    elif ! command -v "$2" >/dev/null; then
        refuse "noshell $2"
    elif ! mkdir "$run" 2>/dev/null; then
        if [ -d "$run" ]; then
            say d
        else
            refuse "files $(mkdir "$run" 2>&1)"
        fi
    elif ! files "$@"; then
        rm -rf "$run"
        refuse "full $(df -Pk "$runs" 2>/dev/null | tail -n 1)"
    else
        [ -n "${7-}" ] || detached </dev/null >/dev/null 2>&1
        say s
    fi
}

refuse() {
    say "e $*"
    return 1
}

# The room for the exit code is taken now, so that it is there when the disk is full.
files() {
    {
        printf '%64s\n' '' >"$run/exit" &&
            printf '' >"$run/output" &&
            printf '' >"$run/failed" &&
            printf '' >"$run/before" &&
            printf '' >"$run/after" &&
            printf '%s\n' "umask $mask" "$3" >"$run/supervise" &&
            printf '%s\n' "$4" >"$run/driver" &&
            printf '%s\n' "$5" >"$run/script" &&
            printf '%s\n' "$6" >"$run/environment"
    } 2>/dev/null
}

# In a session of its own; where nothing can make one, in a process group of its own.
detached() {
    case $apart in
        setsid) setsid sh "$run/supervise" "$run" & ;;
        perl) perl -MPOSIX=setsid -e 'setsid; exec @ARGV' sh "$run/supervise" "$run" & ;;
        python3)
            python3 -c 'import os, sys; os.setsid(); os.execvp("sh", ["sh"] + sys.argv[1:])' \
                "$run/supervise" "$run" &
            ;;
        *) bash -c 'set -m; sh "$1/supervise" "$1" & :' bash "$run" ;;
    esac
}

# Whether the process is still the one that was started: PID START BOOT
alive() {
    if [ "$3" = - ]; then
        [ "$2" = "$(ps -o lstart= -p "$1" 2>/dev/null | tr -s ' ' _)" ]
        return
    fi
    read -r booted </proc/sys/kernel/random/boot_id && [ "$booted" = "$3" ] || return 1
    read -r stat 2>/dev/null <"/proc/$1/stat" || return 1
    wanted=$2
    # The state is the third field, the start the 22nd; the second may hold anything.
    # shellcheck disable=SC2086
    set -- ${stat##*) }
    [ "$1" != Z ] && [ "${20}" = "$wanted" ]
}

over() {
    read -r code began ended 2>/dev/null <"$run/exit" && [ -n "$code" ]
}

# What is known of $run: "state" is begun, going, over, gone (without an exit code) or none.
look() {
    state=begun
    if over; then
        state=over
    elif read -r pid start boot 2>/dev/null <"$run/pid"; then
        if [ "$pid" = - ]; then
            state=none
        elif alive "$pid" "$start" "$boot"; then
            state=going
        elif over; then
            state=over
        else
            state=gone
        fi
    fi
}

# Takes the place of a run that has not begun, so that it never will.
void() {
    mkdir "$run" 2>/dev/null
    (set -C && say '- - -' >"$run/pid") 2>/dev/null
}

# Waits for somebody to begin it, half a minute at most: the way here may be slow for them.
expect() {
    for each in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
        say . || exit
        tries=0
        while [ $tries -lt 40 ]; do
            if [ -d "$run" ]; then return; fi
            if [ "$short" = 1 ]; then sleep 1 && tries=$((tries + 20)); else sleep 0.05; fi
            tries=$((tries + 1))
        done
    done
}

size() {
    bytes=$(wc -c 2>/dev/null <"$run/output") || bytes=0
    bytes=$((bytes))
}

# follow RUN OFFSET MANNER: its output from there on, and then how it ended. MANNER is "fresh" for a run that was
# begun just now, "join" for one that somebody else is about to begin, "again" for any other.
follow() {
    run=$runs/$1 at=$2 quiet=0 waited=0 pause=$short
    if [ "$3" = fresh ]; then
        # Most steps take some milliseconds: for so long it is not worth a process to wait.
        spin=0
        while [ $spin -lt 300 ] && ! over; do
            spin=$((spin + 1))
        done
    elif [ ! -d "$run" ]; then
        if [ "$3" = join ]; then expect; fi
        void
    fi
    while :; do
        look
        moved=
        output
        case $state in
            over | gone | none) break ;;
            begun)
                waited=$((waited + 1)) pause=0.1
                # Whoever was to start it is gone, or the machine is very slow.
                if [ $waited -gt "$patience" ]; then
                    waited=0
                    void || say .
                fi
                ;;
            *) ;;
        esac
        pause
    done
    report
}

# tell RUN: what is there of its output.
tell() {
    run=$runs/$1 at=0
    if [ -d "$run" ]; then
        output
        say k
    else
        say "e norun $run"
    fi
}

# left RUN: what was exported before it, and what it has left to later runs.
left() {
    run=$runs/$1
    if [ -d "$run" ]; then
        for each in before after; do
            count=$(wc -c 2>/dev/null <"$run/$each") || count=0
            count=$((count))
            say "o 0 $count"
            [ $count = 0 ] || head -c "$count" "$run/$each"
        done
        say k
    else
        say "e norun $run"
    fi
}

output() {
    if [ -s "$run/output" ]; then
        size
        if [ $((bytes - at)) -gt 4194304 ]; then pass; fi
        while [ "$at" -lt "$bytes" ]; do piece; done
    fi
}

# The next bytes, not more than 256 KB.
piece() {
    count=$((bytes - at))
    if [ $count -gt 262144 ]; then count=262144; fi
    say "o $at $count" || exit
    tail -c "+$((at + 1))" "$run/output" | head -c "$count"
    at=$((at + count)) moved=1 quiet=0
}

# Nobody reads so much: all but the last 256 KB is passed over, and the lines that are there are counted.
pass() {
    to=$((bytes - 262144)) from=$at
    if read -r hole end 2>/dev/null <"$run/hole" && [ "$from" -lt "$end" ]; then from=$end; fi
    if [ "$from" -gt $to ]; then to=$from; fi
    lines=$(tail -c "+$((from + 1))" "$run/output" | head -c $((to - from)) | wc -l)
    say "p $at $to $((lines))" || exit
    at=$to moved=1 quiet=0
}

# Waits, the longer the less happens; now and then a sign of life tells whether anybody still listens.
pause() {
    if [ "$short" = 1 ]; then pause=1; fi
    sleep "$pause"
    if [ -n "$moved" ]; then pause=0.01; fi
    case $pause in
        0.005) pause=0.01 ;;
        0.01) pause=0.02 ;;
        0.02) pause=0.05 ;;
        0.05) pause=0.1 ;;
        0.1) pause=0.2 ;;
        *) pause=0.4 quiet=$((quiet + 1)) ;;
    esac
    if [ "$quiet" -ge 5 ]; then
        quiet=0
        say . || exit
    fi
}

# x CODE BEGAN ENDED BYTES WHY HOLE END LINE CODE, or u BYTES WHY LEFT HOLE END, or n.
report() {
    size
    hole='0 0' failed='' why=0
    [ ! -s "$run/hole" ] || read -r hole <"$run/hole"
    [ ! -s "$run/failed" ] || read -r failed <"$run/failed"
    [ ! -e "$run/late" ] || why=late
    [ ! -e "$run/stopped" ] || why=stopped
    case $state in
        over) say "x $code $began $ended $bytes $why $hole $failed" ;;
        gone)
            left=0
            if kill -0 -- "-$pid" 2>/dev/null; then left=1; fi
            say "u $bytes $why $left $hole"
            ;;
        *) say n ;;
    esac
}

# Processes as lines of "pid parent group".
processes() {
    if [ -r /proc/self/stat ]; then
        for each in /proc/[0-9]*; do
            read -r stat 2>/dev/null <"$each/stat" || continue
            # shellcheck disable=SC2086
            set -- ${stat##*) }
            [ "$1" = Z ] || say "${each#/proc/} $2 $3"
        done
    else
        ps -A -o pid= -o ppid= -o pgid=
    fi
}

# All below $1, and all in its group, without itself.
family() {
    processes | awk -v top="$1" '
        { parent[$1] = $2; group[$1] = $3 }
        END {
            for (p in parent) {
                if (p == top) continue
                found = (group[p] == top)
                q = p
                for (n = 0; n < 500 && (q in parent); n++) {
                    if (q == top) found = 1
                    q = parent[q]
                }
                if (found) print p
            }
        }'
}

# stop RUN GRACE AS: SIGTERM to all of it, SIGKILL to what is left after GRACE seconds. AS is "sudo -n" or nothing.
stop() {
    run=$runs/$1 tries=0
    look
    while [ $state = begun ] && [ $tries -lt "$patience" ]; do
        sleep 0.05 2>/dev/null || sleep 1
        tries=$((tries + 1))
        look
    done
    if [ $state = going ]; then
        printf '' >"$run/stopped"
        end "$pid" "$2" "$3"
        tries=0
        while [ $state = going ] && [ $tries -lt 100 ]; do
            sleep "$short"
            tries=$((tries + 1))
            look
        done
        escaped "$1"
    fi
    say k
}

# end SUPERVISOR GRACE AS
end() {
    before=$(family "$1")
    $3 kill -s TERM -- "-$1" 2>/dev/null
    tries=$(($2 * 20))
    while [ $tries -gt 0 ] && [ $state = going ]; do
        sleep 0.05 2>/dev/null || { sleep 1 && tries=$((tries - 19)); }
        tries=$((tries - 1))
        look
    done
    for each in $before $(family "$1"); do
        $3 kill -s KILL "$each" 2>/dev/null
    done
}

# Names what has left the family and runs on: it still has the run's mark.
escaped() {
    for each in $(grep -l -a -E "WARROOM_RUN=$1([^0-9A-Za-z]|\$)" /proc/[0-9]*/environ 2>/dev/null); do
        words=$(tr '\0' ' ' 2>/dev/null <"${each%environ}cmdline")
        number=${each#/proc/}
        [ -z "$words" ] || say "l ${number%/environ} $words"
    done
}

# list: what is kept here.
list() {
    for run in "$runs"/*/; do
        run=${run%/}
        [ -d "$run" ] || continue
        look
        size
        say "f $state $bytes ${run##*/}"
    done
    say k
}

# remove RUN: unless it goes on.
remove() {
    run=$runs/$1
    look
    if [ $state = going ]; then
        say "e going"
    elif why=$(rm -rf "$run" 2>&1); then
        say k
    else
        say "e files $why"
    fi
}
