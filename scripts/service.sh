#!/usr/bin/env bash
# Starts, stops and restarts the service through its supervisor. Where another supervisor runs the service, SERVICE_CONTROL
# names what asks that one: the runbooks, deploy.sh and rollback.sh only know this script.
set -euo pipefail
# shellcheck source=scripts/lib/service.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib/service.sh"

usage() {
  cat <<'USAGE'
usage: service.sh start|stop|restart [--instances N] [--dry-run] [--verbose]
       service.sh start|stop|restart database [--dry-run] [--verbose]
       service.sh status [database]
       service.sh url

Asks the supervisor of the current folder through .supervisor/ and waits, at most 100 s, until it has
answered. A start runs the release that the link "current" names, and waits, at most 20 s more, until the
service has answered three times in a row within 1 s, and no longer says that it is starting. Whether it is
healthy then, health-check.sh tells. "url" prints SERVICE_URL.

Where SERVICE_CONTROL names a program, that is called instead, with the same words. Its "status" must print
"NAME VERSION runs" and end with 0, or end with 3 where the service is stopped. A unit of systemd takes a few lines.

  --instances N   how many instances shall run, from 1 to 8 (as many as before)
  --dry-run       say what would be done, and do nothing
  --verbose       say each thing that is done

What is done is written to logs/operations-DATE.log.

Exit codes: 0 done, or status: running; 1 the supervisor could not do it; 2 wrong usage;
            3 status: stopped; 4 the supervisor does not answer.
USAGE
}

readonly FAILED=1 USAGE_ERROR=2 STOPPED=3 NO_ANSWER=4
control=.supervisor
# As long as a supervisor takes at the most: it ends one process and starts two.
limit_seconds=100

action="${1:-}"
case "$action" in
  --help) usage; exit 0 ;;
  start | stop | restart | status | url) shift ;;
  "") fail "$USAGE_ERROR" "say start, stop, restart, status or url; see --help" ;;
  *) fail "$USAGE_ERROR" "$action is not known; say start, stop, restart, status or url" ;;
esac
instances=""
part=service
FLAGS="--dry-run --verbose"
take() {
  case "$1" in
    database) part=database ;;
    --instances)
      instances="${2:-}"
      [[ "$instances" =~ ^[1-8]$ ]] || fail "$USAGE_ERROR" "--instances $instances: a number from 1 to 8 must follow"
      taken=2
      ;;
    *) return 1 ;;
  esac
}
take_arguments "$USAGE_ERROR" "$@"
if [[ -n "$instances" && "$part" == database ]]; then
  fail "$USAGE_ERROR" "--instances goes with the service, not with the database"
fi
if [[ -n "$instances" && "$action" != start && "$action" != restart ]]; then
  fail "$USAGE_ERROR" "--instances goes with start and restart, not with $action"
fi

asking=false
[[ "$action" != status && "$action" != url ]] || asking=true
[[ "$dry_run" == false || "$asking" == false ]] ||
  fail "$USAGE_ERROR" "--dry-run goes with start, stop and restart; $action changes nothing"

read_service_env
if [[ "$action" == url ]]; then
  need_service_url "$USAGE_ERROR"
  echo "$SERVICE_URL"
  exit 0
fi
if [[ -n "${SERVICE_CONTROL:-}" ]]; then
  [[ -x "$SERVICE_CONTROL" ]] || fail "$NO_ANSWER" "SERVICE_CONTROL $SERVICE_CONTROL is not a program that can be run"
  words=("$action")
  [[ "$part" == service ]] || words+=("$part")
  [[ -z "$instances" ]] || words+=(--instances "$instances")
  if [[ "$dry_run" == true ]]; then
    say "would call $SERVICE_CONTROL ${words[*]}"
    dry_run_ends
  fi
  [[ "$asking" == true ]] || write_log operations "$part" INFO "$action by $(who), through $SERVICE_CONTROL"
  say "calling $SERVICE_CONTROL ${words[*]}"
  exec "$SERVICE_CONTROL" "${words[@]}"
fi
if [[ ! -r "$control/state" ]]; then
  fail "$NO_ANSWER" "$PWD has no $control/state: run this in the workspace's folder, while the service's supervisor runs"
fi

# need_supervisor: ends the script where it is known that there is none any more.
need_supervisor() {
  [[ -z "${SUPERVISOR_PID:-}" ]] || kill -0 "$SUPERVISOR_PID" 2>/dev/null ||
    fail "$NO_ANSWER" "the supervisor (process $SUPERVISOR_PID) does not run any more"
}
need_supervisor

# state KEY: the value in the state file. The file is replaced in one go, so it is always whole.
state() {
  local line
  while IFS= read -r line; do
    if [[ "$line" == "$1="* ]]; then
      echo "${line#*=}"
      return
    fi
  done <"$control/state"
}

describe() {
  if [[ "$part" == database ]]; then
    echo "the database is $(state database)"
    [[ "$(state database)" == running ]] || return "$STOPPED"
    return
  fi
  if [[ "$(state state)" == running ]]; then
    echo "$SERVICE_NAME $(state release) runs with $(counted "$(state instances)" instance) since $(state since)"
  else
    echo "$SERVICE_NAME is stopped since $(state since)"
    return "$STOPPED"
  fi
}

if [[ "$action" == status ]]; then
  code=0
  describe || code="$?"
  exit "$code"
fi

if [[ "$dry_run" == true ]]; then
  say "$(describe || true)"
  say "would ask the supervisor to $action the $part${instances:+, $(counted "$instances" instance)}"
  dry_run_ends
fi

# One request at a time: a second one would replace the first before it is read.
take_lock "$control/lock" "$limit_seconds" || fail "$NO_ANSWER" "another request is still under way after $limit_seconds s"

id="$$-$(now_millis)"
printf 'id=%s\naction=%s\npart=%s\ninstances=%s\n' "$id" "$action" "$part" "$instances" >"$control/request.next"
mv -f "$control/request.next" "$control/request"

say "asked the supervisor to $action the $part; waiting for its answer"
deadline=$((SECONDS + limit_seconds))
until [[ "$(state request)" == "$id" ]]; do
  need_supervisor
  if ((SECONDS >= deadline)); then
    fail "$NO_ANSWER" "the supervisor has not answered $action within $limit_seconds s; look again with service.sh status"
  fi
  sleep 0.1
done

failure="$(state failure)"
if [[ -n "$failure" ]]; then
  write_log operations "$part" ERROR "$action by $(who) failed: $failure"
  fail "$FAILED" "$action failed: $failure"
fi
write_log operations "$part" INFO "$action by $(who)"
if [[ "$action" != stop && "$part" == service && -n "${SERVICE_URL:-}" ]]; then
  # The first answers of a process that has just begun can be slow, and say nothing about the next.
  deadline=$((SECONDS + 20)) settled=0
  while ((settled < 3 && SECONDS < deadline)); do
    http_get "${SERVICE_URL%/}/health" 1
    if [[ "$HTTP_STATUS" == 000 || "$HTTP_BODY" == *'"status":"starting"'* ]]; then
      settled=0
      sleep 0.2
    else
      settled=$((settled + 1))
    fi
  done
fi
describe || [[ "$action" == stop ]]
