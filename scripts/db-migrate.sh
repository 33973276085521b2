#!/usr/bin/env bash
# Looks after the database's content: whether it is whole, backups that are known to work, and the way back to one.
set -euo pipefail
scripts="$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=scripts/lib/service.sh
source "$scripts/lib/service.sh"
# shellcheck source=scripts/lib/database.sh
source "$scripts/lib/database.sh"

usage() {
  cat <<'USAGE'
usage: db-migrate.sh status
       db-migrate.sh validate [--verbose]
       db-migrate.sh backup [--dry-run] [--verbose]
       db-migrate.sh restore BACKUP [--force] [--dry-run] [--verbose]

  status     one line: whether the database answers, how fast, its connections and size, the newest backup
  validate   reads every table and says what is damaged
  backup     writes a backup to backups/ (BACKUP_FOLDER), restores it into a scratch place, compares the tables,
             and removes all but the newest 14 (BACKUP_KEEP)
  restore    checks BACKUP's sum, tries it in a scratch place, backs up what is there now, and only then puts it in
             place. Tables that BACKUP does not have stay.

  --force     do not ask before restoring; needed where there is no terminal
  --dry-run   say what would be done, and do nothing
  --verbose   say each thing that is done

DATABASE_URL says where: mysql://, mariadb://, postgresql://USER:PASSWORD@HOST:PORT/NAME (a socket with ?socket=FILE
or ?host=FOLDER), sqlite:FILE, practice://HOST:PORT/NAME. It comes from service.env in the current folder, or from
the environment; its password never becomes an argument. What is done is written to logs/operations-DATE.log.
Exit codes: 0 done, or all is well; 1 refused, nothing is changed; 2 wrong usage; 3 damaged, or it failed;
            4 another backup or restore runs; 5 the database does not answer.
USAGE
}

readonly REFUSED=1 USAGE_ERROR=2 FAILED=3 LOCKED=4 NO_ANSWER=5

action="${1:-}"
case "$action" in
  --help) usage; exit 0 ;;
  status | validate | backup | restore) shift ;;
  "") fail "$USAGE_ERROR" "say status, validate, backup or restore; see --help" ;;
  *) fail "$USAGE_ERROR" "$action is not known; say status, validate, backup or restore" ;;
esac
file=""
FLAGS="--force --dry-run --verbose"
take() {
  [[ "$1" != -* ]] || return 1
  [[ "$action" == restore && -z "$file" ]] || fail "$USAGE_ERROR" "$1: $action takes no such argument; see --help"
  file="$1"
}
take_arguments "$USAGE_ERROR" "$@"
[[ "$action" != restore || -n "$file" ]] ||
  fail "$USAGE_ERROR" "say which backup to restore; ls -1 backups lists them"
[[ "$force" == false || "$action" == restore ]] || fail "$USAGE_ERROR" "--force goes with restore, not with $action"
[[ "$dry_run" == false || "$action" == backup || "$action" == restore ]] ||
  fail "$USAGE_ERROR" "--dry-run goes with backup and restore; $action changes nothing"

read_service_env
backups="${BACKUP_FOLDER:-backups}"
keep="${BACKUP_KEEP:-14}"
[[ "$keep" =~ ^[1-9][0-9]{0,3}$ ]] || fail "$USAGE_ERROR" "BACKUP_KEEP $keep must be a number from 1 to 9999"
open_database "$USAGE_ERROR"
label="$(database_label)"

note() {
  write_log operations database "$1" "$2"
}

# The newest backup's name and age; the names sort by their time.
newest_backup() {
  local found newest="" age
  for found in "$backups/$label"-*.gz; do
    [[ ! -f "$found" ]] || newest="$found"
  done
  if [[ -z "$newest" ]]; then
    echo "no backup"
  else
    age=$(($(date +%s) - $(stat -c %Y "$newest")))
    echo "last backup $((age / 3600)) h $((age % 3600 / 60)) min ago"
  fi
}

began="$(now_millis)"
if ! summary="$(db_summary 2>"$database_work/why")"; then
  [[ "$action" == status || "$action" == validate ]] || note ERROR "$action of $label: no answer: $(why)"
  fail "$NO_ANSWER" "$label does not answer: $(why)"
fi
millis=$(($(now_millis) - began))
summary="${summary/ 1 tables/ 1 table}"
summary="${summary/ 1 rows/ 1 row}"

if [[ "$action" == status ]]; then
  echo "$label answers in $millis ms: $summary, $(newest_backup)"
  exit 0
fi

if [[ "$action" == validate ]]; then
  say "$label answers in $millis ms: $summary"
  if ! damage="$(db_damage)"; then
    echo "$label is damaged:"
    printf '%s\n' "$damage" | sed 's/^/  /'
    exit "$FAILED"
  fi
  if ! { tables="$(db_tables | wc -l)" && rows="$(db_rows)"; } 2>"$database_work/why"; then
    fail "$FAILED" "$label cannot be read: $(why)"
  fi
  echo "$label is whole: $(counted "$tables" table) with $(counted "$rows" row), read in $(($(now_millis) - began)) ms"
  exit 0
fi

# try_backup FILE: restores it into a scratch place and prints what is in it; fails where that cannot be done.
try_backup() {
  # Called where failures are looked at, so bash would go on after one.
  database_scratch="$(db_make_scratch)" || return 1
  gzip -dc -- "$1" | db_load "$database_scratch" >/dev/null || return 1
  db_tables "$database_scratch" >"$database_work/tables" || return 1
  db_rows "$database_scratch" >"$database_work/rows" || return 1
  db_drop_scratch "$database_scratch" >/dev/null || return 1
  database_scratch=""
}

# make_backup: writes a backup that has been tried, and sets "made" to its file.
made=""
make_backup() {
  local stamp name part number=1
  stamp="$(date -u +%Y%m%dT%H%M%SZ)"
  name="$backups/$label-$stamp.gz"
  while [[ -e "$name" ]]; do
    number=$((number + 1))
    name="$backups/$label-$stamp-$number.gz"
  done
  part="$name.part"
  say "writing $name"
  if ! (umask 077 && db_dump | gzip -c >"$part") 2>"$database_work/why"; then
    rm -f -- "$part"
    return 1
  fi
  say "restoring it into a scratch place"
  if ! try_backup "$part" 2>"$database_work/why"; then
    mv -f -- "$part" "$name.untried"
    echo "kept as $name.untried" >>"$database_work/why"
    return 1
  fi
  db_tables >"$database_work/now" 2>"$database_work/why" || return 1
  if ! cmp -s "$database_work/tables" "$database_work/now"; then
    mv -f -- "$part" "$name.untried"
    echo "its tables are not those of the database; kept as $name.untried" >"$database_work/why"
    return 1
  fi
  (cd "$backups" && sha256sum "$(basename "$part")" | sed 's/\.part$//' >"$(basename "$name").sha256") || return 1
  mv -f -- "$part" "$name" || return 1
  made="$name"
}

# Only the newest ones stay. What is not named like a backup of this database is never touched.
remove_old() {
  local found=() old
  for old in "$backups/$label"-[0-9]*T[0-9]*Z*.gz; do
    [[ ! -f "$old" ]] || found+=("$old")
  done
  while ((${#found[@]} > keep)); do
    say "removing the old backup ${found[0]}"
    rm -f -- "${found[0]}" "${found[0]}.sha256"
    found=("${found[@]:1}")
  done
}

if [[ "$action" == backup ]]; then
  if [[ "$dry_run" == true ]]; then
    say "would write $backups/$label-TIME.gz from: $summary"
    say "would restore it into a scratch place and compare the tables"
    say "would keep the newest $keep"
    dry_run_ends
  fi
  mkdir -p "$backups"
  take_lock "$backups/.lock" 0 || fail "$LOCKED" "another backup or restore runs in $PWD; wait for it to end"
  if ! make_backup; then
    note ERROR "backup of $label failed: $(why)"
    fail "$FAILED" "the backup of $label failed: $(why)"
  fi
  remove_old
  note INFO "backup of $label: $made, tried, $(counted "$(cat "$database_work/rows")" row)"
  echo "Backed up: $made, $(counted "$(wc -l <"$database_work/tables")" table) with $(counted "$(cat "$database_work/rows")" row), restored once to see that it works."
  exit 0
fi

[[ -f "$file" || ! -f "$backups/$file" ]] || file="$backups/$file"
[[ -f "$file" ]] || fail "$REFUSED" "there is no backup $file; ls -1 $backups lists them"
if [[ -f "$file.sha256" ]]; then
  say "comparing the checksum of $file"
  (cd "$(dirname "$file")" && sha256sum --quiet --check "$(basename "$file").sha256") >/dev/null 2>&1 ||
    fail "$REFUSED" "$file is not what $file.sha256 says: take another backup; nothing is changed"
fi
if [[ "$dry_run" == true ]]; then
  say "would restore $file into a scratch place"
  say "would back up what is there now: $summary"
  say "would put $file in its place"
  dry_run_ends
fi
mkdir -p "$backups"
take_lock "$backups/.lock" 0 || fail "$LOCKED" "another backup or restore runs in $PWD; wait for it to end"
say "restoring $file into a scratch place"
try_backup "$file" 2>"$database_work/why" ||
  fail "$REFUSED" "$file cannot be restored: $(why); nothing is changed"
tables="$(wc -l <"$database_work/tables")"
rows="$(cat "$database_work/rows")"
confirm "$REFUSED" restore "Replace the content of $label by $file ($(counted "$tables" table), $(counted "$rows" row))?"
make_backup || fail "$REFUSED" "what is there now could not be backed up: $(why); nothing is changed"
note INFO "restore of $label from $file by $(who): begins; before it: $made"
if ! gzip -dc -- "$file" | db_load >/dev/null 2>"$database_work/why"; then
  note ERROR "restore of $label from $file failed: $(why); before it: $made"
  fail "$FAILED" "restoring $file failed: $(why); what was there before is in $made"
fi
note INFO "restored $label from $file: $(counted "$tables" table), $(counted "$rows" row)"
echo "Restored: $label has the $(counted "$tables" table) of $file with $(counted "$rows" row) again; what was there before is in $made."
