# shellcheck shell=bash
# SQLite, through its own shell; see database.sh, which sets the variables and calls the functions. A scratch place is another file.
# shellcheck disable=SC2154,SC2120,SC2119

db_check_tools() {
  need_tool sqlite3 sqlite3
  # The shell's commands quote names so, and know no escape in them.
  [[ "$DATABASE_NAME" != *[\'\"]* ]] || fail "$UNKNOWN" "the file's name $DATABASE_NAME has a quote in it: rename it"
}

sqlite_ask() {
  sqlite3 -batch -bail -cmd '.timeout 5000' "$@"
}

sqlite_there() {
  if [[ ! -f "$DATABASE_NAME" ]]; then
    # Asked, sqlite3 would make an empty database of that name.
    echo "there is no file $DATABASE_NAME" >&2
    return 1
  fi
}

db_summary() {
  sqlite_there || return 1
  local tables bytes
  tables="$(db_tables | wc -l)"
  sqlite_ask -readonly "$DATABASE_NAME" 'SELECT count(*) FROM sqlite_master' >/dev/null || return 1
  bytes="$(wc -c <"$DATABASE_NAME")"
  echo "SQLite $(sqlite3 -version | cut -d ' ' -f 1), $tables tables, $((bytes / 1048576)) MiB"
}

db_tables() {
  sqlite_there || return 1
  sqlite_ask -readonly "${1:-$DATABASE_NAME}" \
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY name"
}

db_rows() {
  local file="${1:-$DATABASE_NAME}" table sum=0 rows tables
  tables="$(db_tables "$file")" || return 1
  while IFS= read -r table; do
    [[ -n "$table" ]] || continue
    rows="$(sqlite_ask -readonly "$file" "SELECT count(*) FROM \"${table//\"/\"\"}\"")" || return 1
    sum=$((sum + rows))
  done <<<"$tables"
  echo "$sum"
}

db_damage() {
  local said
  said="$(sqlite_ask -readonly "$DATABASE_NAME" 'PRAGMA integrity_check' 2>&1)" || { echo "$said"; return 1; }
  [[ "$said" == ok ]] || { echo "$said"; return 1; }
  said="$(sqlite_ask -readonly "$DATABASE_NAME" 'PRAGMA foreign_key_check' 2>&1)"
  [[ -z "$said" ]] || { echo "rows without what they refer to: $(wc -l <<<"$said")"; return 1; }
}

# A copy by SQLite's own means is whole even while others write; text is made from that.
db_dump() {
  sqlite_there || return 1
  local copy="$database_work/copy.db"
  rm -f -- "$copy"
  sqlite_ask "$DATABASE_NAME" ".backup '$copy'" || return 1
  cat -- "$copy"
}

# Replaces the content in one transaction, which waits for others to end theirs.
db_load() {
  local file="$database_work/load.db"
  cat >"$file" || return 1
  sqlite_ask "${1:-$DATABASE_NAME}" ".restore '$file'"
}

db_make_scratch() {
  local file="$database_work/scratch.db"
  rm -f -- "$file"
  echo "$file"
}

db_drop_scratch() {
  rm -f -- "$1"
}

db_sessions() {
  sqlite_there || return 1
  # A file has no list of its users; where fuser is there, it tells the processes.
  ! command -v fuser >/dev/null || fuser "$DATABASE_NAME" 2>/dev/null | tr -s ' ' '\n' | sed '/^$/d; s/$/\t-\t0\topen\t/'
}

db_end_session() {
  echo "SQLite has no sessions: end the process that holds $DATABASE_NAME" >&2
  return 1
}
