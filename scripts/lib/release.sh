# shellcheck shell=bash
# Sourced by deploy.sh and rollback.sh after lib/service.sh: how a release becomes the one that runs, and how one sees
# that it does. Both hold the same lock, so that only one of them changes releases at a time.

# Whoever sources this says where the scripts are.
: "${scripts:?}"

# The longest that a release may take until it is healthy, in seconds, where nobody says otherwise.
: "${HEALTH_LIMIT_SECONDS:=30}"

# need_health_limit CODE: ends with CODE where service.env or the environment says what is no such time.
need_health_limit() {
  [[ "$HEALTH_LIMIT_SECONDS" =~ ^[1-9][0-9]{0,3}$ ]] ||
    fail "$1" "HEALTH_LIMIT_SECONDS $HEALTH_LIMIT_SECONDS must be whole seconds from 1 to 9999"
}

# is_version TEXT: letters, digits, dots and hyphens; never a path.
is_version() {
  [[ "$1" =~ ^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$ ]]
}

# need_version CODE TEXT: ends with CODE where TEXT is no version.
need_version() {
  is_version "$2" || fail "$1" "\"$2\" is not a version: letters, digits, dots, hyphens, such as 1.4.1"
}

# record LEVEL TEXT: a line in today's logs/deployment-DATE.log.
record() {
  write_log deployment deploy "$1" "$2"
}

# The version that "current" names; "none" before the first deployment.
current_version() {
  if [[ -L current ]]; then
    basename "$(readlink current)"
  else
    echo none
  fi
}

# switch_to VERSION: a new link is renamed over the old one, so that there is a current release at every moment.
switch_to() {
  ln -sfn "releases/$1" current.next || return 1
  mv -fT current.next current
}

# healthy: whether the service answers 200 three times in a row. Once could be luck.
healthy() {
  local deadline=$((SECONDS + HEALTH_LIMIT_SECONDS)) good=0
  while ((SECONDS < deadline)); do
    http_get "$SERVICE_URL/health" 5
    say "  /health answers $HTTP_STATUS"
    if [[ "$HTTP_STATUS" == 2?? ]]; then
      good=$((good + 1))
    else
      good=0
    fi
    ((good < 3)) || return 0
    sleep 0.5
  done
  return 1
}

# runs VERSION: whether the service says that it runs this one.
runs() {
  [[ "$("$scripts/service.sh" status 2>/dev/null || true)" == "$SERVICE_NAME $1 runs"* ]]
}
