#!/usr/bin/env bats
# shellcheck disable=SC2030,SC2031
# (Each test runs in a shell of its own, so what it sets is meant for it alone.)
# db-migrate.sh and db-sessions.sh against a MariaDB server of their own, on a socket in a temporary folder.

load common


PASSWORD='s3cret "quoted" \back'
# The same in a URL.
ENCODED='s3cret%20%22quoted%22%20%5Cback'

setup_file() {
  # Sockets have short names only, so this folder is not below the test's.
  SERVER="$(mktemp -d /tmp/warroom-mariadb-XXXXXX)"
  export SERVER
  local user
  user="$(id -un)"
  mariadb-install-db --no-defaults --user="$user" --datadir="$SERVER/data" --auth-root-authentication-method=normal \
    --skip-test-db >"$SERVER/install.log" 2>&1
  mariadbd --no-defaults --user="$user" --datadir="$SERVER/data" --socket="$SERVER/s" --pid-file="$SERVER/pid" \
    --skip-networking --innodb-buffer-pool-size=16M --innodb-log-file-size=8M >"$SERVER/server.log" 2>&1 3>&- &
  echo $! >"$SERVER/started"
  if ! again 300 mariadb --no-defaults --socket="$SERVER/s" --user=root -e 'SELECT 1'; then
    cat "$SERVER/install.log" "$SERVER/server.log"
    return 1
  fi
  root "CREATE DATABASE cinema; CREATE USER keeper@localhost IDENTIFIED BY '${PASSWORD//\\/\\\\}'; GRANT ALL ON *.* TO keeper@localhost"
}

teardown_file() {
  kill "$(cat "$SERVER/started")" 2>/dev/null || true
  again 100 ended || true
  rm -rf "$SERVER"
}

ended() {
  ! kill -0 "$(cat "$SERVER/started")"
}

root() {
  mariadb --no-defaults --socket="$SERVER/s" --user=root --batch --skip-column-names -e "$@"
}

ask() {
  root "$1" cinema
}

setup() {
  in_own_folder
  export DATABASE_URL="mysql://keeper:$ENCODED@localhost/cinema?socket=$SERVER/s"
  ask "DROP TABLE IF EXISTS films; CREATE TABLE films (id INT PRIMARY KEY, title VARCHAR(40)) ENGINE=InnoDB;
    INSERT INTO films VALUES (1, 'harbour lights'), (2, 'north pass');"
}

@test "status says the version, the connections and that there is no backup" {
  run "$SCRIPTS/db-migrate.sh" status
  ended_with 0
  [[ "$output" =~ ^cinema\ answers\ in\ [0-9]+\ ms:\ .*MariaDB.*,\ [0-9]+\ of\ [0-9]+\ connections,\ 1\ table,.*no\ backup$ ]]
}

@test "a backup is tried, and brings back what was there" {
  backup_is_tried_and_restored
}

@test "a damaged backup is refused and changes nothing" {
  damaged_backup_changes_nothing
}

@test "only the newest backups stay, and nothing else is removed" {
  only_the_newest_backups_stay
}

@test "a second backup at the same time is refused" {
  second_backup_at_the_same_time_is_refused
}

@test "the password is in no argument of any program" {
  password_is_in_no_argument s3cret
}

@test "no scratch database and no file with the password stays" {
  export TMPDIR="$PWD/temporary"
  mkdir "$TMPDIR"
  "$SCRIPTS/db-migrate.sh" backup
  [[ -z "$(root "SHOW DATABASES LIKE 'scratch%'")" ]]
  [[ -z "$(ls -A "$TMPDIR")" ]]
}

@test "a table that is damaged is named" {
  root "CREATE DATABASE broken; USE broken; CREATE TABLE films (id INT PRIMARY KEY, title VARCHAR(40)) ENGINE=Aria;
    INSERT INTO films VALUES (1, 'a'), (2, 'b'); FLUSH TABLES;"
  dd if=/dev/urandom of="$SERVER/data/broken/films.MAI" bs=1 seek=200 count=60 conv=notrunc status=none
  export DATABASE_URL="${DATABASE_URL/cinema/broken}"
  run "$SCRIPTS/db-migrate.sh" validate
  ended_with 3
  said "broken is damaged:"
  said "  films: "
}

@test "a wrong password is told without telling it, and is no answer" {
  export DATABASE_URL="mysql://keeper:wrong-one@localhost/cinema?socket=$SERVER/s"
  wrong_password_is_no_answer "Access denied"
}

@test "idle connections are listed and ended" {
  mariadb --no-defaults --socket="$SERVER/s" --user=root -e "SELECT SLEEP(60)" >/dev/null 2>&1 3>&- &
  session_is_listed_and_ended SLEEP
}
