# shellcheck shell=bash
# PostgreSQL, through its own clients; see database.sh, which sets the variables and calls the functions.
# shellcheck disable=SC2154,SC2120,SC2119

postgres_where=()

db_check_tools() {
  need_tool psql postgresql-client
  need_tool pg_dump postgresql-client
  local host="${DATABASE_HOST:-${DATABASE_OPTIONS[host]:-}}" password="${DATABASE_PASSWORD//\\/\\\\}"
  export PGCONNECT_TIMEOUT=5 PGOPTIONS="--client-min-messages=warning"
  if [[ -n "$DATABASE_PASSWORD" ]]; then
    (umask 077 && printf '*:*:*:*:%s\n' "${password//:/\\:}" >"$database_work/pgpass")
    export PGPASSFILE="$database_work/pgpass"
  fi
  postgres_where=(--no-password)
  [[ -z "$host" ]] || postgres_where+=(--host "$host")
  [[ -z "$DATABASE_PORT" ]] || postgres_where+=(--port "$DATABASE_PORT")
  [[ -z "$DATABASE_USER" ]] || postgres_where+=(--username "$DATABASE_USER")
}

postgres_ask() {
  psql "${postgres_where[@]}" --no-psqlrc --quiet --tuples-only --no-align --field-separator=$'\t' \
    --set ON_ERROR_STOP=1 --command "$1" "${2:-$DATABASE_NAME}"
}

db_summary() {
  postgres_ask "SELECT 'PostgreSQL ' || current_setting('server_version') || ', ' ||
      (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend') || ' of ' ||
      current_setting('max_connections') || ' connections, ' ||
      (SELECT count(*) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')) || ' tables, ' ||
      pg_database_size(current_database()) / 1048576 || ' MiB'"
}

db_tables() {
  postgres_ask "SELECT schemaname || '.' || tablename FROM pg_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
    ORDER BY (schemaname || '.' || tablename) COLLATE \"C\"" "${1:-}"
}

# Every row of every table is read once for this, which finds pages that cannot be read.
db_rows() {
  postgres_ask "SELECT COALESCE(SUM((xpath('/row/n/text()', query_to_xml(
      format('SELECT count(*) AS n FROM (SELECT * FROM %I.%I) AS t', schemaname, tablename), false, true, '')))[1]::text::bigint), 0)
    FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')" "${1:-}"
}

db_damage() {
  local said
  if ! said="$(db_rows 2>&1)"; then
    echo "${said//$'\n'/ }"
    return 1
  fi
  said="$(postgres_ask "SELECT indexrelid::regclass || ': the index is not valid' FROM pg_index WHERE NOT indisvalid")"
  [[ -z "$said" ]] || { echo "$said"; return 1; }
}

db_dump() {
  pg_dump "${postgres_where[@]}" --clean --if-exists --no-owner --no-privileges "$DATABASE_NAME"
}

db_load() {
  psql "${postgres_where[@]}" --no-psqlrc --quiet --set ON_ERROR_STOP=1 --single-transaction \
    --output /dev/null "${1:-$DATABASE_NAME}"
}

db_make_scratch() {
  local name="scratch_$$"
  postgres_ask "CREATE DATABASE $name TEMPLATE template0"
  echo "$name"
}

db_drop_scratch() {
  postgres_ask "DROP DATABASE IF EXISTS $1"
}

db_sessions() {
  postgres_ask "SELECT pid, COALESCE(usename, ''), COALESCE(extract(epoch FROM now() - state_change)::bigint, 0),
      COALESCE(state, ''), left(regexp_replace(query, '\s+', ' ', 'g'), 80)
    FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() ORDER BY 3 DESC"
}

db_end_session() {
  [[ "$(postgres_ask "SELECT pg_terminate_backend($1)")" == t ]]
}
