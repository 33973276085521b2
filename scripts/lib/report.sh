# shellcheck shell=bash disable=SC2034,SC2154
# Sourced by generate-daily-report.sh and generate-weekly-report.sh after lib/service.sh: both are thin calls of
# "warroom report", which works the figures out.

# Whoever sources this says where the scripts are.
: "${scripts:?}"

kind="" folder=reports format=md state=()
FLAGS="--dry-run --verbose"
take() {
  case "$1" in
    --format)
      [[ "${2:-}" == md || "${2:-}" == html || "${2:-}" == json ]] ||
        fail 2 "--format ${2:-}: md, html or json must follow"
      format="$2"
      ;;
    --folder | --state)
      [[ -n "${2:-}" ]] || fail 2 "$1: a folder must follow"
      if [[ "$1" == --state ]]; then state=(--state "$2"); else folder="$2"; fi
      ;;
    *) return 1 ;;
  esac
  taken=2
}

# generate KIND ARGUMENTS…: the whole script.
generate() {
  kind="$1"
  take_arguments 2 "${@:2}"
  local program="${WARROOM:-$scripts/../warroom}"
  [[ -x "$program" ]] || program="$(command -v warroom || true)"
  [[ -n "$program" ]] || fail 1 "the program warroom is not found: let WARROOM name it"
  local file
  file="$folder/$kind-$(date +%Y-%m-%d).$format"
  if [[ "$dry_run" == true ]]; then
    say "would write $file: $program report $kind --format $format ${state[*]}"
    dry_run_ends
  fi
  mkdir -p "$folder"
  take_lock "$folder/.lock" 0 || fail 4 "another report is being written to $folder; wait for it to end"
  say "asking $program report $kind"
  if ! "$program" report "$kind" --format "$format" --workspace . "${state[@]}" >"$file.next"; then
    rm -f -- "$file.next"
    write_log operations report ERROR "$kind report failed"
    fail 1 "warroom report $kind failed; the lines above say why"
  fi
  mv -f -- "$file.next" "$file"
  write_log operations report INFO "$kind report written to $file by $(who)"
  echo "$file"
}

usage() {
  cat <<USAGE
usage: generate-$kind-report.sh [--format md|html|json] [--folder DIR] [--state DIR] [--dry-run] [--verbose]

Writes the $kind report to reports/$kind-DATE.md and prints the file's name: uptime, incidents by severity, error rate and
response times against their targets, deployments, security events. A second one of the same day replaces the first.

  --format F     md, html or json (md)
  --folder DIR   where it is written (reports)
  --state DIR    where the war room keeps its journals (its usual place)
  --dry-run      say what would be done, and do nothing
  --verbose      say each thing that is done

Calls the program warroom beside this folder, or the one that WARROOM names.
Exit codes: 0 written; 1 it could not be made, an older report stays; 2 wrong usage; 4 another one is being written.
USAGE
}
