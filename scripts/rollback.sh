#!/usr/bin/env bash
# Takes the service back to a release that is still there, and makes sure that it is healthy afterwards.
set -euo pipefail
scripts="$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=scripts/lib/service.sh
source "$scripts/lib/service.sh"
# shellcheck source=scripts/lib/release.sh
source "$scripts/lib/release.sh"

usage() {
  cat <<'USAGE'
usage: rollback.sh VERSION [--force] [--verbose] [--dry-run]

Lets the link "current" name releases/VERSION, restarts the service, and waits, at most 30 s, until it
is healthy. Where VERSION runs already, only its health is looked at.

  --force     do not ask; needed where there is no terminal
  --verbose   say each thing that is done
  --dry-run   say what would be done, and do nothing

Each rollback is written to logs/deployment-DATE.log.
Exit codes: 0 VERSION runs and is healthy; 1 refused, nothing is changed; 2 wrong usage;
            3 switched, but the service could not be restarted or is not healthy; 4 another deployment or
            rollback runs.
USAGE
}

readonly REFUSED=1 USAGE_ERROR=2 NOT_HEALTHY=3 LOCKED=4

version=""
FLAGS="--force --dry-run --verbose"
take() {
  [[ "$1" != -* ]] || return 1
  [[ -z "$version" ]] || fail "$USAGE_ERROR" "one version only, not $version and $1"
  version="$1"
}
take_arguments "$USAGE_ERROR" "$@"
if [[ -z "$version" ]]; then
  fail "$USAGE_ERROR" "say the version to go back to; ls -1 .deployment-versions lists them"
fi
need_version "$USAGE_ERROR" "$version"

read_service_env
need_service_url "$USAGE_ERROR"
need_health_limit "$USAGE_ERROR"
if [[ ! -d releases || ! -L current ]]; then
  fail "$REFUSED" "$PWD has no releases/ with a link \"current\": run this in the workspace's folder"
fi
if [[ ! -f "releases/$version/release.properties" ]]; then
  known="$(cd releases && echo *)"
  fail "$REFUSED" "release $version is not in releases/; there are: $known"
fi

if [[ "$dry_run" == true ]]; then
  say "would let current name releases/$version (now $(readlink current))"
  say "would restart $SERVICE_NAME: $scripts/service.sh restart"
  say "would wait until $SERVICE_URL/health answers 200, at most $HEALTH_LIMIT_SECONDS s"
  dry_run_ends
fi

take_lock .deploy.lock 0 || fail "$LOCKED" "another deployment or rollback runs in $PWD; wait for it to end"

before="$(current_version)"
already=false
if [[ "$before" == "$version" ]] && runs "$version"; then
  already=true
else
  confirm "$REFUSED" "roll back" "Roll back $SERVICE_NAME from $before to $version?"
fi

if [[ "$already" == false ]]; then
  record INFO "rollback from $before to $version by $(who): begins"
  say "current names releases/$version now (was $before)"
  switch_to "$version"
  say "restarting $SERVICE_NAME"
  if ! message="$("$scripts/service.sh" restart 2>&1)"; then
    record ERROR "rollback to $version: restart failed: $message"
    fail "$NOT_HEALTHY" "current names $version, but the restart failed: $message"
  fi
  say "  $message"
fi

say "waiting until $SERVICE_NAME is healthy, at most $HEALTH_LIMIT_SECONDS s"
if ! healthy; then
  record ERROR "rollback to $version: not healthy after $HEALTH_LIMIT_SECONDS s (status $HTTP_STATUS)"
  fail "$NOT_HEALTHY" "$version runs, but /health answers $HTTP_STATUS after $HEALTH_LIMIT_SECONDS s; see logs/application-*.log"
fi
if ! runs "$version"; then
  record ERROR "rollback to $version: the service runs another release"
  fail "$NOT_HEALTHY" "the service is healthy, but it does not run $version: $("$scripts/service.sh" status || true)"
fi
if [[ "$already" == true ]]; then
  echo "Nothing to do: $SERVICE_NAME runs $version already and is healthy."
else
  record INFO "rollback to $version: healthy"
  echo "Rolled back: $SERVICE_NAME runs $version and is healthy (was $before)."
fi
