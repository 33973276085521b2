# shellcheck shell=bash
# The practice production's database: a line is asked over TCP, lines answer, a line with a dot alone ends them.
# The first line is "OK" or "ERR why". See database.sh, which sets the variables
# and calls the functions.
# shellcheck disable=SC2154,SC2120,SC2119

db_check_tools() {
  [[ -n "$DATABASE_HOST" && -n "$DATABASE_PORT" ]] ||
    fail "$UNKNOWN" "the practice database needs HOST:PORT in DATABASE_URL"
}

# practice_ask LINE [PLACE]: prints the answer without its first and last line. Standard input is sent after LINE
# where LINE begins with LOAD.
practice_ask() {
  local place="${2:-$DATABASE_NAME}" line
  if ! { exec 9<>"/dev/tcp/$DATABASE_HOST/$DATABASE_PORT"; } 2>/dev/null; then
    echo "no answer from $DATABASE_HOST:$DATABASE_PORT" >&2
    return 1
  fi
  {
    printf 'USE %s\n%s\n' "$place" "$1"
    if [[ "$1" == LOAD ]]; then
      cat
      echo .
    fi
  } >&9 2>/dev/null
  local answers=0 good=0
  while IFS= read -r -t 5 line <&9; do
    case "$line" in
      ERR*)
        echo "${line#ERR }" >&2
        good=1
        ;;
      .)
        answers=$((answers + 1))
        ((answers < 2 && good == 0)) || break
        ;;
      OK) ;;
      *) printf '%s\n' "$line" ;;
    esac
  done
  exec 9>&-
  if ((answers == 0)); then
    echo "$DATABASE_HOST:$DATABASE_PORT took the connection and did not answer" >&2
    return 1
  fi
  return "$good"
}

db_summary() {
  local info name value
  info="$(practice_ask INFO)" || return 1
  local -A of=()
  while read -r name value; do
    of["$name"]="$value"
  done <<<"$info"
  echo "practice ${of[version]:-?}, ${of[connections]:-?} of ${of[most_connections]:-?} connections," \
    "${of[tables]:-?} tables, ${of[rows]:-?} rows"
}

db_tables() {
  practice_ask TABLES "${1:-}"
}

db_rows() {
  practice_ask ROWS "${1:-}"
}

db_damage() {
  local said
  said="$(practice_ask CHECK 2>&1)" || { echo "$said"; return 1; }
  [[ -z "$said" ]] || { echo "$said"; return 1; }
}

db_dump() {
  practice_ask DUMP
}

db_load() {
  practice_ask LOAD "${1:-}"
}

db_make_scratch() {
  local name="scratch_$$"
  practice_ask "CREATE $name" && echo "$name"
}

db_drop_scratch() {
  practice_ask "DROP $1"
}

db_sessions() {
  practice_ask SESSIONS
}

db_end_session() {
  practice_ask "KILL $1"
}
