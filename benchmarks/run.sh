#!/usr/bin/env bash
# `make bench`: makes .venv-bench for the rivals once, then measures everything. Quiet the machine first: see `uptime`.
set -euo pipefail
cd "$(dirname "$0")/.."
PYTHON=${PYTHON:-python3.11}
BIN=${BIN:-.venv/bin}
RIVALS=${RIVALS:-.venv-bench}
if [ ! -f "$RIVALS/.installed" ]; then
    echo "making $RIVALS for what Dateline is compared with (a few minutes)"
    "$PYTHON" -m venv "$RIVALS"
    "$RIVALS/bin/python" -m pip install --disable-pip-version-check --quiet --require-hashes -r requirements/bench.txt
    touch "$RIVALS/.installed"
fi
uptime
"$BIN/python" -m benchmarks.bench --rivals "$RIVALS/bin/python" "$@"
"$BIN/python" -m benchmarks.stages
