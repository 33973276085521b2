# Runs one step in its own session: sh -c THIS supervise RUN-FOLDER WORK-FOLDER
# Leaves beside the script: "pid" (process id, its start in clock ticks, boot id), "output", "exit".
exec </dev/null >/dev/null 2>&1
umask 077
run=$1
work=$2

start=- boot=-
if [ -r /proc/$$/stat ]; then
    read -r stat </proc/$$/stat
    set -- ${stat##*) }
    start=${20}
    read -r boot </proc/sys/kernel/random/boot_id
fi
echo "$$ $start $boot" >"$run/pid"

# A signal to the whole group ends the script; this stays to write down how.
trap : TERM INT HUP QUIT
if cd "$work" 2>>"$run/output"; then
    umask 022
    bash -e "$run/script" >>"$run/output" 2>&1
    code=$?
    umask 077
else
    code=126
fi
echo "$code" >"$run/exit"
