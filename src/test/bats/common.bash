# shellcheck shell=bash
# shellcheck disable=SC2154
# For every test here: SCRIPTS names the scripts' folder, and each test has a folder of its own to run them in.

bats_require_minimum_version 1.5.0

in_own_folder() {
  [[ -x "${SCRIPTS:?}/deploy.sh" ]]
  cd "$BATS_TEST_TMPDIR" || return 1
  unset SERVICE_URL SERVICE_CONTROL SUPERVISOR_PID BACKUP_FOLDER BACKUP_KEEP
}

# Fails with what was said, where the last command did not end so.
ended_with() {
  if [[ "$status" -ne "$1" ]]; then
    echo "ended with $status and not with $1: $output"
    return 1
  fi
}

said() {
  if [[ "$output" != *"$1"* ]]; then
    echo "did not say \"$1\": $output"
    return 1
  fi
}

# again TRIES COMMAND…: until it succeeds, ten times a second; fails when that was often enough.
again() {
  local left="$1"
  shift
  until "$@" >/dev/null 2>&1; do
    left=$((left - 1))
    ((left > 0)) || return 1
    sleep 0.1
  done
}

# watched PROGRAM…: from now on, every call of these leaves its arguments in the file "arguments".
watched() {
  local program real
  mkdir -p watched
  for program in "$@"; do
    real="$(command -v "$program")" || continue
    # The inner script expands its own arguments.
    # shellcheck disable=SC2016
    printf '#!/bin/bash\nprintf "%%s\\n" "$*" >>%q\nexec %q "$@"\n' "$PWD/arguments" "$real" >"watched/$program"
    chmod +x "watched/$program"
  done
  PATH="$PWD/watched:$PATH"
}

# What every kind of database must do. DATABASE_URL is set, ask runs SQL in it, and table "films" has two rows.
backup_is_tried_and_restored() {
  run "$SCRIPTS/db-migrate.sh" validate
  ended_with 0
  said "is whole: 1 table with 2 rows"

  run "$SCRIPTS/db-migrate.sh" backup --verbose
  ended_with 0
  said "restoring it into a scratch place"
  said "1 table with 2 rows, restored once to see that it works."
  local backup
  backup="$(ls backups/*.gz)"
  [[ -f "$backup.sha256" && "$(stat -c %a "$backup")" == 600 ]]

  ask "DELETE FROM films WHERE id = 1; INSERT INTO films VALUES (3, 'salt road');"
  run "$SCRIPTS/db-migrate.sh" restore "$backup" </dev/null
  ended_with 1
  said "add --force"
  [[ "$(ask "SELECT count(*) FROM films WHERE id = 3;")" == 1 ]]

  run "$SCRIPTS/db-migrate.sh" restore "$backup" --dry-run
  ended_with 0
  said "Dry run: nothing was changed."

  run "$SCRIPTS/db-migrate.sh" restore "$backup" --force
  ended_with 0
  said "what was there before is in backups/"
  [[ "$(ask "SELECT id FROM films ORDER BY id;" | tr '\n' ' ')" == "1 2 " ]]
  # Once more does the same again.
  run "$SCRIPTS/db-migrate.sh" restore "$backup" --force
  ended_with 0
  grep -q "INFO  restored .* from $backup: 1 table, 2 rows" logs/operations-*.log
}

damaged_backup_changes_nothing() {
  run "$SCRIPTS/db-migrate.sh" backup
  ended_with 0
  local backup
  backup="$(ls backups/*.gz)"
  printf 'x' | dd of="$backup" bs=1 seek=40 conv=notrunc status=none
  run "$SCRIPTS/db-migrate.sh" restore "$backup" --force
  ended_with 1
  said "is not what $backup.sha256 says"

  # Without its checksum it is found out by trying.
  rm "$backup.sha256"
  head -c 60 "$backup" >cut.gz
  run "$SCRIPTS/db-migrate.sh" restore cut.gz --force
  ended_with 1
  said "cut.gz cannot be restored"
  said "nothing is changed"
  [[ "$(ask "SELECT count(*) FROM films;")" == 2 ]]
}

only_the_newest_backups_stay() {
  local first label
  "$SCRIPTS/db-migrate.sh" backup
  first="$(ls backups/*.gz)"
  label="${first%-*}"
  cp "$first" "$label-20250101T010101Z.gz"
  cp "$first" "$label-20250102T010101Z.gz"
  echo mine >backups/notes.gz
  BACKUP_KEEP=2 run "$SCRIPTS/db-migrate.sh" backup --verbose
  ended_with 0
  said "removing the old backup $label-20250101T010101Z.gz"
  [[ -f backups/notes.gz && -f "$first" && ! -f "$label-20250102T010101Z.gz" ]]
}

second_backup_at_the_same_time_is_refused() {
  mkdir backups
  exec 7>backups/.lock
  flock 7
  run "$SCRIPTS/db-migrate.sh" backup 7>&-
  exec 7>&-
  ended_with 4
  said "another backup or restore runs"
}

password_is_in_no_argument() {
  watched mariadb mariadb-dump mysql mysqldump psql pg_dump gzip cat
  "$SCRIPTS/db-migrate.sh" status --verbose
  "$SCRIPTS/db-migrate.sh" backup --verbose
  "$SCRIPTS/db-migrate.sh" restore "$(find backups -name '*.gz')" --force
  "$SCRIPTS/db-sessions.sh" list
  [[ "$(wc -l <arguments)" -gt 5 ]]
  run grep -F "$1" arguments
  ended_with 1
}

listed() {
  [[ "$("$SCRIPTS/db-sessions.sh" list)" == *"$1"* ]]
}

# A statement with this in it runs, begun by somebody else.
session_is_listed_and_ended() {
  again 50 listed "$1"
  local id
  id="$("$SCRIPTS/db-sessions.sh" list | awk -v what="$1" 'index($0, what) {print $1}')"
  run "$SCRIPTS/db-sessions.sh" end "$id" --dry-run
  ended_with 0
  said "would end $id of "
  run "$SCRIPTS/db-sessions.sh" end "$id" --verbose
  ended_with 0
  said "ended $id of "
  said "Ended 1 connection."
  grep -q "WARN  connection $id of .* ended by " logs/operations-*.log
  run "$SCRIPTS/db-sessions.sh" end "$id"
  ended_with 1
}

# DATABASE_URL has the password wrong-one.
wrong_password_is_no_answer() {
  run "$SCRIPTS/db-migrate.sh" validate
  ended_with 5
  said "$1"
  [[ "$output" != *wrong-one* ]]
}
