#!/usr/bin/env bash
# Resolve the requirements of pyproject.toml into files with hashes. They name no registry: whoever installs from them
# uses their own. Run by `make lock`.
set -euo pipefail
uv=${1:-uv}
cd "$(dirname "$0")/.."
compile() {
  "$uv" pip compile -q pyproject.toml --generate-hashes --universal --python-version 3.11 \
    --no-emit-index-url --no-annotate --no-header "$@" >/dev/null
}
compile -o requirements/runtime.txt
compile --extra broker --extra fr --extra tracing --extra parquet --extra postgres --extra train --extra dev -c requirements/runtime.txt -o requirements/dev.txt
# The programs that `make bench` compares with want other versions; they get an environment of their own.
compile --extra bench -o requirements/bench.txt
# What building the package takes, for the container.
echo hatchling | "$uv" pip compile -q - --generate-hashes --universal --python-version 3.11 \
  --no-emit-index-url --no-annotate --no-header -c requirements/dev.txt -o requirements/build.txt >/dev/null
