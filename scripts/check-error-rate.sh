#!/usr/bin/env bash
# Says how many of the service's answers were failures, as a Nagios plugin does.
set -euo pipefail
# shellcheck source=scripts/lib/service.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib/service.sh"

usage() {
  cat <<'USAGE'
usage: check-error-rate.sh [--warning PERCENT] [--critical PERCENT] [--verbose]

Asks SERVICE_URL/error-rate and compares the share of failed requests.

  --warning PERCENT    from which it is a warning (0.1)
  --critical PERCENT   from which it is critical (1)
  --verbose            say the limits too

SERVICE_URL comes from service.env in the current folder, or from the environment.
Exit codes: 0 ok, 1 warning, 2 critical, 3 unknown or wrong usage.
USAGE
}

warning=0.1
critical=1
FLAGS="--verbose"
take() {
  [[ "$1" == --warning || "$1" == --critical ]] || return 1
  is_percentage "${2:-}" || fail "$UNKNOWN" "$1 ${2:-}: a number from 0 to 100, such as 0.5, must follow"
  printf -v "${1#--}" '%s' "$2"
  taken=2
}
take_arguments "$UNKNOWN" "$@"

read_service_env
need_service_url "$UNKNOWN"
http_get "$SERVICE_URL/error-rate" 5
if [[ "$HTTP_STATUS" == 000 ]]; then
  echo "CRITICAL: no answer from $SERVICE_URL/error-rate"
  exit "$CRITICAL"
fi

requests=""
failures=""
seconds=""
while read -r name value _; do
  [[ "$value" =~ ^[0-9]{1,9}$ ]] || continue
  case "$name" in
    requests) requests="$value" ;;
    failures) failures="$value" ;;
    window_seconds) seconds="$value" ;;
  esac
done <<<"$HTTP_BODY"
if [[ "$HTTP_STATUS" != 200 || -z "$requests" || -z "$failures" || -z "$seconds" ]]; then
  echo "UNKNOWN: $SERVICE_URL/error-rate answered $HTTP_STATUS without requests, failures and window_seconds"
  exit "$UNKNOWN"
fi
if ((requests == 0)); then
  echo "UNKNOWN: no requests in the last $seconds s"
  exit "$UNKNOWN"
fi

share=$((failures * 10000 / requests))
level "$share" "$warning" "$critical"
printf '%s: %d.%02d %% of %d requests failed in the last %d s (limit %s %%)\n' \
  "$(status_word "$code")" $((share / 100)) $((share % 100)) "$requests" "$seconds" "$limit"
say "limits: warning from $warning %, critical from $critical %"
exit "$code"
