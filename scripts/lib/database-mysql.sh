# shellcheck shell=bash
# MySQL and MariaDB, through their own clients; see database.sh, which sets the variables and calls the functions.
# shellcheck disable=SC2154,SC2120,SC2119

mysql_client=""
mysql_dump=""
mysql_settings=""

db_check_tools() {
  mysql_client="$(command -v mariadb || command -v mysql)" || need_tool mariadb mariadb-client
  mysql_dump="$(command -v mariadb-dump || command -v mysqldump)" || need_tool mariadb-dump mariadb-client
  mysql_settings="$database_work/client.cnf"
  (
    umask 077
    {
      echo "[client]"
      mysql_setting user "$DATABASE_USER"
      mysql_setting password "$DATABASE_PASSWORD"
      mysql_setting host "$DATABASE_HOST"
      mysql_setting port "$DATABASE_PORT"
      mysql_setting socket "${DATABASE_OPTIONS[socket]:-}"
    } >"$mysql_settings"
  )
}

# mysql_setting NAME VALUE: nothing where there is no value. The file's format wants quotes and backslashes escaped.
mysql_setting() {
  [[ -n "$2" ]] || return 0
  local value="${2//\\/\\\\}"
  printf '%s="%s"\n' "$1" "${value//\"/\\\"}"
}

mysql_ask() {
  "$mysql_client" --defaults-extra-file="$mysql_settings" --connect-timeout=5 --batch --skip-column-names \
    --execute="$1" "${@:2}"
}

db_summary() {
  mysql_ask "SELECT CONCAT(VERSION(), ', ',
      (SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME = 'THREADS_CONNECTED'), ' of ',
      @@max_connections, ' connections, ',
      (SELECT COUNT(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA = '$DATABASE_NAME' AND TABLE_TYPE = 'BASE TABLE'),
      ' tables, ',
      (SELECT COALESCE(ROUND(SUM(DATA_LENGTH + INDEX_LENGTH) / 1048576), 0) FROM information_schema.TABLES
        WHERE TABLE_SCHEMA = '$DATABASE_NAME'), ' MiB')" "$DATABASE_NAME"
}

db_tables() {
  mysql_ask "SELECT TABLE_NAME FROM information_schema.TABLES
    WHERE TABLE_SCHEMA = '${1:-$DATABASE_NAME}' AND TABLE_TYPE = 'BASE TABLE' ORDER BY BINARY TABLE_NAME"
}

db_rows() {
  local place="${1:-$DATABASE_NAME}" table sum=0 rows tables
  tables="$(db_tables "$place")" || return 1
  while IFS= read -r table; do
    [[ -n "$table" ]] || continue
    rows="$(mysql_ask "SELECT COUNT(*) FROM \`${table//\`/\`\`}\`" "$place")" || return 1
    sum=$((sum + rows))
  done <<<"$tables"
  echo "$sum"
}

db_damage() {
  local table answer damage=0 tables
  tables="$(db_tables)" || return 1
  while IFS= read -r table; do
    [[ -n "$table" ]] || continue
    # The last line of the answer is the verdict; "note" stands for an engine that cannot be checked.
    answer="$(mysql_ask "CHECK TABLE \`${table//\`/\`\`}\`" "$DATABASE_NAME" | tail -n 1)"
    if [[ "$answer" != *$'\tstatus\tOK' && "$answer" != *$'\tnote\t'* ]]; then
      echo "$table: ${answer##*$'\t'}"
      damage=1
    fi
  done <<<"$tables"
  return "$damage"
}

db_dump() {
  "$mysql_dump" --defaults-extra-file="$mysql_settings" --single-transaction --routines --events "$DATABASE_NAME"
}

db_load() {
  "$mysql_client" --defaults-extra-file="$mysql_settings" --connect-timeout=5 --batch "${1:-$DATABASE_NAME}"
}

db_make_scratch() {
  local name="scratch_$$"
  mysql_ask "CREATE DATABASE $name" >/dev/null
  echo "$name"
}

db_drop_scratch() {
  mysql_ask "DROP DATABASE IF EXISTS $1"
}

db_sessions() {
  mysql_ask "SELECT ID, USER, TIME, COMMAND, COALESCE(LEFT(REPLACE(INFO, '\n', ' '), 80), '')
    FROM information_schema.PROCESSLIST WHERE ID <> CONNECTION_ID() AND USER NOT IN ('system user', 'event_scheduler')
    ORDER BY TIME DESC"
}

db_end_session() {
  mysql_ask "KILL $1"
}
