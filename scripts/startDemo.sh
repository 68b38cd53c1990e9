#!/usr/bin/env bash
# Starts the built demo in the foreground.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

port=$1
url=http://localhost:$port

if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
  echo "start: ERROR: port $port is taken, choose another one: make start PORT=8080" >&2
  exit 1
fi

announce_when_ready() {
  until (exec 3<>"/dev/tcp/127.0.0.1/$port" && printf 'GET /.backstage/health/v1/readiness HTTP/1.0\r\n\r\n' >&3 && head -n1 <&3 | grep -q ' 200 ') 2>/dev/null; do
    kill -0 $$ 2>/dev/null || return
    sleep 0.5
  done
  echo "start: ready: $url (enter as guest; Ctrl+C stops it)"
}

echo "start: starting the backend (takes a few seconds)"
announce_when_ready &

export APP_CONFIG_app_baseUrl=$url
export APP_CONFIG_backend_baseUrl=$url
export APP_CONFIG_backend_listen="\":$port\""
# Requests would hide what matters; LOG_LEVEL=info shows them.
export LOG_LEVEL=${LOG_LEVEL:-warn}
exec node .data/bundle/packages/backend --config app-config.yaml --config app-config.demo.yaml
