#!/usr/bin/env bash
# Everything that is checked without running the product.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/stages.sh

# Unlike `git diff` this also tells on a tree with changes of one's own.
hash_generated_files() {
  git ls-files -co --exclude-standard -- plugins/readiness-node/src/checks/index.ts docs/checks | sort | xargs -r sha1sum
}

check_generated_files() {
  local before after
  before=$(hash_generated_files)
  yarn checks:generate || return
  after=$(hash_generated_files)
  [ "$before" = "$after" ] && return
  diff <(echo "$before") <(echo "$after") | grep '^[<>]'
  echo "check: these generated files were not current; they are now: commit them" >&2
  return 1
}

check_lock_file() {
  ! grep -nE 'https?://' yarn.lock
}

run_stage "types" yarn tsc
run_stage "lint and import rules" yarn lint
run_stage "format" yarn prettier:check
run_stage "generated files" check_generated_files
run_stage "API reports" yarn api-reports --ci
run_stage "package manifests" yarn backstage-cli repo fix --publish --check
run_stage "no address in yarn.lock" check_lock_file

if [ ${#failed_stages[@]} -gt 0 ]; then
  echo "check: FAILED: $(IFS=,; echo "${failed_stages[*]}")" >&2
  exit 1
fi
echo "check: all fine"
