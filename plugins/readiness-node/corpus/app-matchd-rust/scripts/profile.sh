#!/usr/bin/env bash
set -euo pipefail
valgrind --tool=callgrind ./target/release/matchd --replay replays/friday.bin
