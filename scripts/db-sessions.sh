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
       db-sessions.sh end ID [--dry-run] [--verbose]
       db-sessions.sh end-idle SECONDS [--dry-run] [--verbose]

  list       a line a connection: id, user, seconds since it last did something, state, statement
  end        ends the connection with this id; its statement is rolled back
  end-idle   ends every connection that has done nothing for so long

  --dry-run  say which would be ended, and do nothing
  --verbose  name each that is ended

DATABASE_URL comes from service.env in the current folder, or from the environment; see db-migrate.sh --help.
What is ended is written to logs/operations-DATE.log.
Exit codes: 0 done; 1 there is no such connection; 2 wrong usage; 3 one could not be ended;
            4 another one ends connections; 5 the database does not answer.
USAGE
}

readonly REFUSED=1 USAGE_ERROR=2 FAILED=3 LOCKED=4 NO_ANSWER=5

action="${1:-}"
number=""
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
FLAGS="--dry-run --verbose"
take() {
  return 1
}
take_arguments "$USAGE_ERROR" "$@"
read_service_env
open_database "$USAGE_ERROR"
if ! sessions="$(db_sessions 2>"$database_work/why")"; then
  fail "$NO_ANSWER" "$(database_label) does not answer: $(why)"
fi
if [[ "$action" == list ]]; then
  printf 'ID\tUSER\tSECONDS\tSTATE\tSTATEMENT\n%s\n' "$sessions" | sed '/^$/d' | column -t -s $'\t' 2>/dev/null ||
    printf '%s\n' "$sessions"
  exit 0
fi

[[ "$dry_run" == true ]] || take_lock .sessions.lock 0 || fail "$LOCKED" "another db-sessions.sh ends connections in $PWD"

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
    say "ended $id of $user, $state for $seconds s"
    write_log operations database WARN "connection $id of $user ended by $(who): $state for $seconds s"
    ended=$((ended + 1))
  else
    failed=$((failed + 1))
  fi
done <<<"$sessions"
if ((failed > 0)); then
  fail "$FAILED" "$(counted "$failed" connection) could not be ended, $ended were"
fi
if [[ "$action" == end ]] && ((ended == 0)); then
  fail "$REFUSED" "there is no connection $number; db-sessions.sh list shows them"
fi
[[ "$dry_run" == false ]] || dry_run_ends
echo "Ended $(counted "$ended" connection)."
