#!/usr/bin/env bash
# Prints the drafts that were changed since a commit, each ended by a NUL: ci/changed-drafts.sh BASE
# Deleted ones are left out, renamed ones go by their new name.
set -euo pipefail
base="${1:?ci/changed-drafts.sh BASE: the commit to compare with is missing}"
git diff -z --name-only --diff-filter=d --merge-base "$base" -- '*.md' '*.markdown' '*.txt' '*.html' '*.htm'
