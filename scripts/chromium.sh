#!/usr/bin/env bash
# Prints the path of a Chromium for the browser tests, after installing Debian's
# when there is none and this user may.
set -euo pipefail

find_chromium() {
  for candidate in "${CHROMIUM_PATH:-}" chromium chromium-browser google-chrome; do
    [ -n "$candidate" ] && command -v "$candidate" && return
  done
  return 1
}

fail() {
  echo "browser: ERROR: $*; or set CHROMIUM_PATH to a Chromium or Chrome" >&2
  exit 1
}

find_chromium && exit

command -v apt-get >/dev/null || fail "there is no Chromium, and no apt-get to install it"
as_root=
if [ "$(id -u)" -ne 0 ]; then
  sudo -n true 2>/dev/null || fail "there is no Chromium: run 'sudo apt-get install chromium fonts-liberation'"
  as_root="sudo -n"
fi

echo "browser: installing Chromium" >&2
log=$(mktemp)
$as_root apt-get update >"$log" 2>&1 &&
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y --no-install-recommends chromium fonts-liberation >>"$log" 2>&1 ||
  fail "apt-get could not install Chromium ($(tail -n1 "$log"), all of it in $log)"
rm -f "$log"
find_chromium || fail "apt-get installed no Chromium"
