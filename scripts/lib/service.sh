# shellcheck shell=bash
# Sourced by the scripts beside this folder: where the service is, how to ask it, and the exit codes of checks.

# Exit codes of a check, as the Nagios plugin API has them.
readonly OK=0 WARNING=1 CRITICAL=2 UNKNOWN=3

# The word for an exit code.
status_word() {
  case "$1" in
    "$OK") echo OK ;;
    "$WARNING") echo WARNING ;;
    "$CRITICAL") echo CRITICAL ;;
    *) echo UNKNOWN ;;
  esac
}

# fail CODE MESSAGE: says what is wrong and ends the script.
fail() {
  echo "${0##*/}: $2" >&2
  exit "$1"
}

# The flags that scripts share. A script says in FLAGS which of them it takes.
# shellcheck disable=SC2034
force=false verbose=false dry_run=false

# take_flag ARGUMENT: takes --help, and sets the variable of a flag that is in FLAGS; fails for anything else.
take_flag() {
  case "$1" in
    --help) usage; exit 0 ;;
    --force | --verbose | --dry-run)
      [[ " ${FLAGS:-} " == *" $1 "* ]] || return 1
      local name="${1#--}"
      printf -v "${name//-/_}" true
      ;;
    *) return 1 ;;
  esac
}

# take_arguments CODE ARGUMENT…: goes through a script's arguments. What is no shared flag is for its function take, which
# fails where it does not know its first argument, and sets "taken" where it has used more than that one.
taken=1
take_arguments() {
  local wrong="$1"
  shift
  while (($# > 0)); do
    taken=1
    take_flag "$1" || take "$@" || fail "$wrong" "$1 is not known; ${SAY:-see --help}"
    shift "$taken"
  done
}

# The end of a dry run.
dry_run_ends() {
  echo "Dry run: nothing was changed."
  exit 0
}

# confirm CODE WHAT QUESTION: ends with CODE where somebody says no, or where there is nobody to ask.
confirm() {
  local answer
  [[ "$force" == false ]] || return 0
  [[ -t 0 ]] || fail "$1" "there is no terminal to ask on; add --force to $2 without a question"
  read -r -p "$3 [y/N] " answer || answer=""
  [[ "$answer" == [yY] || "$answer" == yes ]] || fail "$1" "not confirmed, nothing is changed"
}

# counted NUMBER WORD: 1 table, 2 tables.
counted() {
  if [[ "$1" == 1 ]]; then echo "1 $2"; else echo "$1 $2s"; fi
}

# level HUNDREDTHS WARNING CRITICAL: compares a percentage with two limits; sets "code", and "limit" to the one that counts.
# shellcheck disable=SC2034
level() {
  code="$OK" limit="$2"
  if (($1 >= $(hundredths "$3"))); then
    code="$CRITICAL" limit="$3"
  elif (($1 >= $(hundredths "$2"))); then
    code="$WARNING"
  fi
}

# The names that service.env may set; other lines of it are passed over.
readonly SERVICE_ENV_NAMES='SERVICE_(NAME|URL|CONTROL)|SUPERVISOR_PID|DATABASE_URL|BACKUP_(FOLDER|KEEP|MAX_HOURS)|(DISK|MEMORY|RESPONSE)_(WARNING|CRITICAL)|HEALTH_LIMIT_SECONDS|STAGING_FOLDER|VOLUME_(FOLDER|MIB)|KEYTOOL'

# Takes NAME=value lines of service.env in the current folder. The file wins over the environment: in a
# drill's folder the drill's service is meant, whatever the shell was set up for.
# Nothing in the file is executed.
read_service_env() {
  local line
  if [[ -r service.env ]]; then
    while IFS= read -r line || [[ -n "$line" ]]; do
      if [[ "$line" =~ ^($SERVICE_ENV_NAMES)=([^[:space:]]*)$ ]]; then
        printf -v "${line%%=*}" '%s' "${line#*=}"
      fi
    done <service.env
  fi
  SERVICE_NAME="${SERVICE_NAME:-service}"
}

# need_service_url CODE: ends with CODE where nobody says where the service is.
need_service_url() {
  if [[ -z "${SERVICE_URL:-}" ]]; then
    fail "$1" "SERVICE_URL is not set and $PWD has no service.env that sets it: run this in the workspace's folder"
  fi
  SERVICE_URL="${SERVICE_URL%/}"
}

# is_percentage VALUE: a number from 0 to 100, with at most two decimals.
is_percentage() {
  [[ "$1" =~ ^(100(\.0{1,2})?|[0-9]{1,2}(\.[0-9]{1,2})?)$ ]]
}

# Hundredths of a percentage, since bash counts in whole numbers only.
hundredths() {
  local whole="${1%%.*}" part=""
  [[ "$1" == *.* ]] && part="${1#*.}"
  part="${part}00"
  echo $((10#$whole * 100 + 10#${part:0:2}))
}

# Milliseconds since 1970.
now_millis() {
  if [[ -n "${EPOCHREALTIME:-}" ]]; then
    local micros="${EPOCHREALTIME/[.,]/}"
    echo $((micros / 1000))
  else
    date +%s%3N
  fi
}

# http_get URL SECONDS: sets HTTP_STATUS (000 where there was no answer), HTTP_BODY, HTTP_MILLIS.
# shellcheck disable=SC2034
http_get() {
  local url="$1" limit="$2" answer began
  began="$(now_millis)"
  if command -v curl >/dev/null; then
    answer="$(curl --silent --noproxy 127.0.0.1,localhost --max-time "$limit" --max-filesize 65536 \
      --write-out '\n%{http_code}' "$url" || true)"
    HTTP_STATUS="${answer##*$'\n'}"
    HTTP_BODY="${answer%$'\n'*}"
  else
    answer="$(plain_http_get "$url" "$limit" || true)"
    HTTP_STATUS="${answer%%$'\n'*}"
    HTTP_BODY="${answer#*$'\n'}"
  fi
  HTTP_MILLIS=$(($(now_millis) - began))
  if [[ ! "$HTTP_STATUS" =~ ^[1-5][0-9][0-9]$ ]]; then
    HTTP_STATUS=000
    HTTP_BODY=""
  fi
}

# The same without curl: prints the status, then the body. Plain http only.
plain_http_get() {
  local url="$1" limit="$2"
  if [[ ! "$url" =~ ^http://([A-Za-z0-9.-]+)(:([0-9]+))?(/[^[:space:]]*)?$ ]]; then
    fail "$UNKNOWN" "$url: without curl only http://HOST:PORT/PATH can be asked"
  fi
  # The single quotes are meant: the inner bash expands its own arguments.
  # shellcheck disable=SC2016
  timeout "$limit" bash -c '
    exec 3<>"/dev/tcp/$1/$2" || exit 1
    printf "GET %s HTTP/1.0\r\nHost: %s\r\n\r\n" "$3" "$1" >&3
    read -r _ status _ <&3
    echo "$status"
    while IFS= read -r line <&3 && [[ "${line%$4}" ]]; do :; done
    head -c 65536 <&3
  ' bash "${BASH_REMATCH[1]}" "${BASH_REMATCH[3]:-80}" "${BASH_REMATCH[4]:-/}" $'\r' 2>/dev/null
}

# say TEXT: only with --verbose, or where nothing is really done.
say() {
  if [[ "${verbose:-false}" == true || "${dry_run:-false}" == true ]]; then
    echo "$1"
  fi
}

# write_log PREFIX ORIGIN LEVEL TEXT: one line in logs/PREFIX-DATE.log of the current folder.
write_log() {
  local now
  now="$(date -u +%Y-%m-%dT%H:%M:%S.%3NZ)"
  mkdir -p logs
  printf '%s %s %-5s %s\n' "$now" "$2" "$3" "$4" >>"logs/$1-${now%%T*}.log"
}

# Who does this, for the logs.
who() {
  id -un 2>/dev/null || id -u
}

# take_lock FILE SECONDS: holds FILE until the script ends, in whatever way; fails where another holds it longer.
take_lock() {
  command -v flock >/dev/null || fail "$UNKNOWN" "flock is missing; it comes with util-linux"
  exec 8>"$1"
  flock -w "$2" 8
}
