# Read by a shell at the target, which then reads one request after the other: a call of one of these functions.
# Answers are lines that begin with a letter; a line with "o" is followed by bytes of an output.
# No process is made where the shell itself can do it: most steps are short.

# post NONCE ROOT VERSION: the first request. Without a root, runs are kept in ~/.warroom/runs. What runs steps is kept
# once for all of them; its texts are in $supervise, $bash, $failed, $waits and $posix.
post() {
    mask=
    while [ -z "$mask" ] && read -r word rest; do
        [ "$word" != Umask: ] || mask=$rest
    done 2>/dev/null </proc/self/status
    [ -n "$mask" ] || mask=$(umask)
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
    programs=$runs/.programs-$3 shell=sh short= patience=50 expected=''
    [ ! -x /bin/sh ] || shell=/bin/sh
    apart=
    for each in setsid perl python3 bash; do
        if command -v $each >/dev/null; then
            apart=$each
            break
        fi
    done
    # What has been begun rings when it has ended, and once before: nobody need look again and again. The bell is the
    # pipe of a here-document, which costs no process and leaves nothing behind.
    bell='' keeper='' spare=''
    if [ "$apart" != bash ] && [ -p /proc/self/fd/8 ] && { exec 9<>/proc/self/fd/8; } 2>/dev/null; then
        read -r bell <&9
    fi 8<<'BELL'
bell
BELL
    say r
}

say() {
    printf '%s\n' "$*"
}

# begin RUN SHELL ORDER SCRIPT ENVIRONMENT PREPARED: starts a run, unless one of that name was started; with PREPARED it
# only makes all ready, and somebody at a terminal starts it.
begin() {
    run=$runs/$1 fresh=
    if [ -z "$apart" ]; then
        refuse nosession
    elif ! command -v "$2" >/dev/null; then
        refuse "noshell $2"
    elif ! claim; then
        if there; then
            say d
        elif [ -d "$run" ]; then
            rmdir "$run"
            refuse "full $(df -Pk "$runs" 2>/dev/null | tail -n 1)"
        else
            refuse "files $(mkdir "$run" 2>&1)"
        fi
    elif ! { programs && files "$@"; }; then
        rm -rf "$run"
        refuse "full $(df -Pk "$runs" 2>/dev/null | tail -n 1)"
    else
        fresh=$bell
        if [ -n "${6-}" ]; then
            fresh=
        elif [ -z "$bell" ]; then
            detached "$run"
        else
            follows=''
            if [ "$1" = "$expected" ]; then
                follows=yes
                turn
            fi
            kept
            printf '%s\n' "$1 $follows" >&7
            ahead "$1"
        fi
        say s
    fi
}

# Whoever makes its output first begins $run; its folder may be there already.
claim() {
    for each in 1 2; do
        [ -d "$run" ] || LC_ALL=C mkdir "$run" 2>/dev/null || [ -d "$run" ] || return 1
        set -C
        if { printf '' >"$run/output"; } 2>/dev/null; then
            set +C
            return 0
        fi
        set +C
        # Somebody has taken it for a folder that was made ahead and is not needed.
        [ ! -d "$run" ] || return 1
    done
    return 1
}

# ahead RUN: where one step follows the other, makes the folders of the next ones while this one runs: a process is the
# dearest thing of a short step. The keepers remove those that nobody has needed.
ahead() {
    mark='' number=${1%%.*}
    [ "$number" = "$1" ] || mark=.${1#*.}
    stem=${number%-*} number=${number##*-}
    case $number in
        '' | 0* | *[!0-9]* | ????????*) return ;;
        *) ;;
    esac
    if [ "$1" = "$expected" ] && [ ! -d "$runs/$stem-$((number + 1))$mark" ]; then
        set --
        for each in 1 2 3 4 5 6 7 8; do
            set -- "$@" "$runs/$stem-$((number + each))$mark"
        done
        LC_ALL=C mkdir "$@" 2>/dev/null
    fi
    expected=$stem-$((number + 1))$mark
}

refuse() {
    say "e $*"
    return 1
}

# Nobody sees a half of them, and nobody writes on them once they are there.
programs() {
    [ ! -d "$programs" ] || return 0
    part=$programs.$$
    mkdir "$part" 2>/dev/null || return
    if {
        printf '%s\n' "$supervise" >"$part/supervise" &&
            printf '%s\n' "$bash" >"$part/bash" &&
            printf '%s\n' "$failed" >"$part/failed" &&
            printf '%s\n' "$waits" >"$part/waits" &&
            printf '%s\n' "$posix" >"$part/posix"
    } 2>/dev/null; then
        [ -d "$programs" ] || mv "$part" "$programs" 2>/dev/null
    fi
    rm -rf "$part" "$programs/${part##*/}"
    [ -d "$programs" ]
}

# Files are what costs most here. The room for the exit code is taken now, so that it is there when the disk is full.
files() {
    {
        printf '\n%63s\n' '' >"$run/exit" &&
            printf '' >"$run/after" &&
            printf '%s\n' "$4" >"$run/script" &&
            { [ -z "$5" ] || printf '%s\n' "$5" >"$run/environment"; } &&
            printf '%s\n' "umask=$mask" "$3" >"$run/order"
    } 2>/dev/null
}

# Whether somebody has begun $run, or seen to it that it never begins.
there() {
    [ -e "$run/output" ] || [ -e "$run/pid" ]
}

# Where one step follows the other, two keepers take turns: one makes ready for the next step while the other's runs.
turn() {
    [ -n "$spare" ] || exec 6>&7
    exec 5>&7 7>&6 6>&5 5>&-
    each=$keeper keeper=$spare spare=$each
}

# What keeps the steps that begin here: it runs them one after the other, and ends when this shell has.
kept() {
    if [ -n "$keeper" ] && kill -0 "$keeper" 2>/dev/null; then return; fi
    {
        exec 7>/proc/self/fd/8
        read -r keeper <&8
        detached ''
    } 8<<'ORDERS'
orders
ORDERS
    while read -r word keeper <&9 && [ "$word" != keeper ]; do :; done
}

# detached RUN: what runs it, in a session of its own; where nothing can make one, in a process group of its own.
detached() {
    case $apart in
        setsid)
            # What a shell starts with & never hears of Ctrl-C, so setsid makes a process itself where it can.
            setsid -f "$shell" "$programs/supervise" "$1" setsid 6>&- 7>&- || {
                setsid "$shell" "$programs/supervise" "$1" setsid 6>&- 7>&- &
            }
            ;;
        perl)
            set -- "$1" perl -MPOSIX=setsid -e 'setsid; exec @ARGV'
            "$2" "$3" "$4" "$5" "$shell" "$programs/supervise" "$@" 6>&- 7>&- &
            ;;
        python3)
            set -- "$1" python3 -c 'import os, sys; os.setsid(); os.execvp(sys.argv[1], sys.argv[1:])'
            "$2" "$3" "$4" "$shell" "$programs/supervise" "$@" 6>&- 7>&- &
            ;;
        *) bash -c 'set -m; "$1" "$2" "$3" & :' bash "$shell" "$programs/supervise" "$1" ;;
    esac </dev/null >/dev/null 2>&1
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

# Who runs $run, and the group of the step itself: one of its own, where it has one.
who() {
    { read -r pid start boot && { read -r group || group=$pid; }; } 2>/dev/null <"$run/pid"
}

over() {
    read -r code began ended 2>/dev/null <"$run/exit" && [ -n "$code" ]
}

# What is known of $run: "state" is begun, going, over, gone (without an exit code) or none.
look() {
    state=begun
    if over; then
        state=over
    elif who; then
        if [ "$pid" = - ]; then
            state=none
        elif alive "$pid" "$start" "$boot"; then
            state=going
        elif over; then
            state=over
        else
            state=gone
        fi
    elif [ -e "$run/never" ] && [ ! -s "$run/pid" ]; then
        state=none
    fi
}

# void WHY: takes the place of a run that has not begun, so that it never will. WHY is "stopped", or - where nobody wanted
# that.
void() {
    mkdir "$run" 2>/dev/null
    (set -C && say "- $1 -" >"$run/pid") 2>/dev/null
    # Made, and nothing in it: the disk is full. Who has made it looks for this before it goes on.
    if [ -e "$run/pid" ] && [ ! -s "$run/pid" ]; then printf '' >"$run/never"; fi
}

# Waits for somebody to begin it, half a minute at most: the way here may be slow for them.
expect() {
    for each in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
        say . || exit
        tries=0
        while [ $tries -lt 40 ]; do
            if there; then return; fi
            parts
            if [ "$short" = 1 ]; then sleep 1 && tries=$((tries + 20)); else sleep 0.05; fi
            tries=$((tries + 1))
        done
    done
}

size() {
    bytes=0
    if [ -s "$run/output" ]; then
        bytes=$(wc -c 2>/dev/null <"$run/output") || bytes=0
        bytes=$((bytes))
    fi
}

# follow RUN OFFSET MANNER: its output from there on, and then how it ended. MANNER is "fresh" for a run that was
# begun just now, "join" for one that somebody else is about to begin, "again" for any other.
follow() {
    run=$runs/$1 at=$2 quiet=0 waited=0 pause=
    if [ "$3" = fresh ]; then
        rung=
        if [ -n "$fresh" ]; then pause=0.05; fi
        while [ -n "$fresh" ] && [ "$rung" != "$1" ]; do read -r rung <&9; done
    elif ! there; then
        if [ "$3" = join ]; then expect; fi
        void -
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
                    void - || say .
                fi
                ;;
            *) ;;
        esac
        parts
        pause=${pause:-$short}
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
        for each in given after; do
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
    at=$((at + count)) moved=${moved:-1} quiet=0
}

# Nobody reads so much: all but the last 256 KB is passed over, and the lines that are there are counted. wc reads the
# file itself, and all of it, which is ten times as fast as from a pipe: the step needs the processor more.
pass() {
    from=$at
    if read -r hole end 2>/dev/null <"$run/hole" && [ "$from" -lt "$end" ]; then from=$end; fi
    # shellcheck disable=SC2046
    set -- $({ dd bs=1 skip="$from" count=0 2>/dev/null && wc -lc; } <"$run/output")
    bytes=$((from + $2)) to=$((bytes - 262144)) lines=$1
    if [ $to -lt "$at" ]; then to=$at; fi
    lines=$((lines - $(tail -c "+$((to + 1))" "$run/output" | head -c $((bytes - to)) | wc -l)))
    say "p $at $to $lines" || exit
    at=$to moved=flood quiet=0
}

# Not every sleep knows parts of a second.
parts() {
    [ -z "$short" ] || return 0
    short=0.005
    sleep 0.001 2>/dev/null || { short=1 && patience=5; }
}

# Waits, the longer the less happens; now and then a sign of life tells whether anybody still listens.
pause() {
    if [ "$short" = 1 ]; then pause=1; fi
    sleep "$pause"
    case $moved in
        '') ;;
        # What comes faster than anybody reads is looked at now and then: the step needs the processor more.
        flood) pause=0.1 ;;
        *) pause=0.01 ;;
    esac
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

# x CODE BEGAN ENDED BYTES WHY HOLE END LINE CODE, or u BYTES WHY LEFT HOLE END, or n WHY.
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
            if kill -0 -- "-$group" 2>/dev/null; then left=1; fi
            say "u $bytes $why $left $hole"
            ;;
        *)
            who || start=-
            say "n $start"
            ;;
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

# All in the group of the step, and all below it, without who runs it.
family() {
    processes | awk -v top="$group" -v without="$pid" '
        { parent[$1] = $2; group[$1] = $3 }
        END {
            for (p in parent) {
                if (p == without) continue
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

# stop RUN GRACE AS: SIGTERM to all of it, SIGKILL to what is left after GRACE seconds; SIGINT before to a stream. What has
# not begun never does, however late its start comes. AS is "sudo -n" or nothing.
stop() {
    run=$runs/$1
    parts
    look
    if [ $state = begun ]; then
        void stopped
        look
    fi
    if [ $state = going ]; then
        printf '' >"$run/stopped"
        end "$2" "$3"
        tries=0
        while [ $state = going ] && [ $tries -lt 100 ]; do
            sleep "$short"
            tries=$((tries + 1))
            look
        done
        escaped "WARROOM_RUN_FOLDER=$run/" "$(own_group)"
    fi
    say k
}

# end GRACE AS
end() {
    before=$(family)
    if [ -e "$run/stream" ]; then signal INT "$1" "$2"; fi
    if [ $state = going ]; then signal TERM "$1" "$2"; fi
    for each in $before $(family); do
        $2 kill -s KILL "$each" 2>/dev/null
    done
}

# signal NAME GRACE AS. A step that is only just making its group gets it when it has one.
signal() {
    told='' refused=0
    tries=$(($2 * 20))
    while tell_group "$1" "$3" && [ $tries -gt 0 ] && [ $state = going ]; do
        sleep 0.05 2>/dev/null || { sleep 1 && tries=$((tries - 19)); }
        tries=$((tries - 1))
        look
    done
}

# tell_group NAME AS: once for each that the run turns out to have.
tell_group() {
    if [ "$group" != "$told" ] && [ $refused -lt 20 ]; then
        if $2 kill -s "$1" -- "-$group" 2>/dev/null; then told=$group; else refused=$((refused + 1)); fi
    fi
}

# The group of the step in $run, where it has one of its own.
own_group() {
    if who && [ "$group" != "$pid" ]; then say "$group"; fi
}

# outlived RUN...: what goes on of what they have started, though they have ended.
outlived() {
    escaped "$(for each in "$@"; do say "WARROOM_RUN_FOLDER=$runs/$each/"; done)" "$(for each in "$@"; do
        run=$runs/$each
        own_group
    done)"
    say k
}

# escaped MARKS GROUPS: names what has left the family and runs on: it still has the run's mark. A bash that had begun
# before its step, and what it makes of itself, has none; it is in the group.
escaped() {
    named=' '
    for each in $(
        grep -l -a -F "$1" /proc/[0-9]*/environ 2>/dev/null
        for each in $2; do grep -l -a -E "\) [^Z] [0-9]+ $each " /proc/[0-9]*/stat 2>/dev/null; done
    ); do
        number=${each#/proc/}
        number=${number%%/*}
        words=$(tr '\0' ' ' 2>/dev/null <"/proc/$number/cmdline")
        case $named in
            *" $number "*) ;;
            *) [ -z "$words" ] || say "l $number $words" ;;
        esac
        named="$named$number "
    done
}

# list: what is kept here.
list() {
    for run in "$runs"/*/; do
        run=${run%/}
        [ -d "$run" ] || continue
        if ! there; then
            # Made ahead by a shell whose keeper was killed.
            rmdir "$run" 2>/dev/null
            continue
        fi
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
        # With the last run goes what runs them; whoever begins one makes it anew.
        for run in "$runs"/*/; do
            if there; then say k && return; fi
        done
        rm -rf "$runs"/.programs-*
        say k
    else
        say "e files $why"
    fi
}
