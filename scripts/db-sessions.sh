#!/usr/bin/env bash
# Shows who is connected to the database, and ends connections that nobody needs.
set -euo pipefail
scripts="$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=scripts/lib/service.sh
source "$scripts/lib/service.sh"
# shellcheck source=scripts/lib/database.sh
source "$scripts/lib/database.sh"

usage() {
  cat <<'USAGE'
usage: db-sessions.sh list
       db-sessions.sh end ID [--dry-run]
       db-sessions.sh end-idle SECONDS [--dry-run]

  list       a line a connection: id, user, seconds since it last did something, state, statement
  end        ends the connection with this id; its statement is rolled back
  end-idle   ends every connection that has done nothing for so long

  --dry-run  say which would be ended, and do nothing

DATABASE_URL comes from service.env in the current folder, or from the environment; see db-migrate.sh --help.
What is ended is written to logs/operations-DATE.log.
Exit codes: 0 done; 1 there is no such connection; 2 wrong usage; 3 one could not be ended;
            5 the database does not answer.
USAGE
}

readonly REFUSED=1 USAGE_ERROR=2 FAILED=3 NO_ANSWER=5

action="${1:-}"
number=""
dry_run=false
[[ $# -eq 0 ]] || shift
case "$action" in
  --help) usage; exit 0 ;;
  list) ;;
  end | end-idle)
    number="${1:-}"
    [[ "$number" =~ ^[0-9]{1,10}$ ]] || fail "$USAGE_ERROR" "$action ${number:-}: a whole number must follow; see --help"
    shift
    ;;
  *) fail "$USAGE_ERROR" "say list, end or end-idle; see --help" ;;
esac
while (($# > 0)); do
  case "$1" in
    --help) usage; exit 0 ;;
    --dry-run) dry_run=true ;;
    *) fail "$USAGE_ERROR" "$1 is not known; see --help" ;;
  esac
  shift
done
read_service_env
open_database "$USAGE_ERROR"
if ! sessions="$(db_sessions 2>"$database_work/why")"; then
  fail "$NO_ANSWER" "$(database_label) does not answer: $(tr -s '\n' ' ' <"$database_work/why")"
fi
if [[ "$action" == list ]]; then
  printf 'ID\tUSER\tSECONDS\tSTATE\tSTATEMENT\n%s\n' "$sessions" | sed '/^$/d' | column -t -s $'\t' 2>/dev/null ||
    printf '%s\n' "$sessions"
  exit 0
fi

# What is idle calls itself so: Sleep in MySQL, idle elsewhere.
ended=0
failed=0
while IFS=$'\t' read -r id user seconds state _; do
  [[ -n "$id" ]] || continue
  if [[ "$action" == end ]]; then
    [[ "$id" == "$number" ]] || continue
  else
    [[ "${state,,}" == idle* || "${state,,}" == sleep ]] || continue
    ((${seconds%%.*} >= number)) || continue
  fi
  if [[ "$dry_run" == true ]]; then
    echo "would end $id of $user, $state for $seconds s"
    ended=$((ended + 1))
  elif db_end_session "$id" >/dev/null 2>&1; then
    write_log operations database WARN "connection $id of $user ended by $(who): $state for $seconds s"
    ended=$((ended + 1))
  else
    failed=$((failed + 1))
  fi
done <<<"$sessions"
if ((failed > 0)); then
  fail "$FAILED" "$failed connections could not be ended, $ended were"
fi
if [[ "$action" == end ]] && ((ended == 0)); then
  fail "$REFUSED" "there is no connection $number; db-sessions.sh list shows them"
fi
if [[ "$dry_run" == true ]]; then
  echo "Dry run: nothing was changed."
else
  echo "Ended $ended connections."
fi
