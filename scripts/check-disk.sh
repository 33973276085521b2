#!/usr/bin/env bash
# Says how full a file system is, as a Nagios plugin does.
set -euo pipefail
# shellcheck source=scripts/lib/service.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib/service.sh"

usage() {
  cat <<'USAGE'
usage: check-disk.sh [--warning PERCENT] [--critical PERCENT] [--quota MIB] [--verbose] [FOLDER]

Looks at the file system that FOLDER (the current one) is on, or at what FOLDER takes of a quota.

  --warning PERCENT    from which it is a warning (DISK_WARNING, or 80)
  --critical PERCENT   from which it is critical (DISK_CRITICAL, or 90)
  --quota MIB          FOLDER may hold so much
  --verbose            say the limits too

DISK_WARNING and DISK_CRITICAL come from service.env in the current folder, or from the environment.
Exit codes: 0 ok, 1 warning, 2 critical, 3 unknown or wrong usage.
USAGE
}

read_service_env
warning="${DISK_WARNING:-80}"
critical="${DISK_CRITICAL:-90}"
folder=.
quota=""
FLAGS="--verbose"
take() {
  case "$1" in
    --warning | --critical | --quota)
      [[ -n "${2:-}" ]] || fail "$UNKNOWN" "$1: a number must follow"
      printf -v "${1#--}" '%s' "$2"
      taken=2
      ;;
    -*) return 1 ;;
    *) folder="$1" ;;
  esac
}
take_arguments "$UNKNOWN" "$@"
for limit in "$warning" "$critical"; do
  is_percentage "$limit" || fail "$UNKNOWN" "limit \"$limit\" must be a number from 0 to 100"
done

if [[ -n "$quota" ]]; then
  [[ "$quota" =~ ^[1-9][0-9]{0,7}$ ]] || fail "$UNKNOWN" "--quota $quota: whole MiB must follow"
  # Files come and go while du looks; what is gone does not count.
  kib="$(du -sk --apparent-size -- "$folder" 2>/dev/null | cut -f 1 || true)"
  if [[ -z "$kib" ]]; then
    echo "UNKNOWN: du cannot look at $folder"
    exit "$UNKNOWN"
  fi
  used=$((kib * 100 / (quota * 1024)))
  free_mib=$((quota - kib / 1024))
  mount="$folder (quota $quota MiB)"
else
  # -P keeps a long device name on the same line.
  if ! line="$(df -P -k -- "$folder" 2>/dev/null | tail -n 1)" || [[ -z "$line" ]]; then
    echo "UNKNOWN: df cannot look at $folder"
    exit "$UNKNOWN"
  fi
  if [[ ! "$line" =~ ([0-9]+)[[:space:]]+([0-9]+)%[[:space:]]+(/.*)$ ]]; then
    echo "UNKNOWN: df answered what cannot be read: $line"
    exit "$UNKNOWN"
  fi
  free_mib=$((BASH_REMATCH[1] / 1024))
  used="${BASH_REMATCH[2]}"
  mount="${BASH_REMATCH[3]}"
fi

level $((used * 100)) "$warning" "$critical"
echo "$(status_word "$code"): $mount is $used % full, $free_mib MiB free (limit $limit %)"
say "limits: warning from $warning %, critical from $critical %"
exit "$code"
