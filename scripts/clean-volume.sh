#!/usr/bin/env bash
# Makes room on the service's volume: removes trace files, which nothing reads again, and nothing else.
set -euo pipefail
# shellcheck source=scripts/lib/service.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib/service.sh"

usage() {
  cat <<'USAGE'
usage: clean-volume.sh [--keep N] [--dry-run] [--verbose]

Removes the files trace/*.trace in VOLUME_FOLDER (volume), the oldest first.

  --keep N    so many of the newest stay (0)
  --dry-run   say what would be removed, and do nothing
  --verbose   name each file

What is done is written to logs/operations-DATE.log.
Exit codes: 0 done, or nothing to do; 1 something could not be removed; 2 wrong usage; 4 another one runs.
USAGE
}

readonly FAILED=1 USAGE_ERROR=2 LOCKED=4

keep=0
FLAGS="--dry-run --verbose"
take() {
  [[ "$1" == --keep ]] || return 1
  [[ "${2:-}" =~ ^[0-9]{1,6}$ ]] || fail "$USAGE_ERROR" "--keep ${2:-}: a number must follow"
  keep="$2" taken=2
}
take_arguments "$USAGE_ERROR" "$@"
read_service_env
volume="${VOLUME_FOLDER:-volume}"
[[ -d "$volume" ]] || fail "$USAGE_ERROR" "$PWD has no folder $volume: run this in the workspace's folder"
take_lock .clean.lock 0 || fail "$LOCKED" "another clean-volume.sh runs in $PWD"

mapfile -t files < <(find "$volume/trace" -maxdepth 1 -type f -name '*.trace' -printf '%T@ %s %p\n' 2>/dev/null | sort -n)
count=0
bytes=0
for ((i = 0; i < ${#files[@]} - keep; i++)); do
  read -r _ size file <<<"${files[$i]}"
  say "  $file"
  [[ "$dry_run" == true ]] || rm -f -- "$file" || fail "$FAILED" "$file cannot be removed"
  count=$((count + 1))
  bytes=$((bytes + size))
done
if [[ "$dry_run" == true ]]; then
  echo "Dry run: would remove $count trace files, $((bytes / 1048576)) MiB."
  exit 0
fi
((count == 0)) || write_log operations volume INFO "$count trace files removed by $(who), $bytes bytes"
echo "Removed $count trace files, $((bytes / 1048576)) MiB."
