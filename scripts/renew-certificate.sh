#!/usr/bin/env bash
# Gives the service a new certificate for its name, and restarts it so that it is used.
set -euo pipefail
scripts="$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=scripts/lib/service.sh
source "$scripts/lib/service.sh"

usage() {
  cat <<'USAGE'
usage: renew-certificate.sh [--days N] [--dry-run] [--verbose]

Makes a new key and certificate in tls/, keeps the old ones as tls/service.p12.old, and restarts the service. This one
signs the certificate itself, as a practice service may; where a certificate authority signs, let it be asked here.

  --days N    how long it is valid, from 1 to 825 (90)
  --dry-run   say what would be done, and do nothing
  --verbose   say each thing that is done

What is done is written to logs/operations-DATE.log.
Exit codes: 0 the service shows a valid certificate; 1 refused or failed, nothing is changed; 2 wrong usage;
            3 the service could not be restarted with it; 4 another renewal runs.
USAGE
}

readonly REFUSED=1 USAGE_ERROR=2 NOT_USED=3 LOCKED=4

days=90
FLAGS="--dry-run --verbose"
take() {
  [[ "$1" == --days ]] || return 1
  if [[ ! "${2:-}" =~ ^[1-9][0-9]{0,2}$ ]] || (($2 > 825)); then
    fail "$USAGE_ERROR" "--days ${2:-}: a number from 1 to 825 must follow"
  fi
  days="$2" taken=2
}
take_arguments "$USAGE_ERROR" "$@"
read_service_env
if [[ ! -f tls/service.p12 ]]; then
  echo "Nothing to do: $PWD has no tls/service.p12, so the service has no certificate."
  exit 0
fi
keytool="${KEYTOOL:-keytool}"
command -v "$keytool" >/dev/null || fail "$REFUSED" "keytool is missing; it comes with the JDK: let KEYTOOL name it"
if [[ "$dry_run" == true ]]; then
  say "would make a certificate for localhost that is valid for $days days"
  say "would restart ${SERVICE_NAME:-the service}: $scripts/service.sh restart"
  dry_run_ends
fi
take_lock tls/.lock 0 || fail "$LOCKED" "another renewal runs in $PWD; wait for it to end"

say "making a certificate that is valid for $days days"
rm -f tls/service.p12.next
# The practice key's password is no secret; a real one must come from a file.
if ! said="$("$keytool" -genkeypair -alias service -keyalg EC -dname CN=localhost -ext san=ip:127.0.0.1,dns:localhost \
  -validity "$days" -storetype PKCS12 -storepass practice -keystore tls/service.p12.next 2>&1 </dev/null)"; then
  fail "$REFUSED" "keytool made no certificate: $said; nothing is changed"
fi
cp -p tls/service.p12 tls/service.p12.old
mv -f tls/service.p12.next tls/service.p12
write_log operations certificate INFO "new certificate for $days days by $(who)"
say "restarting the service"
message="$("$scripts/service.sh" restart 2>&1)" || fail "$NOT_USED" "the restart failed: $message"
message="$("$scripts/check-certificate.sh" --warning 0 --critical 0)" || fail "$NOT_USED" "$message"
echo "Renewed: ${message#OK: }."
