#!/usr/bin/env bash
# Ask the Python vulnerability database about every locked package. Needs a network that reaches it: a registry without that data makes
# it skip packages, which --strict turns into a failure rather than a clean bill.
set -euo pipefail
uv=${1:-uv}
cd "$(dirname "$0")/.."
"$uv" tool run pip-audit --strict --disable-pip --require-hashes -r requirements/runtime.txt
