#!/usr/bin/env bash
# Builds the demo Backstage as it would be deployed into .data/bundle: the app,
# the backend and the plugins as they are published, third-party packages from
# this repository's node_modules. Run it with `node .data/bundle/packages/backend`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

bundle=.data/bundle
log=.data/build.log
mkdir -p .data

echo "build: app, backend and plugins (takes about half a minute)"
if ! yarn workspace backend build >"$log" 2>&1; then
  cat "$log" >&2
  echo "build: ERROR: the demo could not be built, see above" >&2
  exit 1
fi

rm -rf "$bundle"
mkdir -p "$bundle/node_modules"
tar xzf packages/backend/dist/bundle.tar.gz -C "$bundle"
for folder in "$bundle"/packages/* "$bundle"/plugins/*; do
  name=$(node -p 'require(process.argv[1]).name' "./$folder/package.json")
  ln -s "../${folder#"$bundle"/}" "$bundle/node_modules/$name"
done
touch "$bundle/.built"
