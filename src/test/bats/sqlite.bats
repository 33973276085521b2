#!/usr/bin/env bats
# db-migrate.sh against a file of SQLite, and what it says where it cannot do anything.

load common

ask() {
  sqlite3 cinema.db "$1"
}

setup() {
  in_own_folder
  export DATABASE_URL="sqlite:cinema.db"
  ask "CREATE TABLE films (id INTEGER PRIMARY KEY, title TEXT);
    INSERT INTO films VALUES (1, 'harbour lights'), (2, 'north pass');"
}

@test "a backup is tried, and brings back what was there" {
  backup_is_tried_and_restored
}

@test "a damaged backup is refused and changes nothing" {
  damaged_backup_changes_nothing
}

@test "a damaged file is said to be damaged" {
  ask "INSERT INTO films SELECT value, hex(randomblob(200)) FROM generate_series(10, 3000);" 2>/dev/null ||
    for _ in {1..11}; do ask "INSERT INTO films (title) SELECT hex(randomblob(200)) FROM films;"; done
  dd if=/dev/zero of=cinema.db bs=1 seek=9000 count=4000 conv=notrunc status=none
  run "$SCRIPTS/db-migrate.sh" validate
  ended_with 3
  said "cinema is damaged:"
}

@test "a file that is not there is not made by asking for it" {
  export DATABASE_URL="sqlite:absent.db"
  run "$SCRIPTS/db-migrate.sh" status
  ended_with 5
  said "there is no file absent.db"
  [[ ! -e absent.db ]]
}

@test "service.env says where the database is, and nothing in it is executed" {
  unset DATABASE_URL
  # It must stay as it is written here.
  # shellcheck disable=SC2016
  printf 'DATABASE_URL=sqlite:cinema.db\nBACKUP_FOLDER=$(touch executed)\nBACKUP_FOLDER=kept\n' >service.env
  run "$SCRIPTS/db-migrate.sh" backup
  ended_with 0
  said "Backed up: kept/cinema-"
  [[ ! -e executed ]]
}

@test "a dry run makes no backup" {
  run "$SCRIPTS/db-migrate.sh" backup --dry-run
  ended_with 0
  said "Dry run: nothing was changed."
  [[ ! -e backups && ! -e logs ]]
}

@test "a wrong call is explained in one line" {
  local call
  for call in "" "restor" "restore" "backup --forse" "backup x" "status --dry-run" "validate --force"; do
    # Split on purpose.
    # shellcheck disable=SC2086
    run "$SCRIPTS/db-migrate.sh" $call
    ended_with 2
    [[ "${#lines[@]}" -eq 1 ]]
  done
}

@test "a wrong DATABASE_URL is explained, without its password" {
  local url
  for url in "" "oracle://a:geheim@b/c" "mysql://keeper:geheim@ho st/cinema" "mysql://keeper:geheim@host" \
    "mysql://u:geheim@host/bad;name"; do
    DATABASE_URL="$url" run "$SCRIPTS/db-migrate.sh" status
    ended_with 2
    [[ "${#lines[@]}" -eq 1 && "$output" != *geheim* ]]
  done
}

@test "help says what the exit codes mean" {
  local script
  for script in db-migrate.sh db-sessions.sh deploy.sh; do
    run "$SCRIPTS/$script" --help
    ended_with 0
    said "usage: $script"
    said "Exit codes:"
  done
}
