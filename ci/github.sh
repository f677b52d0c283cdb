#!/usr/bin/env bash
# The step of action.yml that checks: annotations on standard output, SARIF in a file. Takes its inputs from the environment.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
tieout="${TIEOUT:-$here/../build/release/tieout}"
read -ra arguments <<<"${TIEOUT_ARGUMENTS:-}"
read -ra paths <<<"${TIEOUT_PATHS:-}"
if ((${#paths[@]} == 0)) && [[ -n "${TIEOUT_BASE:-}" ]]; then
    mapfile -d '' -t paths < <("$here/changed-drafts.sh" "$TIEOUT_BASE")
    if ((${#paths[@]} == 0)); then
        echo "No draft was changed."
        exit 0
    fi
fi
exec "$tieout" check --format github --format "sarif=${TIEOUT_SARIF:-tieout.sarif}" "${arguments[@]}" -- "${paths[@]}"
