#!/usr/bin/env bash
# Says how long the service's certificate is still valid, as a Nagios plugin does.
set -euo pipefail
# shellcheck source=scripts/lib/service.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib/service.sh"

usage() {
  cat <<'USAGE'
usage: check-certificate.sh [--warning DAYS] [--critical DAYS] [--verbose] [HOST:PORT]

Asks HOST:PORT (127.0.0.1 and the port in tls/port) for its certificate and looks when it ends.

  --warning DAYS    with fewer days left it is a warning (21)
  --critical DAYS   with fewer days left it is critical (7)
  --verbose         say the limits too

Needs openssl, or the JDK's keytool (KEYTOOL in service.env, or in the PATH).
Exit codes: 0 ok, 1 warning, 2 critical, 3 unknown or wrong usage.
USAGE
}

warning=21
critical=7
server=""
FLAGS="--verbose"
take() {
  case "$1" in
    --warning | --critical)
      [[ "${2:-}" =~ ^[0-9]{1,4}$ ]] || fail "$UNKNOWN" "$1 ${2:-}: whole days must follow"
      printf -v "${1#--}" '%s' "$2"
      taken=2
      ;;
    *:*[0-9]) server="$1" ;;
    *) return 1 ;;
  esac
}
take_arguments "$UNKNOWN" "$@"
read_service_env
if [[ -z "$server" ]]; then
  [[ -r tls/port ]] || fail "$UNKNOWN" "$PWD has no tls/port: say HOST:PORT"
  server="127.0.0.1:$(<tls/port)"
fi

end=""
if command -v openssl >/dev/null; then
  end="$(timeout 10 openssl s_client -connect "$server" </dev/null 2>/dev/null | openssl x509 -noout -enddate 2>/dev/null || true)"
  end="${end#notAfter=}"
else
  keytool="${KEYTOOL:-keytool}"
  command -v "$keytool" >/dev/null || fail "$UNKNOWN" "neither openssl nor keytool is there"
  end="$(timeout 20 "$keytool" -J-Duser.language=en -printcert -sslserver "$server" 2>/dev/null |
    sed -n 's/.* until: //p' | head -n 1 || true)"
fi
if [[ -z "$end" ]]; then
  echo "CRITICAL: $server shows no certificate"
  exit "$CRITICAL"
fi
seconds=$(($(date -d "$end" +%s) - $(date +%s)))
day="$(date -u -d "$end" +%Y-%m-%d)"
code="$OK"
if ((seconds < critical * 86400)); then
  code="$CRITICAL"
elif ((seconds < warning * 86400)); then
  code="$WARNING"
fi
if ((seconds < 0)); then
  echo "CRITICAL: the certificate of $server has expired $((-seconds / 86400)) days ago, on $day"
else
  echo "$(status_word "$code"): the certificate of $server is valid for $((seconds / 86400)) more days, until $day"
fi
say "limits: warning below $warning days, critical below $critical days"
exit "$code"
