#!/usr/bin/env bash
# Says who listens on the service's port, and ends whoever holds it without being the service.
set -euo pipefail
scripts="$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=scripts/lib/service.sh
source "$scripts/lib/service.sh"

usage() {
  cat <<'USAGE'
usage: port.sh show [PORT]
       port.sh free [PORT] [--dry-run] [--verbose]

  show   who listens on PORT (the one in SERVICE_URL): process id, user, since when, command
  free   asks that process to end, and after 5 s makes it; never the service that the supervisor runs

  --dry-run   say who would be ended, and do nothing
  --verbose   say each thing that is done

What is done is written to logs/operations-DATE.log.

SERVICE_URL comes from service.env in the current folder, or from the environment.
Exit codes: 0 done, or nobody listens; 1 it could not be ended, or its process cannot be seen; 2 wrong usage;
            4 another one ends it.
USAGE
}

readonly FAILED=1 USAGE_ERROR=2 LOCKED=4

action="${1:-}"
case "$action" in
  --help) usage; exit 0 ;;
  show | free) shift ;;
  *) fail "$USAGE_ERROR" "say show or free; see --help" ;;
esac
port=""
FLAGS="--dry-run --verbose"
SAY="a port is a number from 1 to 65535; see --help"
take() {
  [[ -z "$port" && "$1" =~ ^[1-9][0-9]{0,4}$ ]] && (($1 <= 65535)) || return 1
  port="$1"
}
take_arguments "$USAGE_ERROR" "$@"
read_service_env
if [[ -z "$port" ]]; then
  need_service_url "$USAGE_ERROR"
  [[ "$SERVICE_URL" =~ :([0-9]{1,5})$ ]] || fail "$USAGE_ERROR" "SERVICE_URL $SERVICE_URL has no port: say which"
  port="${BASH_REMATCH[1]}"
fi

# The kernel lists listening sockets by number; whose they are shows in the processes' open files.
inode="$(awk -v port="$(printf ':%04X' "$port")" \
  '$4 == "0A" && substr($2, length($2) - 4) == port { print $10; exit }' /proc/net/tcp /proc/net/tcp6 2>/dev/null)"
if [[ -z "$inode" ]]; then
  echo "Nobody listens on port $port."
  exit 0
fi
holder="$(find /proc/[0-9]*/fd -maxdepth 1 -lname "socket:\[$inode\]" 2>/dev/null | head -n 1 || true)"
[[ -n "$holder" ]] || fail "$FAILED" "somebody listens on port $port, but only root can see who: ask with sudo"
holder="${holder#/proc/}"
pid="${holder%%/*}"
command="$(tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | cut -c 1-160)"
since="$(date -u -d "@$(stat -c %Y "/proc/$pid")" +%Y-%m-%dT%H:%M:%SZ)"
user="$(stat -c %U "/proc/$pid")"

# Whether the supervisor says that this is the service.
is_service() {
  [[ -r .supervisor/service.ready && "$(<.supervisor/service.ready)" == "$pid" ]]
}

kind="not the service that runs now"
! is_service || kind="the service itself"
echo "Port $port: process $pid of $user since $since, $kind: $command"
[[ "$action" == free ]] || exit 0
if is_service; then
  echo "Nothing to do: the service has its port."
  exit 0
fi
if [[ "$dry_run" == true ]]; then
  echo "Dry run: would end process $pid."
  exit 0
fi
take_lock .port.lock 0 || fail "$LOCKED" "another port.sh frees a port in $PWD"
say "asking process $pid to end"
kill "$pid" 2>/dev/null || fail "$FAILED" "process $pid of $user cannot be ended: ask its owner, or use sudo"
for ((tries = 0; tries < 50; tries++)); do
  kill -0 "$pid" 2>/dev/null || break
  sleep 0.1
done
if kill -0 "$pid" 2>/dev/null; then
  say "it does not hear: killing it"
  kill -KILL "$pid" 2>/dev/null || true
  sleep 0.2
fi
! kill -0 "$pid" 2>/dev/null || fail "$FAILED" "process $pid does not end"
write_log operations port WARN "process $pid, which held port $port, ended by $(who): $command"
echo "Ended process $pid; port $port is free."
