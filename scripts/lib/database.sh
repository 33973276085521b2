# shellcheck shell=bash
# Sourced after lib/service.sh by the scripts that talk to the database: reads DATABASE_URL, and loads what knows its kind.
#
# A password goes from the URL into a file that only its owner can read, in a folder that is gone when the script ends.
# It is never an argument, since everybody on the machine can read those.
#
# Each kind, in database-KIND.sh, has
#   db_check_tools       ends the script where a program is missing
#   db_summary           prints one line about the server and the database; fails where it does not answer
#   db_tables [PLACE]    prints the tables' names, sorted; PLACE is a scratch place, otherwise the database itself
#   db_rows [PLACE]      prints how many rows all tables have together
#   db_damage            prints a line for each thing that is wrong; fails where there is one, or where it cannot be told
#   db_dump              prints the database as text that db_load reads
#   db_load [PLACE]      reads it from standard input
#   db_make_scratch      makes an empty scratch place and prints its name
#   db_drop_scratch PLACE
#   db_sessions          prints a line a connection: id, user, seconds since it last did something, state, statement
#   db_end_session ID    ends one of them

# Used by what is loaded.
# shellcheck disable=SC2034
DATABASE_KIND="" DATABASE_USER="" DATABASE_PASSWORD="" DATABASE_HOST="" DATABASE_PORT="" DATABASE_NAME=""
declare -A DATABASE_OPTIONS=()
database_work=""

# percent_decoded TEXT: %40 becomes @.
percent_decoded() {
  local text="$1" decoded=""
  while [[ "$text" =~ ^([^%]*)%([0-9A-Fa-f]{2})(.*)$ ]]; do
    text="${BASH_REMATCH[3]}"
    decoded+="${BASH_REMATCH[1]}$(printf '%b' "\\x${BASH_REMATCH[2]}")"
  done
  printf '%s' "$decoded$text"
}

# parse_database_url CODE: fills the variables above from DATABASE_URL; ends with CODE where it cannot be read. What is
# printed never holds the URL itself, because there may be a password in it.
# shellcheck disable=SC2034
parse_database_url() {
  local shape='KIND://USER:PASSWORD@HOST:PORT/NAME, or sqlite:FILE' rest="" options="" option
  [[ -n "${DATABASE_URL:-}" ]] ||
    fail "$1" "DATABASE_URL is not set, and $PWD has no service.env that sets it; it is $shape"
  case "$DATABASE_URL" in
    sqlite:?*)
      DATABASE_KIND=sqlite
      rest="${DATABASE_URL#sqlite:}"
      # sqlite:///srv/app.db and sqlite:/srv/app.db are the same file.
      [[ "$rest" != ///* ]] || rest="${rest#//}"
      DATABASE_NAME="$(percent_decoded "${rest%%\?*}")"
      return
      ;;
    mysql://* | mariadb://*) DATABASE_KIND=mysql ;;
    postgres://* | postgresql://*) DATABASE_KIND=postgres ;;
    practice://*) DATABASE_KIND=practice ;;
    *) fail "$1" "DATABASE_URL begins with \"${DATABASE_URL%%:*}:\": mysql, mariadb, postgresql, sqlite and practice are known; it is $shape" ;;
  esac
  rest="${DATABASE_URL#*://}"
  [[ "$rest" != *\?* ]] || options="${rest#*\?}"
  [[ "$rest" =~ ^(([^:/@?]*)(:([^/@?]*))?@)?(\[[0-9A-Fa-f:]+\]|[A-Za-z0-9._-]*)(:([0-9]{1,5}))?/([^/?]+)(\?.*)?$ ]] ||
    fail "$1" "DATABASE_URL cannot be read: it is $shape; write @ : / ? in a password as %40 %3A %2F %3F"
  DATABASE_USER="$(percent_decoded "${BASH_REMATCH[2]}")"
  DATABASE_PASSWORD="$(percent_decoded "${BASH_REMATCH[4]}")"
  DATABASE_HOST="${BASH_REMATCH[5]}"
  DATABASE_PORT="${BASH_REMATCH[7]}"
  DATABASE_NAME="$(percent_decoded "${BASH_REMATCH[8]}")"
  while [[ -n "$options" ]]; do
    option="${options%%&*}"
    options="${options:${#option}}"
    options="${options#&}"
    [[ -z "${option%%=*}" ]] || DATABASE_OPTIONS["${option%%=*}"]="$(percent_decoded "${option#*=}")"
  done
  [[ "$DATABASE_NAME" =~ ^[A-Za-z0-9_][A-Za-z0-9_-]{0,62}$ ]] ||
    fail "$1" "the database's name \"$DATABASE_NAME\" must be letters, digits, _ and -"
}

# open_database CODE: after this the db_ functions work. Ends with CODE where DATABASE_URL is wrong.
open_database() {
  parse_database_url "$1"
  database_work="$(umask 077 && mktemp -d)"
  trap close_database EXIT
  # shellcheck source=/dev/null
  source "$(dirname "${BASH_SOURCE[0]}")/database-$DATABASE_KIND.sh"
  db_check_tools
}

# What went wrong, in one line, as a program has left it in the file "why".
why() {
  local text
  text="$(tr -s '\n' ' ' <"$database_work/why")"
  echo "${text% }"
}

database_scratch=""
close_database() {
  [[ -z "$database_scratch" ]] || db_drop_scratch "$database_scratch" >/dev/null 2>&1 || true
  [[ -z "$database_work" ]] || rm -rf -- "$database_work"
}

# need_tool PROGRAM PACKAGE: ends the script where it is missing.
need_tool() {
  command -v "$1" >/dev/null || fail "$UNKNOWN" "$1 is missing: install it, for instance: apt-get install $2"
}

# The name of a database in messages: for a file its last part.
database_label() {
  local name="${DATABASE_NAME##*/}"
  echo "${name%.*}"
}
