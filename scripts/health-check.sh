#!/usr/bin/env bash
# Says in one line whether the service is healthy, as a Nagios plugin does.
set -euo pipefail
scripts="$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=scripts/lib/service.sh
source "$scripts/lib/service.sh"

usage() {
  cat <<'USAGE'
usage: health-check.sh [--verbose] [--continuous [--interval SECONDS]]

Checks the HTTP endpoint, the error rate, the disk and the memory.

  --verbose            a line for each check below the summary
  --continuous         again and again, each line with its time, until interrupted
  --interval SECONDS   between two rounds, from 1 to 86400 (60); only with --continuous

SERVICE_URL comes from service.env in the current folder, or from the environment.
Exit codes: 0 ok, 1 warning, 2 critical, 3 unknown or wrong usage; the worst check counts.
Interrupted, --continuous ends with the code of its last round.
USAGE
}

verbose=false
continuous=false
interval=""
while (($# > 0)); do
  case "$1" in
    --help) usage; exit 0 ;;
    --verbose) verbose=true; shift ;;
    --continuous) continuous=true; shift ;;
    --interval)
      interval="${2:-}"
      if [[ ! "$interval" =~ ^[1-9][0-9]{0,4}$ ]] || ((interval > 86400)); then
        fail "$UNKNOWN" "--interval $interval: whole seconds from 1 to 86400 must follow"
      fi
      shift 2
      ;;
    *) fail "$UNKNOWN" "$1 is not known; see --help" ;;
  esac
done
if [[ -n "$interval" && "$continuous" == false ]]; then
  fail "$UNKNOWN" "--interval $interval says how often --continuous looks; add --continuous"
fi
read_service_env
need_service_url "$UNKNOWN"

# Each check prints one line, "WORD: detail", and returns its code.
check_endpoint() {
  http_get "$SERVICE_URL/health" 5
  local detail="$SERVICE_URL/health answered $HTTP_STATUS in $HTTP_MILLIS ms"
  case "$HTTP_STATUS" in
    2??) echo "OK: $detail" ;;
    000) echo "CRITICAL: no answer from $SERVICE_URL/health"; return "$CRITICAL" ;;
    *) echo "CRITICAL: $detail ${HTTP_BODY%%$'\n'*}"; return "$CRITICAL" ;;
  esac
}

check_memory() {
  local name value total="" available="" used
  if [[ ! -r /proc/meminfo ]]; then
    echo "OK: not looked at, this system has no /proc/meminfo"
    return "$OK"
  fi
  while read -r name value _; do
    case "$name" in
      MemTotal:) total="$value" ;;
      MemAvailable:) available="$value" ;;
    esac
  done </proc/meminfo
  if [[ -z "$total" || -z "$available" ]]; then
    echo "UNKNOWN: /proc/meminfo does not say how much is available"
    return "$UNKNOWN"
  fi
  used=$(((total - available) * 100 / total))
  local code="$OK" warning="${MEMORY_WARNING:-90}" critical="${MEMORY_CRITICAL:-95}"
  if ! is_percentage "$warning" || ! is_percentage "$critical"; then
    echo "UNKNOWN: MEMORY_WARNING $warning and MEMORY_CRITICAL $critical must be from 0 to 100"
    return "$UNKNOWN"
  fi
  if ((used * 100 >= $(hundredths "$critical"))); then
    code="$CRITICAL"
  elif ((used * 100 >= $(hundredths "$warning"))); then
    code="$WARNING"
  fi
  echo "$(status_word "$code"): $used % used, $((available / 1024)) MiB available"
  return "$code"
}

run_check() {
  case "$1" in
    endpoint) check_endpoint ;;
    "error rate") "$scripts/check-error-rate.sh" ;;
    disk) "$scripts/check-disk.sh" ;;
    memory) check_memory ;;
  esac
}

# How bad a code is: unknown is worse than a warning, and critical is worse than unknown.
weight() {
  case "$1" in
    "$OK") echo 0 ;;
    "$WARNING") echo 1 ;;
    "$CRITICAL") echo 3 ;;
    *) echo 2 ;;
  esac
}

# look: runs every check, prints the summary, returns the worst code.
look() {
  local name line code worst="$OK" bad="" details=""
  local names=(endpoint "error rate" disk memory)
  for name in "${names[@]}"; do
    code="$OK"
    line="$(run_check "$name")" || code="$?"
    details+="$(printf '  %-10s  %s' "$name" "$line")"$'\n'
    if ((code != OK)); then
      bad+="${bad:+, }$name $(status_word "$code")"
    fi
    if (($(weight "$code") > $(weight "$worst"))); then
      worst="$code"
    fi
  done
  echo "$(status_word "$worst"): $SERVICE_NAME: ${bad:-all ${#names[@]} checks pass}"
  if [[ "$verbose" == true ]]; then
    printf '%s' "$details"
  fi
  return "$worst"
}

code="$OK"
if [[ "$continuous" == false ]]; then
  look || code="$?"
  exit "$code"
fi
last="$code"
pause=""
stop() {
  [[ -z "$pause" ]] || kill "$pause" 2>/dev/null || true
  exit "$last"
}
trap stop INT TERM
while true; do
  code="$OK"
  round="$(look)" || code="$?"
  last="$code"
  echo "$(date -u +%Y-%m-%dT%H:%M:%SZ) $round"
  # Waiting for a child lets the trap act at once, which waiting in the foreground does not.
  sleep "${interval:-60}" &
  pause="$!"
  wait "$pause" || true
done
