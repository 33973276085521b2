#!/usr/bin/env bats
# db-migrate.sh and db-sessions.sh against a PostgreSQL server of their own, on a socket in a temporary folder.

load common

setup_file() {
  SERVER="$(mktemp -d /tmp/warroom-postgres-XXXXXX)"
  export SERVER
  BIN="$(find /usr/lib/postgresql/*/bin -maxdepth 0 | sort -V | tail -n 1)"
  export BIN
  # The programs themselves: what Debian puts before them looks for a server first, each time.
  PATH="$BIN:$PATH"
  # The server refuses to run as root.
  AS=""
  if [[ "$(id -u)" -eq 0 ]]; then
    AS="setpriv --reuid=nobody --regid=nogroup --clear-groups"
    chown nobody "$SERVER"
  fi
  export AS
  echo 's3cret:with\colon' >"$SERVER/password"
  chmod 644 "$SERVER/password"
  (
    cd /
    $AS "$BIN/initdb" --pgdata="$SERVER/data" --username=keeper --pwfile="$SERVER/password" --auth=scram-sha-256 \
      --no-sync --encoding=UTF8 --locale=C >"$SERVER/install.log" 2>&1
    # PostgreSQL only comes back from this when it answers.
    $AS "$BIN/pg_ctl" --pgdata="$SERVER/data" --log="$SERVER/data/server.log" --wait --silent \
      --options="-c listen_addresses= -c unix_socket_directories=$SERVER -c fsync=off -c shared_buffers=16MB" start 3>&-
  )
  owner template1 "CREATE DATABASE cinema"
}

teardown_file() {
  (cd / && $AS "$BIN/pg_ctl" --pgdata="$SERVER/data" --mode=immediate --silent stop) || true
  rm -rf "$SERVER"
}

owner() {
  PGPASSWORD='s3cret:with\colon' psql --no-psqlrc --quiet --tuples-only --no-align --host "$SERVER" --username keeper \
    --set ON_ERROR_STOP=1 --command "$2" "$1"
}

ask() {
  owner cinema "$1"
}

setup() {
  in_own_folder
  export DATABASE_URL="postgresql://keeper:s3cret%3Awith%5Ccolon@/cinema?host=$SERVER"
  ask "SET client_min_messages = warning; DROP TABLE IF EXISTS films; CREATE TABLE films (id int PRIMARY KEY, title text);
    INSERT INTO films VALUES (1, 'harbour lights'), (2, 'north pass');"
}

@test "status says the version and the connections" {
  run "$SCRIPTS/db-migrate.sh" status
  ended_with 0
  [[ "$output" =~ ^cinema\ answers\ in\ [0-9]+\ ms:\ PostgreSQL\ .*,\ [0-9]+\ of\ [0-9]+\ connections,\ 1\ table, ]]
}

@test "a backup is tried, and brings back what was there" {
  backup_is_tried_and_restored
}

@test "a damaged backup is refused and changes nothing" {
  damaged_backup_changes_nothing
}

@test "the password is in no argument of any program" {
  password_is_in_no_argument s3cret
}

@test "a wrong password is told, and is no answer" {
  export DATABASE_URL="postgresql://keeper:wrong-one@/cinema?host=$SERVER"
  wrong_password_is_no_answer "password authentication failed"
}

@test "a connection is listed and ended" {
  PGPASSWORD='s3cret:with\colon' psql --no-psqlrc --host "$SERVER" --username keeper --command "SELECT pg_sleep(60)" \
    cinema >/dev/null 2>&1 3>&- &
  session_is_listed_and_ended pg_sleep
}
