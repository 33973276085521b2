# bash driver RUN CARRY FOLDER RESUMES GIVEN: the script, until its first command that fails. Names of this begin with warroom_.
# With RESUMES it goes on with all that the run in CARRY had, where else with its folder and exported variables; with GIVEN
# it writes down which it was given. Without a RUN it waits until it is told one. What only a failure needs is in a file of
# its own: most steps have none, and to read it would take longer than the step.
warroom_run=$1 warroom_carry=$2 warroom_folder=$3 warroom_resumes=$4 warroom_programs=${0%/*} warroom_nothing=

warroom_ended() {
    local warroom_code=$1 warroom_options=$-
    trap - ERR EXIT
    set +eEu
    if [ "$warroom_code" = 1 ] && [ -n "$warroom_nothing" ] && [ ! -s "$warroom_run/failed" ]; then
        warroom_code=0
    fi
    { export -p; printf 'cd -- %q\n' "$PWD"; } 2>/dev/null >"$warroom_run/after"
    if [ -s "$warroom_run/failed" ]; then
        . "$warroom_programs/failed"
        warroom_inside 2>/dev/null >"$warroom_run/inside"
    fi
    exit "$warroom_code"
}

if [ -z "$warroom_run" ]; then
    . "$warroom_programs/waits"
elif [ -n "$5" ]; then
    export -p >"$warroom_run/given"
fi
if [ -s "$warroom_carry/after" ]; then
    warroom_id=$WARROOM_RUN
    . "$warroom_carry/after"
    [ -z "$warroom_resumes" ] || [ ! -s "$warroom_carry/inside" ] || . "$warroom_carry/inside"
    WARROOM_RUN=$warroom_id WARROOM_RUN_FOLDER=$warroom_run/
fi
if [ -e "$warroom_run/environment" ]; then
    . "$warroom_run/environment"
    rm -f "$warroom_run/environment"
fi
[ -z "$warroom_folder" ] || cd "$warroom_folder" || exit 126
set --

trap 'warroom_at=("${PIPESTATUS[*]}" $? "$LINENO" "$BASH_COMMAND"); . "$warroom_programs/failed"; warroom_failed "${warroom_at[@]}"' ERR
trap 'warroom_ended $?' EXIT
set -eE
. "$warroom_run/script"
