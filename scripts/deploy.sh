#!/usr/bin/env bash
# Brings a release to staging or production, and takes it back by itself where the service is not healthy with it.
set -euo pipefail
scripts="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=scripts/lib/service.sh
source "$scripts/lib/service.sh"
# shellcheck source=scripts/lib/release.sh
source "$scripts/lib/release.sh"

usage() {
  cat <<'USAGE'
usage: deploy.sh staging|production [--version VERSION] [--dry-run] [--verbose]

Lets the link "current" name releases/VERSION, restarts the service, and waits, at most 30 s
(HEALTH_LIMIT_SECONDS), until it is healthy. Where it is not, the release before is put back. Where
VERSION runs already, only its health is looked at.

  --version VERSION   the release (the highest version in releases/ and packages/)
  --dry-run           say what would be done, and do nothing
  --verbose           say each thing that is done

production is the current folder; staging is the folder staging/ in it, or the one that STAGING_FOLDER names.
Each has service.env, releases/ and "current". A release that is not in releases/ yet is unpacked from
packages/VERSION.tar.gz, whose checksum is compared where packages/VERSION.tar.gz.sha256 is there.
What was deployed is kept in .deployment-versions/, and what happened in logs/deployment-DATE.log.
Exit codes: 0 VERSION runs and is healthy; 1 refused, nothing is changed; 2 wrong usage;
            3 not healthy, the release before runs again; 4 another deployment or rollback runs;
            5 not healthy, and the release before is not healthy either.
USAGE
}

readonly REFUSED=1 USAGE_ERROR=2 TAKEN_BACK=3 LOCKED=4 BROKEN=5

environment=""
version=""
FLAGS="--dry-run --verbose"
SAY="say staging or production; see --help"
take() {
  case "$1" in
    --version)
      (($# > 1)) || fail "$USAGE_ERROR" "--version: a version must follow, such as 1.4.1"
      need_version "$USAGE_ERROR" "$2"
      version="$2" taken=2
      ;;
    staging | production)
      [[ -z "$environment" ]] || fail "$USAGE_ERROR" "one environment only, not $environment and $1"
      environment="$1"
      ;;
    *) return 1 ;;
  esac
}
take_arguments "$USAGE_ERROR" "$@"
[[ -n "$environment" ]] || fail "$USAGE_ERROR" "say staging or production; see --help"

if [[ "$environment" == staging ]]; then
  read_service_env
  folder="${STAGING_FOLDER:-staging}"
  cd -- "$folder" 2>/dev/null ||
    fail "$USAGE_ERROR" "$PWD has no folder $folder: make it, or let STAGING_FOLDER name where staging is"
  unset SERVICE_URL SERVICE_CONTROL SUPERVISOR_PID
fi
read_service_env
need_service_url "$USAGE_ERROR"
need_health_limit "$USAGE_ERROR"
[[ -d releases ]] || fail "$REFUSED" "$PWD has no folder releases: run this in the workspace's folder"

# Every version that could be deployed, lowest first.
versions() {
  local found
  for found in releases/*/release.properties; do
    [[ ! -f "$found" ]] || basename "$(dirname "$found")"
  done
  for found in packages/*.tar.gz; do
    [[ ! -f "$found" ]] || basename "$found" .tar.gz
  done
}
known="$(versions | sort -uV)"
[[ -n "$known" ]] || fail "$REFUSED" "there is no release in $PWD/releases, and no package in $PWD/packages"
if [[ -z "$version" ]]; then
  version="${known##*$'\n'}"
elif ! grep -qxF -- "$version" <<<"$known"; then
  fail "$REFUSED" "release $version is neither in releases/ nor in packages/; there are: ${known//$'\n'/ }"
fi
package="packages/$version.tar.gz"
packed=false
[[ -f "releases/$version/release.properties" ]] || packed=true

before="$(current_version)"
if [[ "$dry_run" == true ]]; then
  [[ "$packed" == false ]] || say "would unpack $package into releases/$version"
  say "would let current name releases/$version (now $before)"
  say "would restart $SERVICE_NAME: $scripts/service.sh restart"
  say "would wait until $SERVICE_URL/health answers 200, at most $HEALTH_LIMIT_SECONDS s, or else put $before back"
  echo "Dry run: nothing was changed in $environment."
  exit 0
fi

take_lock .deploy.lock 0 || fail "$LOCKED" "another deployment or rollback runs in $PWD; wait for it to end"
before="$(current_version)"

# Notes what runs now; the newest file is what was deployed last.
note_version() {
  mkdir -p .deployment-versions
  printf 'deployed=%s\nby=%s\nwas=%s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$(who)" "$before" \
    >".deployment-versions/.$version.next"
  mv -f ".deployment-versions/.$version.next" ".deployment-versions/$version"
}

# Unpacked beside its place and renamed, so that there is never half a release.
unpack() {
  local part="releases/.$version.part"
  if [[ -f "$package.sha256" ]]; then
    say "comparing the checksum of $package"
    (cd packages && sha256sum --quiet --check "$version.tar.gz.sha256") >/dev/null 2>&1 ||
      fail "$REFUSED" "$package is not what $package.sha256 says: fetch it again; nothing is changed"
  fi
  say "unpacking $package"
  rm -rf -- "$part"
  mkdir -p "$part"
  if ! tar -xzf "$package" -C "$part" --no-same-owner || [[ ! -f "$part/release.properties" ]]; then
    rm -rf -- "$part"
    fail "$REFUSED" "$package is no release: it must be a tar.gz with release.properties at its top; nothing is changed"
  fi
  mv -T "$part" "releases/$version"
}

if [[ "$before" == "$version" ]] && runs "$version"; then
  if healthy; then
    echo "Nothing to do: $SERVICE_NAME runs $version in $environment already and is healthy."
    exit 0
  fi
  fail "$BROKEN" "$version runs in $environment already, but /health answers $HTTP_STATUS; see logs/application-*.log"
fi
[[ "$packed" == false ]] || unpack

# start VERSION: whether it could be switched to, started, and became healthy; sets "reason" where not.
reason=""
start() {
  if ! switch_to "$1"; then
    reason="the link current cannot be changed"
    return 1
  fi
  say "current names releases/$1 now; restarting $SERVICE_NAME"
  local message
  if ! message="$("$scripts/service.sh" restart 2>&1)"; then
    reason="the restart failed: $message"
    return 1
  fi
  say "  $message"
  say "waiting until $SERVICE_NAME is healthy, at most $HEALTH_LIMIT_SECONDS s"
  if ! healthy; then
    reason="/health answers $HTTP_STATUS after $HEALTH_LIMIT_SECONDS s"
    return 1
  fi
  if ! runs "$1"; then
    reason="the service is healthy, but runs another release: $("$scripts/service.sh" status || true)"
    return 1
  fi
}

record INFO "deployment of $version to $environment (was $before) by $(who): begins"
if start "$version"; then
  note_version
  record INFO "deployed $version (was $before): healthy"
  echo "Deployed: $SERVICE_NAME runs $version in $environment and is healthy (was $before)."
  exit 0
fi
record ERROR "deployment of $version: $reason"
if [[ "$before" == none || "$before" == "$version" ]]; then
  fail "$BROKEN" "$version is not healthy in $environment ($reason), and there is no other release to put back"
fi
why="$reason"
echo "deploy.sh: $version is not healthy in $environment ($why); putting $before back" >&2
if start "$before"; then
  record WARN "deployment of $version taken back: $before runs again and is healthy"
  fail "$TAKEN_BACK" "$before runs again and is healthy; see logs/application-*.log for what $version did"
fi
record ERROR "deployment of $version taken back, but $before: $reason"
fail "$BROKEN" "$before is not healthy either ($reason): declare a P1, the release is not the only cause"
