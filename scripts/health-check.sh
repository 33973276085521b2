#!/usr/bin/env bash
# Says in one line whether the service is healthy, as a Nagios plugin does.
set -euo pipefail
scripts="$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=scripts/lib/service.sh
source "$scripts/lib/service.sh"

usage() {
  cat <<'USAGE'
usage: health-check.sh [--verbose] [--continuous [--interval SECONDS]]

Checks the HTTP endpoint and how long it takes, the error rate, the disk and the memory; the process
where service.sh can ask for it; the database where DATABASE_URL says which; the age of the newest backup where there
is a folder backups (BACKUP_FOLDER); the volume where VOLUME_MIB says its quota; the certificate where there is tls/port.

  --verbose            a line for each check below the summary
  --continuous         again and again, each line with its time, until interrupted
  --interval SECONDS   between two rounds, from 1 to 86400 (60); only with --continuous

Limits: RESPONSE_WARNING 500 ms, RESPONSE_CRITICAL 2000 ms, DISK_WARNING 80 %, DISK_CRITICAL 90 %,
MEMORY_WARNING 90 %, MEMORY_CRITICAL 95 %, BACKUP_MAX_HOURS 26. They and SERVICE_URL come from service.env in the
current folder, or from the environment.
Exit codes: 0 ok, 1 warning, 2 critical, 3 unknown or wrong usage; the worst check counts.
Interrupted, --continuous ends with the code of its last round.
USAGE
}

continuous=false
interval=""
FLAGS="--verbose"
take() {
  case "$1" in
    --continuous) continuous=true ;;
    --interval)
      interval="${2:-}"
      if [[ ! "$interval" =~ ^[1-9][0-9]{0,4}$ ]] || ((interval > 86400)); then
        fail "$UNKNOWN" "--interval $interval: whole seconds from 1 to 86400 must follow"
      fi
      taken=2
      ;;
    *) return 1 ;;
  esac
}
take_arguments "$UNKNOWN" "$@"
if [[ -n "$interval" && "$continuous" == false ]]; then
  fail "$UNKNOWN" "--interval $interval says how often --continuous looks; add --continuous"
fi
read_service_env
need_service_url "$UNKNOWN"
backups="${BACKUP_FOLDER:-backups}"
names=(endpoint "error rate")
[[ -z "${SERVICE_CONTROL:-}" && ! -d .supervisor ]] || names+=(process)
[[ -z "${DATABASE_URL:-}" ]] || names+=(database)
names+=(disk memory)
[[ -z "${VOLUME_MIB:-}" ]] || names+=(volume)
[[ ! -f tls/port ]] || names+=(certificate)
[[ -z "${BACKUP_FOLDER:-}" && ! -d "$backups" ]] || names+=(backup)

# Each check prints one line, "WORD: detail", and returns its code.
check_endpoint() {
  http_get "$SERVICE_URL/health" 5
  local detail="$SERVICE_URL/health answered $HTTP_STATUS in $HTTP_MILLIS ms"
  local warning="${RESPONSE_WARNING:-500}" critical="${RESPONSE_CRITICAL:-2000}"
  if [[ ! "$warning" =~ ^[0-9]{1,6}$ || ! "$critical" =~ ^[0-9]{1,6}$ ]]; then
    echo "UNKNOWN: RESPONSE_WARNING $warning and RESPONSE_CRITICAL $critical must be milliseconds"
    return "$UNKNOWN"
  fi
  case "$HTTP_STATUS" in
    2??)
      if ((HTTP_MILLIS >= critical)); then
        echo "CRITICAL: $detail (limit $critical ms)"
        return "$CRITICAL"
      elif ((HTTP_MILLIS >= warning)); then
        echo "WARNING: $detail (limit $warning ms)"
        return "$WARNING"
      fi
      echo "OK: $detail"
      ;;
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
  local code limit warning="${MEMORY_WARNING:-90}" critical="${MEMORY_CRITICAL:-95}"
  if ! is_percentage "$warning" || ! is_percentage "$critical"; then
    echo "UNKNOWN: MEMORY_WARNING $warning and MEMORY_CRITICAL $critical must be from 0 to 100"
    return "$UNKNOWN"
  fi
  level $((used * 100)) "$warning" "$critical"
  echo "$(status_word "$code"): $used % used, $((available / 1024)) MiB available"
  return "$code"
}

# Each of the scripts says on its own what is wrong; its exit code is no check's.
check_process() {
  local said code=0
  said="$("$scripts/service.sh" status 2>&1)" || code="$?"
  said="${said%%$'\n'*}"
  case "$code" in
    0) echo "OK: $said" ;;
    3) echo "CRITICAL: $said"; return "$CRITICAL" ;;
    *) echo "UNKNOWN: $said"; return "$UNKNOWN" ;;
  esac
}

check_database() {
  local said code=0
  said="$("$scripts/db-migrate.sh" status 2>&1)" || code="$?"
  said="${said%%$'\n'*}"
  case "$code" in
    0) echo "OK: $said" ;;
    5) echo "CRITICAL: ${said#db-migrate.sh: }"; return "$CRITICAL" ;;
    *) echo "UNKNOWN: $said"; return "$UNKNOWN" ;;
  esac
}

check_backup() {
  local file newest=0 name="" time hours limit="${BACKUP_MAX_HOURS:-26}"
  if [[ ! "$limit" =~ ^[1-9][0-9]{0,4}$ ]]; then
    echo "UNKNOWN: BACKUP_MAX_HOURS $limit must be whole hours"
    return "$UNKNOWN"
  fi
  for file in "$backups"/*; do
    # What is being written, or was found not to work, is no backup.
    [[ -f "$file" && "$file" != *.part && "$file" != *.untried && "$file" != *.sha256 ]] || continue
    time="$(stat -c %Y -- "$file")"
    if ((time > newest)); then
      newest="$time"
      name="${file##*/}"
    fi
  done
  if [[ -z "$name" ]]; then
    echo "CRITICAL: there is no backup in $backups"
    return "$CRITICAL"
  fi
  hours=$((($(date +%s) - newest) / 3600))
  if ((hours >= limit)); then
    echo "CRITICAL: the newest backup, $name, is $hours h old (limit $limit h)"
    return "$CRITICAL"
  fi
  echo "OK: $name is $hours h old (limit $limit h)"
}

run_check() {
  case "$1" in
    endpoint) check_endpoint ;;
    "error rate") "$scripts/check-error-rate.sh" ;;
    process) check_process ;;
    database) check_database ;;
    backup) check_backup ;;
    disk) "$scripts/check-disk.sh" ;;
    volume) "$scripts/check-disk.sh" --warning 80 --critical 95 --quota "$VOLUME_MIB" "${VOLUME_FOLDER:-volume}" ;;
    certificate) "$scripts/check-certificate.sh" ;;
    memory) check_memory ;;
  esac
}

# How bad a code is: unknown is worse than a warning, and critical is worse than unknown.
readonly UNKNOWN_WEIGHT=2
weights=([OK]=0 [WARNING]=1 [CRITICAL]=3)

# look: runs every check, prints the summary, returns the worst code.
look() {
  local name line code worst="$OK" weight worst_weight=0 bad="" details=""
  for name in "${names[@]}"; do
    code="$OK"
    line="$(run_check "$name")" || code="$?"
    printf -v line '  %-11s  %s' "$name" "$line"
    details+="$line"$'\n'
    if ((code != OK)); then
      bad+="${bad:+, }$name $(status_word "$code")"
    fi
    weight="${weights[code]:-$UNKNOWN_WEIGHT}"
    if ((weight > worst_weight)); then
      worst="$code"
      worst_weight="$weight"
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
