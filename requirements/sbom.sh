#!/usr/bin/env bash
# A software bill of materials (CycloneDX JSON) of what a worker installs, on standard output. The tool gets an environment of its own.
set -euo pipefail
uv=${1:-uv}
cd "$(dirname "$0")/.."
"$uv" tool run --from cyclonedx-bom cyclonedx-py requirements --pyproject pyproject.toml requirements/runtime.txt
