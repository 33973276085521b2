#!/usr/bin/env bats
# deploy.sh against the practice production, whose folder PRODUCTION names: release 1.4.2 of it is broken and runs, 1.4.1
# is good. The tests follow each other.

load common

setup() {
  in_own_folder
  cd "${PRODUCTION:?}" || return 1
  # On a machine that is far too busy, too.
  limit 60
}

# limit SECONDS: how long a release may take until it is healthy.
limit() {
  sed -i "s/^HEALTH_LIMIT_SECONDS=.*/HEALTH_LIMIT_SECONDS=$1/" service.env
}

deploy() {
  run "$SCRIPTS/deploy.sh" "$@"
}

@test "a dry run says what would be done and does nothing" {
  deploy production --version 1.4.1 --dry-run
  ended_with 0
  said "would let current name releases/1.4.1 (now 1.4.2)"
  said "Dry run: nothing was changed in production."
  [[ "$(readlink current)" == releases/1.4.2 ]]
}

@test "service.env says how long a release may take" {
  cp service.env "$BATS_TEST_TMPDIR/service.env"
  echo HEALTH_LIMIT_SECONDS=7 >>service.env
  deploy production --version 1.4.1 --dry-run
  echo HEALTH_LIMIT_SECONDS=soon >>service.env
  limited="$output"
  deploy production --version 1.4.1 --dry-run
  cp "$BATS_TEST_TMPDIR/service.env" service.env
  ended_with 2
  said "HEALTH_LIMIT_SECONDS soon must be whole seconds from 1 to 9999"
  output="$limited"
  said "answers 200, at most 7 s"
}

@test "a good release is deployed, noted and logged" {
  deploy production --version 1.4.1 --verbose
  ended_with 0
  said "waiting until render-api is healthy"
  said "Deployed: render-api runs 1.4.1 in production and is healthy (was 1.4.2)."
  [[ "$(readlink current)" == releases/1.4.1 ]]
  grep -q "^was=1.4.2$" .deployment-versions/1.4.1
  grep -q "deploy INFO  deployed 1.4.1 (was 1.4.2): healthy" logs/deployment-*.log
}

@test "the same release once more changes nothing" {
  deploy production --version 1.4.1
  ended_with 0
  said "Nothing to do: render-api runs 1.4.1 in production already and is healthy."
}

@test "a release that is not healthy is taken back by itself" {
  # It never is, and the one before has as long once more.
  limit 12
  # Without --version the highest one is meant.
  deploy production
  ended_with 3
  said "1.4.2 is not healthy in production (/health answers 503 after 12 s)"
  said "1.4.1 runs again and is healthy"
  [[ "$(readlink current)" == releases/1.4.1 ]]
  [[ "$("$SCRIPTS/service.sh" status)" == "render-api 1.4.1 runs "* ]]
  grep -q "deploy WARN  deployment of 1.4.2 taken back" logs/deployment-*.log
}

@test "a release that cannot even start is taken back by itself" {
  mkdir -p releases/1.4.9
  echo "version=1.4.9" >releases/1.4.9/release.properties
  deploy production --version 1.4.9
  rm -r releases/1.4.9
  ended_with 3
  said "the restart failed"
  said "1.4.1 runs again and is healthy"
}

@test "a package is unpacked and deployed, one with a wrong checksum is not" {
  cp -r releases/1.4.1 new
  echo "version=1.4.10" >new/release.properties
  mkdir -p packages
  tar -czf packages/1.4.10.tar.gz -C new .
  rm -r new
  echo "0000000000000000000000000000000000000000000000000000000000000000  1.4.10.tar.gz" >packages/1.4.10.tar.gz.sha256
  deploy production
  ended_with 1
  said "packages/1.4.10.tar.gz is not what"
  [[ ! -e releases/1.4.10 ]]

  (cd packages && sha256sum 1.4.10.tar.gz >1.4.10.tar.gz.sha256)
  # 1.4.10 is higher than 1.4.2, although it sorts before it.
  deploy production
  ended_with 0
  said "Deployed: render-api runs 1.4.10 in production and is healthy (was 1.4.1)."
}

@test "a package that holds no release is refused and leaves nothing" {
  tar -czf packages/1.5.0.tar.gz -C packages 1.4.10.tar.gz.sha256
  deploy production --version 1.5.0
  rm packages/1.5.0.tar.gz
  ended_with 1
  said "packages/1.5.0.tar.gz is no release"
  [[ ! -e releases/1.5.0 && ! -e releases/.1.5.0.part ]]
}

@test "while a deployment runs, neither another nor a rollback begins" {
  exec 7>.deploy.lock
  flock 7
  run "$SCRIPTS/deploy.sh" production --version 1.4.1 7>&-
  ended_with 4
  said "another deployment or rollback runs"
  run "$SCRIPTS/rollback.sh" 1.4.1 --force 7>&-
  ended_with 4
}

@test "an unknown release is refused, and the known ones are named" {
  deploy production --version 9.9
  ended_with 1
  said "there are: 1.4.0 1.4.1 1.4.2 1.4.10"
}

@test "staging is a folder of its own, and what runs there is asked by its own program" {
  local service="$BATS_TEST_TMPDIR/staging"
  mkdir -p "$service"
  cp -r releases "$service"
  {
    echo "SERVICE_NAME=render-api"
    grep SERVICE_URL service.env
    echo "SERVICE_CONTROL=./control"
  } >"$service/service.env"
  # A supervisor that only remembers: the practice production answers for its service.
  cat >"$service/control" <<'CONTROL'
#!/usr/bin/env bash
[[ "$1" == status ]] || basename "$(readlink current)" >running
echo "render-api $(cat running) runs"
CONTROL
  chmod +x "$service/control"
  STAGING_FOLDER="$service" deploy staging --version 1.4.0
  ended_with 0
  said "Deployed: render-api runs 1.4.0 in staging and is healthy (was none)."
  [[ -f "$service/.deployment-versions/1.4.0" && "$(readlink current)" == releases/1.4.10 ]]
}

@test "a wrong call is explained in one line" {
  local call
  for call in "" "prod" "production staging" "production --version" "production --version ../1.4.1" "staging --fast"; do
    # Split on purpose.
    # shellcheck disable=SC2086
    run "$SCRIPTS/deploy.sh" $call
    ended_with 2
    [[ "${#lines[@]}" -eq 1 ]]
  done
}
