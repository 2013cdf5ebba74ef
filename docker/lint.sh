#!/usr/bin/env bash
# Lints what watches Dateline and runs it on Kubernetes, with the linters that are on PATH; one that is not is named and skipped.
# Ends with 1 if one found something. `make lint-ops` calls it from the root of the repository.
set -uo pipefail
found=0

# with PROGRAM "HOW TO GET IT" COMMAND…
with() {
  local program=$1 how=$2
  shift 2
  if ! command -v "$program" >/dev/null; then
    echo "skipped: no $program ($how)"
    return
  fi
  if "$@"; then echo "passed: ${*:1:3}"; else
    echo "FAILED: $*"
    found=1
  fi
}

dashboards() {
  local board bad=0
  for board in docker/grafana/dashboards/*.json; do
    dashboard-linter lint --strict --config docker/grafana/dashboard-linter.yml "$board" || bad=1
  done
  return "$bad"
}

prometheus="Debian's package prometheus"
with promtool "$prometheus" promtool check rules docker/prometheus/rules/*.yml
with promtool "$prometheus" promtool test rules docker/prometheus/tests/*.yml
with pint "go install github.com/cloudflare/pint/cmd/pint@v0.86.0" pint --offline lint docker/prometheus/rules
with dashboard-linter "go install github.com/grafana/dashboard-linter@latest" dashboards
with helm "go install helm.sh/helm/v3/cmd/helm@v3.19.0" helm lint --strict --quiet docker/helm/dateline
exit "$found"
