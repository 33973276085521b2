#!/usr/bin/env bash
# Writes the team's daily report to reports/, by "warroom report".
set -euo pipefail
scripts="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=scripts/lib/service.sh
source "$scripts/lib/service.sh"
# shellcheck source=scripts/lib/report.sh
source "$scripts/lib/report.sh"

generate daily "$@"
