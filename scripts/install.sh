#!/usr/bin/env bash
# Installs the dependencies that yarn.lock names.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

log=.data/install.log
mkdir -p .data

echo "install: dependencies (takes about a minute the first time)"
# A second try: a registry that fails once in thousands of requests is enough to end the first.
if ! yarn install --immutable >"$log" 2>&1 && ! yarn install --immutable >"$log" 2>&1; then
  grep -E 'YN[0-9]{4}.*(rror|lockfile|resolve|fetch)|Error:' "$log" | cut -c1-300 | head -n 20 >&2 || true
  echo "install: ERROR: yarn could not install the dependencies (all of it: $log)" >&2
  exit 1
fi
touch node_modules/.yarn-state.yml
