# sh driver RUN CARRY FOLDER: the script, until its first command that fails. Names of this begin with warroom_.
warroom_run=$1
export -p >"$warroom_run/before"
if [ -s "$2/after" ]; then
    warroom_id=$WARROOM_RUN
    . "$2/after"
    WARROOM_RUN=$warroom_id
fi
. "$warroom_run/environment"
rm -f "$warroom_run/environment"
[ -z "$3" ] || cd "$3" || exit 126
set --

warroom_ended() {
    set +e
    warroom_folder=$(pwd | sed "s/'/'\\\\''/g")
    { export -p; printf '%s\n' "cd -- '$warroom_folder'"; } 2>/dev/null >"$warroom_run/after"
    exit "$1"
}

trap 'warroom_ended $?' EXIT
set -e
. "$warroom_run/script"
