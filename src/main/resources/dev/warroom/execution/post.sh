# Read by a shell at the target, which then reads one request after the other: a call of one of these functions.
# Answers are lines that begin with a letter; a line with "o" is followed by bytes of an output.
# No process is made where the shell itself can do it: most steps are short.
# Names of variables here, in supervise and in an order begin with wr_: a shell that sets a variable which it was given exported
# changes what it hands on, and a step must find what is exported where it runs as it was.

# post NONCE ROOT VERSION: the first request. Without a root, runs are kept in ~/.warroom/runs. What runs steps is kept
# once for all of them; its texts are in $wr_supervise, $wr_bash, $wr_failed, $wr_waits and $wr_posix.
post() {
    wr_mask=
    if [ -r /proc/self/status ]; then
        while [ -z "$wr_mask" ] && read -r wr_word wr_rest; do
            [ "$wr_word" != Umask: ] || wr_mask=$wr_rest
        done </proc/self/status
    fi
    [ -n "$wr_mask" ] || wr_mask=$(umask)
    umask 077
    say "warroom $1"
    wr_runs=$2
    if [ -z "$wr_runs" ]; then
        if [ -z "${HOME-}" ] || [ ! -d "$HOME" ]; then
            say "e nohome ${HOME-}"
            return
        fi
        wr_runs=$HOME/.warroom/runs
    fi
    if [ ! -d "$wr_runs" ] && ! wr_why=$(mkdir -p "$wr_runs" 2>&1); then
        say "e files $wr_why"
        return
    fi
    wr_programs=$wr_runs/.programs-$3 wr_shell=sh wr_short= wr_patience=50 wr_expected=''
    [ ! -x /bin/sh ] || wr_shell=/bin/sh
    wr_apart=
    for wr_each in setsid perl python3 bash; do
        if command -v $wr_each >/dev/null; then
            wr_apart=$wr_each
            break
        fi
    done
    # What has been begun rings when it has ended, and once before: nobody need look again and again. The bell is the
    # pipe of a here-document, which costs no process and leaves nothing behind.
    wr_bell='' wr_keeper='' wr_spare=''
    if [ "$wr_apart" != bash ] && [ -p /proc/self/fd/8 ] && { exec 9<>/proc/self/fd/8; } 2>/dev/null; then
        read -r wr_bell <&9
    fi 8<<'BELL'
bell
BELL
    say r
}

say() {
    printf '%s\n' "$*"
}

# begin RUN SHELL ORDER SCRIPT ENVIRONMENT PREPARED SECRETS: starts a run, unless one of that name was started; with PREPARED
# it only makes all ready, and somebody at a terminal starts it. SECRETS are lines that stand in it and are not to be shown.
begin() {
    wr_run=$wr_runs/$1 wr_fresh=
    if [ -z "$wr_apart" ]; then
        refuse nosession
    elif ! command -v "$2" >/dev/null; then
        refuse "noshell $2"
    elif ! claim; then
        if there; then
            say d
        elif [ -d "$wr_run" ]; then
            rmdir "$wr_run"
            refuse "full $(df -Pk "$wr_runs" 2>/dev/null | tail -n 1)"
        else
            refuse "files $(mkdir "$wr_run" 2>&1)"
        fi
    elif ! { programs && files "$@"; }; then
        rm -rf "$wr_run"
        refuse "full $(df -Pk "$wr_runs" 2>/dev/null | tail -n 1)"
    else
        wr_fresh=$wr_bell
        if [ -n "${6-}" ]; then
            wr_fresh=
        elif [ -z "$wr_bell" ]; then
            detached "$wr_run"
        else
            wr_follows=''
            if [ "$1" = "$wr_expected" ]; then
                wr_follows=yes
                turn
            fi
            kept
            printf '%s\n' "$1 $wr_follows" >&7
            ahead "$1"
        fi
        say s
    fi
}

# Whoever makes its output first begins $wr_run; its folder may be there already.
claim() {
    for wr_each in 1 2; do
        [ -d "$wr_run" ] || LC_ALL=C mkdir "$wr_run" 2>/dev/null || [ -d "$wr_run" ] || return 1
        set -C
        if { printf '' >"$wr_run/output"; } 2>/dev/null; then
            set +C
            return 0
        fi
        set +C
        # Somebody has taken it for a folder that was made ahead and is not needed.
        [ ! -d "$wr_run" ] || return 1
    done
    return 1
}

# ahead RUN: where one step follows the other, makes the folders of the next ones while this one runs: a process is the
# dearest thing of a short step. The keepers remove those that nobody has needed.
ahead() {
    wr_mark='' wr_number=${1%%.*}
    [ "$wr_number" = "$1" ] || wr_mark=.${1#*.}
    wr_stem=${wr_number%-*} wr_number=${wr_number##*-}
    case $wr_number in
        '' | 0* | *[!0-9]* | ????????*) return ;;
        *) ;;
    esac
    if [ "$1" = "$wr_expected" ] && [ ! -d "$wr_runs/$wr_stem-$((wr_number + 1))$wr_mark" ]; then
        set --
        for wr_each in 1 2 3 4 5 6 7 8; do
            set -- "$@" "$wr_runs/$wr_stem-$((wr_number + wr_each))$wr_mark"
        done
        LC_ALL=C mkdir "$@" 2>/dev/null
    fi
    wr_expected=$wr_stem-$((wr_number + 1))$wr_mark
}

refuse() {
    say "e $*"
    return 1
}

# Nobody sees a half of them, and nobody writes on them once they are there.
programs() {
    [ ! -d "$wr_programs" ] || return 0
    wr_part=$wr_programs.$$
    mkdir "$wr_part" 2>/dev/null || return
    if {
        printf '%s\n' "$wr_supervise" >"$wr_part/supervise" &&
            printf '%s\n' "$wr_bash" >"$wr_part/bash" &&
            printf '%s\n' "$wr_failed" >"$wr_part/failed" &&
            printf '%s\n' "$wr_waits" >"$wr_part/waits" &&
            printf '%s\n' "$wr_posix" >"$wr_part/posix"
    } 2>/dev/null; then
        [ -d "$wr_programs" ] || mv "$wr_part" "$wr_programs" 2>/dev/null
    fi
    rm -rf "$wr_part" "$wr_programs/${wr_part##*/}"
    [ -d "$wr_programs" ]
}

# Files are what costs most here. The room for the exit code is taken now, so that it is there when the disk is full.
files() {
    {
        printf '\n%63s\n' '' >"$wr_run/exit" &&
            printf '' >"$wr_run/after" &&
            printf '%s\n' "$4" >"$wr_run/script" &&
            { [ -z "$5" ] || printf '%s\n' "$5" >"$wr_run/environment"; } &&
            { [ -z "${7-}" ] || printf '%s\n' "$7" >"$wr_run/secrets"; } &&
            printf '%s\n' "wr_umask=$wr_mask" "$3" >"$wr_run/order"
    } 2>/dev/null
}

# Whether somebody has begun $wr_run, or seen to it that it never begins.
there() {
    [ -e "$wr_run/output" ] || [ -e "$wr_run/pid" ]
}

# Where one step follows the other, two keepers take turns: one makes ready for the next step while the other's runs.
turn() {
    [ -n "$wr_spare" ] || exec 6>&7 3<&9
    exec 5>&7 7>&6 6>&5 5<&9 9<&3 3<&5 5<&-
    wr_each=$wr_keeper wr_keeper=$wr_spare wr_spare=$wr_each
}

# What keeps the steps that begin here: it runs them one after the other, and ends when this shell has. Its bell has an end
# for reading here and one for ringing there, so that this shell hears as well when nobody is left to ring.
kept() {
    if [ -n "$wr_keeper" ] && kill -0 "$wr_keeper" 2>/dev/null; then return; fi
    {
        exec 7>/proc/self/fd/8 9<&4
        read -r wr_keeper <&8
        read -r wr_keeper <&9
        detached '' 9>/proc/self/fd/4 4<&-
    } 8<<'ORDERS' 4<<'BELL'
orders
ORDERS
bell
BELL
    while read -r wr_word wr_keeper <&9 && [ "$wr_word" != keeper ]; do :; done
}

# detached RUN: what runs it, in a session of its own; where nothing can make one, in a process group of its own.
detached() {
    case $wr_apart in
        setsid)
            # What a shell starts with & never hears of Ctrl-C, so setsid makes a process itself where it can.
            setsid -f "$wr_shell" "$wr_programs/supervise" "$1" setsid 3<&- 6>&- 7>&- || {
                setsid "$wr_shell" "$wr_programs/supervise" "$1" setsid 3<&- 6>&- 7>&- &
            }
            ;;
        perl)
            # As setsid -f does: what a shell starts with & never hears of Ctrl-C, unless it is told to again.
            set -- "$1" perl -MPOSIX=setsid -e '$SIG{INT} = $SIG{QUIT} = "DEFAULT"; setsid; exec @ARGV'
            "$2" "$3" "$4" "$5" "$wr_shell" "$wr_programs/supervise" "$@" 3<&- 6>&- 7>&- &
            ;;
        python3)
            set -- "$1" python3 -c 'import os, signal, sys
for wr_each in signal.SIGINT, signal.SIGQUIT: signal.signal(wr_each, signal.SIG_DFL)
os.setsid(); os.execvp(sys.argv[1], sys.argv[1:])'
            "$2" "$3" "$4" "$wr_shell" "$wr_programs/supervise" "$@" 3<&- 6>&- 7>&- &
            ;;
        *) bash -c 'set -m; "$1" "$2" "$3" & :' bash "$wr_shell" "$wr_programs/supervise" "$1" ;;
    esac </dev/null >/dev/null 2>&1
}

# Whether the process is still the one that was started: PID START BOOT
alive() {
    if [ "$3" = - ]; then
        [ "$2" = "$(LC_ALL=C TZ=UTC0 ps -o lstart= -p "$1" 2>/dev/null | tr -s ' ' _)" ]
        return
    fi
    read -r wr_booted </proc/sys/kernel/random/boot_id && [ "$wr_booted" = "$3" ] || return 1
    read -r wr_stat 2>/dev/null <"/proc/$1/stat" || return 1
    wr_wanted=$2
    # The state is the third field, the start the 22nd; the second may hold anything.
    # shellcheck disable=SC2086
    set -- ${wr_stat##*) }
    [ "$1" != Z ] && [ "${20}" = "$wr_wanted" ]
}

# Who runs $wr_run, and the group of the step itself: one of its own, where it has one.
who() {
    { read -r wr_pid wr_start wr_boot && { read -r wr_group || wr_group=$wr_pid; }; } 2>/dev/null <"$wr_run/pid"
}

over() {
    read -r wr_code wr_began wr_ended 2>/dev/null <"$wr_run/exit" && [ -n "$wr_code" ]
}

# What is known of $wr_run: "wr_state" is begun, going, over, gone (without an exit code) or none.
look() {
    wr_state=begun
    if over; then
        wr_state=over
    elif who; then
        if [ "$wr_pid" = - ]; then
            wr_state=none
        elif alive "$wr_pid" "$wr_start" "$wr_boot"; then
            wr_state=going
        elif over; then
            wr_state=over
        else
            wr_state=gone
        fi
    elif [ -e "$wr_run/never" ] && [ ! -s "$wr_run/pid" ]; then
        wr_state=none
    fi
}

# void WHY: takes the place of a run that has not begun, so that it never will. WHY is "stopped", or - where nobody wanted
# that.
void() {
    mkdir "$wr_run" 2>/dev/null
    (set -C && say "- $1 -" >"$wr_run/pid") 2>/dev/null
    # Made, and nothing in it: the disk is full. Who has made it looks for this before it goes on.
    if [ -e "$wr_run/pid" ] && [ ! -s "$wr_run/pid" ]; then printf '' >"$wr_run/never"; fi
}

# Waits for somebody to begin it, half a minute at most: the way here may be slow for them. Who does not come soon is
# looked for less often.
expect() {
    for wr_turns in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
        say . || exit
        wr_tries=0
        while [ $wr_tries -lt 40 ]; do
            if there; then return; fi
            parts
            if [ "$wr_short" = 1 ]; then
                sleep 1 && wr_tries=$((wr_tries + 20))
            elif [ "$wr_turns" = 1 ]; then
                sleep 0.05 && wr_tries=$((wr_tries + 1))
            else
                sleep 0.2 && wr_tries=$((wr_tries + 4))
            fi
        done
    done
}

size() {
    wr_bytes=0
    if [ -s "$wr_run/output" ]; then
        wr_bytes=$(wc -c 2>/dev/null <"$wr_run/output") || wr_bytes=0
        wr_bytes=$((wr_bytes))
    fi
}

# follow RUN OFFSET MANNER: its output from there on, and then how it ended. MANNER is "fresh" for a run that was
# begun just now, "join" for one that somebody else is about to begin, "again" for any other.
follow() {
    wr_run=$wr_runs/$1 wr_at=$2 wr_quiet=0 wr_waited=0 wr_turns=1 wr_pause='' wr_hidden=''
    if [ "$3" = fresh ]; then
        wr_hidden=known
        wr_rung=
        if [ -n "$wr_fresh" ]; then wr_pause=0.05; fi
        while [ -n "$wr_fresh" ] && [ "$wr_rung" != "$1" ] && { read -r wr_rung <&9 || nobody; }; do :; done
    elif ! there; then
        if [ "$3" = join ]; then expect; fi
        # What has been made ready meanwhile is about to begin.
        there || void -
    fi
    # What was made ready for a terminal begins when that is here: the way may be slow for it, too.
    [ "$3" != join ] || wr_turns=6
    while :; do
        look
        wr_moved=
        output
        case $wr_state in
            over | gone | none) break ;;
            begun)
                wr_waited=$((wr_waited + 1)) wr_pause=0.1
                # Whoever was to start it is gone, or the machine is very slow.
                if [ $wr_waited -gt "$wr_patience" ]; then
                    wr_waited=0 wr_turns=$((wr_turns - 1))
                    [ $wr_turns -gt 0 ] || void -
                    # Where even that cannot be written it goes on, but not when nobody listens.
                    say . || exit
                fi
                ;;
            *) ;;
        esac
        parts
        wr_pause=${wr_pause:-$wr_short}
        pause
    done
    report
}

# Nobody rings any more: what has not begun never will.
nobody() {
    wr_fresh='' wr_waited=$wr_patience
}

# tell RUN: what is there of its output.
tell() {
    wr_run=$wr_runs/$1 wr_at=0 wr_hidden=''
    if [ -d "$wr_run" ]; then
        output
        say k
    else
        say "e norun $wr_run"
    fi
}

# left RUN: what was exported before it, and what it has left to later runs.
left() {
    wr_run=$wr_runs/$1
    if [ -d "$wr_run" ]; then
        for wr_each in given after; do
            wr_count=$(wc -c 2>/dev/null <"$wr_run/$wr_each") || wr_count=0
            wr_count=$((wr_count))
            say "o 0 $wr_count"
            [ $wr_count = 0 ] || head -c "$wr_count" "$wr_run/$wr_each"
        done
        say k
    else
        say "e norun $wr_run"
    fi
}

output() {
    if [ -s "$wr_run/output" ]; then
        hidden
        size
        if [ $((wr_bytes - wr_at)) -gt 4194304 ]; then pass; fi
        while [ "$wr_at" -lt "$wr_bytes" ]; do piece; done
    fi
}

# What is not to be shown of it, before whoever has not begun it gets any of it.
hidden() {
    if [ -z "$wr_hidden" ] && [ -s "$wr_run/secrets" ]; then
        wr_count=$(wc -c <"$wr_run/secrets")
        say "h $((wr_count))" || exit
        head -c "$((wr_count))" "$wr_run/secrets"
    fi
    wr_hidden=known
}

# The next bytes, not more than 256 KB.
piece() {
    wr_count=$((wr_bytes - wr_at))
    if [ $wr_count -gt 262144 ]; then wr_count=262144; fi
    say "o $wr_at $wr_count" || exit
    tail -c "+$((wr_at + 1))" "$wr_run/output" | head -c "$wr_count"
    wr_at=$((wr_at + wr_count)) wr_moved=${wr_moved:-1} wr_quiet=0
}

# Nobody reads so much: all but the last 256 KB is passed over, and the lines that are there are counted. wc reads the
# file itself, and all of it, which is ten times as fast as from a pipe: the step needs the processor more.
pass() {
    wr_from=$wr_at
    if read -r wr_hole wr_end 2>/dev/null <"$wr_run/hole" && [ "$wr_from" -lt "$wr_end" ]; then wr_from=$wr_end; fi
    # shellcheck disable=SC2046
    set -- $({ dd bs=1 skip="$wr_from" count=0 2>/dev/null && wc -lc; } <"$wr_run/output")
    wr_bytes=$((wr_from + $2)) wr_to=$((wr_bytes - 262144)) wr_lines=$1
    if [ $wr_to -lt "$wr_at" ]; then wr_to=$wr_at; fi
    wr_lines=$((wr_lines - $(tail -c "+$((wr_to + 1))" "$wr_run/output" | head -c $((wr_bytes - wr_to)) | wc -l)))
    say "p $wr_at $wr_to $wr_lines" || exit
    wr_at=$wr_to wr_moved=flood wr_quiet=0
}

# Not every sleep knows parts of a second.
parts() {
    [ -z "$wr_short" ] || return 0
    wr_short=0.005
    sleep 0.001 2>/dev/null || { wr_short=1 && wr_patience=5; }
}

# Waits, the longer the less happens; now and then a sign of life tells whether anybody still listens.
pause() {
    if [ "$wr_short" = 1 ]; then wr_pause=1; fi
    sleep "$wr_pause"
    case $wr_moved in
        '') ;;
        # What comes faster than anybody reads is looked at now and then: the step needs the processor more.
        flood) wr_pause=0.1 ;;
        *) wr_pause=0.01 ;;
    esac
    case $wr_pause in
        0.005) wr_pause=0.01 ;;
        0.01) wr_pause=0.02 ;;
        0.02) wr_pause=0.05 ;;
        0.05) wr_pause=0.1 ;;
        0.1) wr_pause=0.2 ;;
        *) wr_pause=0.4 wr_quiet=$((wr_quiet + 1)) ;;
    esac
    if [ "$wr_quiet" -ge 5 ]; then
        wr_quiet=0
        say . || exit
    fi
}

# x CODE BEGAN ENDED BYTES WHY HOLE END LINE CODE, or u BYTES WHY LEFT HOLE END, or n WHY.
report() {
    size
    wr_hole='0 0' wr_failure='' wr_why=0
    [ ! -s "$wr_run/hole" ] || read -r wr_hole <"$wr_run/hole"
    [ ! -s "$wr_run/failed" ] || read -r wr_failure <"$wr_run/failed"
    [ ! -e "$wr_run/late" ] || wr_why=late
    [ ! -e "$wr_run/stopped" ] || wr_why=stopped
    case $wr_state in
        over) say "x $wr_code $wr_began $wr_ended $wr_bytes $wr_why $wr_hole $wr_failure" ;;
        gone)
            wr_left=0
            # Not every shell understands both.
            if { kill -s 0 -- "-$wr_group" || kill -0 "-$wr_group"; } 2>/dev/null; then wr_left=1; fi
            say "u $wr_bytes $wr_why $wr_left $wr_hole"
            ;;
        *)
            who || wr_start=-
            say "n $wr_start"
            ;;
    esac
}

# Processes as lines of "pid parent group".
processes() {
    if [ -r /proc/self/stat ]; then
        for wr_each in /proc/[0-9]*; do
            read -r wr_stat 2>/dev/null <"$wr_each/stat" || continue
            # shellcheck disable=SC2086
            set -- ${wr_stat##*) }
            [ "$1" = Z ] || say "${wr_each#/proc/} $2 $3"
        done
    else
        ps -A -o pid= -o ppid= -o pgid=
    fi
}

# All in the group of the step, and all below it, without who runs it.
family() {
    processes | awk -v top="$wr_group" -v without="$wr_pid" '
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
    wr_run=$wr_runs/$1
    parts
    look
    if [ $wr_state = begun ]; then
        void stopped
        look
    fi
    if [ $wr_state = going ]; then
        printf '' >"$wr_run/stopped"
        terminate "$2" "$3"
        wr_tries=0
        while [ $wr_state = going ] && [ $wr_tries -lt 100 ]; do
            sleep "$wr_short"
            wr_tries=$((wr_tries + 1))
            look
        done
        if [ $wr_state = going ] && [ -n "$wr_why" ]; then
            # However it ends, it was not stopped.
            rm -f "$wr_run/stopped"
            refuse "stands $wr_why"
            return
        fi
        escaped "WARROOM_RUN_FOLDER=$wr_run/" "$(own_group)"
    fi
    say k
}

# terminate GRACE AS. In "wr_why" is what is said where it may not be ended, as by a sudo that wants a password.
terminate() {
    wr_why=
    wr_before=$(family)
    if [ -e "$wr_run/stream" ]; then signal INT "$1" "$2"; fi
    if [ $wr_state = going ]; then signal TERM "$1" "$2"; fi
    for wr_each in $wr_before $(family); do
        if ! $2 kill -s KILL "$wr_each" 2>/dev/null && exists "$wr_each"; then
            wr_why=$($2 kill -s KILL "$wr_each" 2>&1 | tail -n 1)
        fi
    done
}

# Whether there is a process of this number, whoever may end it.
exists() {
    if [ -r /proc/self/stat ]; then [ -e "/proc/$1" ]; else ps -p "$1" >/dev/null 2>&1; fi
}

# signal NAME GRACE AS. A step that is only just making its group gets it when it has one.
signal() {
    wr_told='' wr_refused=0
    wr_tries=$(($2 * 20))
    while tell_group "$1" "$3" && [ $wr_tries -gt 0 ] && [ $wr_state = going ]; do
        sleep 0.05 2>/dev/null || { sleep 1 && wr_tries=$((wr_tries - 19)); }
        wr_tries=$((wr_tries - 1))
        look
    done
}

# tell_group NAME AS: once for each that the run turns out to have.
tell_group() {
    if [ "$wr_group" != "$wr_told" ] && [ $wr_refused -lt 20 ]; then
        if $2 kill -s "$1" -- "-$wr_group" 2>/dev/null; then wr_told=$wr_group; else wr_refused=$((wr_refused + 1)); fi
    fi
}

# The group of the step in $wr_run, where it has one of its own.
own_group() {
    if who && [ "$wr_group" != "$wr_pid" ]; then say "$wr_group"; fi
}

# outlived RUN...: what goes on of what they have started, though they have ended.
outlived() {
    escaped "$(for wr_each in "$@"; do say "WARROOM_RUN_FOLDER=$wr_runs/$wr_each/"; done)" "$(for wr_each in "$@"; do
        wr_run=$wr_runs/$wr_each
        own_group
    done)"
    say k
}

# escaped MARKS GROUPS: names what has left the family and runs on: it still has the run's mark. A bash that had begun
# before its step, and what it makes of itself, has none; it is in the group.
escaped() {
    wr_named=' '
    for wr_each in $(
        grep -l -a -F "$1" /proc/[0-9]*/environ 2>/dev/null
        for wr_each in $2; do grep -l -a -E "\) [^Z] [0-9]+ $wr_each " /proc/[0-9]*/stat 2>/dev/null; done
    ); do
        wr_number=${wr_each#/proc/}
        wr_number=${wr_number%%/*}
        wr_words=$(tr '\0' ' ' 2>/dev/null <"/proc/$wr_number/cmdline")
        case $wr_named in
            *" $wr_number "*) ;;
            *) [ -z "$wr_words" ] || say "l $wr_number $wr_words" ;;
        esac
        wr_named="$wr_named$wr_number "
    done
}

# list: what is kept here.
list() {
    for wr_run in "$wr_runs"/*/; do
        wr_run=${wr_run%/}
        [ -d "$wr_run" ] || continue
        if ! there; then
            # Made ahead by a shell whose keeper was killed.
            rmdir "$wr_run" 2>/dev/null
            continue
        fi
        look
        size
        say "f $wr_state $wr_bytes ${wr_run##*/}"
    done
    say k
}

# remove RUN: unless it goes on.
remove() {
    wr_run=$wr_runs/$1
    look
    if [ $wr_state = going ]; then
        say "e going"
    elif wr_why=$(rm -rf "$wr_run" 2>&1); then
        # With the last run goes what runs them; whoever begins one makes it anew.
        for wr_run in "$wr_runs"/*/; do
            if there; then say k && return; fi
        done
        rm -rf "$wr_runs"/.programs-*
        say k
    else
        say "e files $wr_why"
    fi
}
