# sh supervise RUN: runs one step, whatever becomes of whoever started it. Its settings stand above.
run=$1
[ -n "$interactive" ] || exec </dev/null >/dev/null 2>&1
[ -z "$carry" ] || carry=${run%/*}/$carry
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

# Seconds on a clock that nobody sets back, where there is one.
now() {
    if [ -r /proc/uptime ]; then read -r now rest </proc/uptime; else now=$(date +%s); fi
}

# Whoever makes this file decides: the run begins, or it never does.
mask=$(umask)
umask 077
set -C
printf '%s\n' "$$ $start $boot" >"$run/pid" || exit
set +C
umask "$mask"
now
began=$now

# This stays until the step has ended, to write down how; what it starts does get these signals.
trap : TERM INT HUP QUIT

# everybody SIGNAL: all in the group but this and the watcher
everybody() {
    for each in /proc/[0-9]*; do
        read -r stat 2>/dev/null <"$each/stat" || continue
        # shellcheck disable=SC2086
        set -- "$1" ${stat##*) }
        [ "$4" = $$ ] || continue
        case ${each#/proc/} in
            "$$" | "$self") ;;
            *) $as kill -s "$1" "${each#/proc/}" ;;
        esac
    done
}

# Keeps the beginning and the end of an output that is too long, and ends a step that takes too long.
watch() {
    trap '' TERM INT HUP QUIT
    read -r self rest </proc/self/stat || self=0
    half=$((most / 2 / 4096 * 4096)) end=$half seconds=0
    while sleep 1; do
        seconds=$((seconds + 1))
        if [ "$limit" -gt 0 ] && [ $seconds -ge "$limit" ]; then
            printf '' >"$run/late"
            everybody TERM
            sleep "$grace"
            everybody KILL
            return
        fi
        bytes=$(($(wc -c <"$run/output")))
        while [ $((bytes - half - end)) -gt $((half / 4)) ]; do
            to=$(((bytes - half) / 4096 * 4096))
            printf '%s\n' "$half $to" >"$run/hole"
            fallocate -p -o $end -l $((to - end)) "$run/output" || return
            end=$to
            sleep 0.1
            bytes=$(($(wc -c <"$run/output")))
        done
    done
}

case $folder in
    '') folder=${HOME:-/} ;;
    '~') folder=$HOME ;;
    '~/'*) folder=$HOME/${folder#'~/'} ;;
esac
watch &
watcher=$!
WARROOM_RUN=$id
export WARROOM_RUN
if [ -z "$interactive" ]; then
    TERM=dumb PAGER=cat GIT_PAGER=cat
    export TERM PAGER GIT_PAGER
fi
unset BASH_ENV ENV
if cd "$folder" 2>>"$run/output"; then
    if [ -n "$interactive" ]; then
        printf '(it ran in a terminal of its own: what was on its screen is not kept)\n' >>"$run/output"
        [ -z "$plain" ] || . "$run/environment"
        # shellcheck disable=SC2086
        case $plain in
            '') ${as:+$as env WARROOM_RUN=$id} $shell "$run/driver" "$run" "$carry" "$fixed" "$resumes" ;;
            *) $as $shell "$run/script" ;;
        esac
    elif [ -n "$plain" ]; then
        . "$run/environment"
        rm -f "$run/environment"
        # shellcheck disable=SC2086
        $as $shell "$run/script" >>"$run/output" 2>&1
    else
        # shellcheck disable=SC2086
        ${as:+$as env WARROOM_RUN=$id TERM=dumb PAGER=cat GIT_PAGER=cat} $shell "$run/driver" "$run" "$carry" "$fixed" "$resumes" >>"$run/output" 2>&1
    fi
    code=$?
else
    code=126
fi
now
# Over what is there, and not anew: there is room for it even when the disk is full.
printf '%s\n' "$code $began $now" 1<>"$run/exit"
kill -s KILL $watcher
if [ -n "$interactive" ] && [ $code != 0 ]; then
    printf '\nIt ended with exit code %s. Enter closes this.\n' $code
    read -r answer
fi
