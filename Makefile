# `make help` lists what there is. Everything runs in .venv, which `make setup` makes and the other targets ask for.
SHELL := /bin/bash
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
EVAL ?= ../shared/eval

# With it set, Python 3.11 compiles hypothesis anew at every start, and now and then fails at that.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup demo docs test test-unit lint lint-ops format generate eval bench chaos cluster soak train sbom audit lock clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 22

setup: $(STAMP) ## make .venv with `dateline` and everything it needs
	@echo "Ready: $(BIN)/dateline --help"

$(STAMP): requirements/dev.txt pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "No $(PYTHON) found. Name another by PYTHON=..., 3.11 to 3.13."; exit 2; }
	@echo "[1/3] making $(VENV) with $$($(PYTHON) --version)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "[2/3] installing the pinned packages (about 500 MB; a minute or two)"
	@$(BIN)/python -m pip install --disable-pip-version-check --require-hashes -r requirements/dev.txt \
	  | awk '/^(Collecting|Installing|Successfully)/ { n += 1; if (n % 20 == 0 || /^Inst/) { printf "      %s\n", substr($$0, 1, 90); fflush() } }'; \
	  test $${PIPESTATUS[0]} -eq 0
	@echo "[3/3] installing dateline"
	@$(BIN)/python -m pip install --disable-pip-version-check --quiet --no-deps --no-build-isolation -e .
	@touch $@

demo: $(STAMP) ## a real Kafka, a worker and sample articles: see each before and after
	@$(BIN)/dateline demo $(DEMO)

test: $(STAMP) ## every test, on a real broker that the suite starts
	@$(BIN)/python -m pytest -n 3 --dist loadfile $(TESTS)

test-unit: $(STAMP) ## the tests that need no broker
	@$(BIN)/python -m pytest -n 3 --dist loadfile tests/unit

lint: $(STAMP) ## style, types and the layers' imports
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

lint-ops: ## alert rules, dashboards and the Helm chart, with the linters that are there
	@./docker/lint.sh

format: $(STAMP) ## put the code into shape
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

generate: $(STAMP) ## generate anew: schemas, docs/topics.md, docs/metrics.md, configs/dateline.yaml, dashboards
	@$(BIN)/dateline schemas docs/schemas --page docs/topics.md
	@$(BIN)/dateline metrics > docs/metrics.md
	@$(BIN)/dateline config --default > configs/dateline.yaml
	@$(BIN)/python -m dashboards

eval: $(STAMP) ## how well it cleans and finds entities, on the data in EVAL=
	@rm -rf build/folds
	@$(BIN)/python benchmarks/evaluate_cleaning.py --data $(EVAL) --models build/folds
	@$(BIN)/python benchmarks/evaluate_shapes.py --data $(EVAL) --models build/folds
	@$(BIN)/python -m benchmarks.evaluate_pages --data $(EVAL)
	@$(BIN)/python benchmarks/evaluate_entities.py --data $(EVAL)
	@$(BIN)/python benchmarks/evaluate_places.py --data $(EVAL)

docs: $(STAMP) ## the documentation as a site, in build/site; a dead link is an error
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict
	@echo "Built: build/site/index.html"

chaos: $(STAMP) ## kills, freezes and outages of workers and broker, with a ledger after each (about an hour)
	@$(BIN)/python -m pytest tests/chaos -m "not cluster" $(if $(ONLY),-k $(ONLY)) $(TESTS)

cluster: $(STAMP) ## the same on three brokers: a leader killed or frozen, a disk lost, two of three down (half an hour)
	@$(BIN)/python -m pytest tests/chaos -m cluster $(if $(ONLY),-k $(ONLY)) $(TESTS)

soak: $(STAMP) ## mixed articles and random faults for MINUTES=, from SEED=
	@$(BIN)/python -m tests.soak --minutes $(or $(MINUTES),30) --seed $(or $(SEED),1)

bench: $(STAMP) ## Dateline against what people write in its place, through a real Kafka (quiet the machine first)
	@PYTHON=$(PYTHON) BIN=$(BIN) ./benchmarks/run.sh

train: $(STAMP) ## train the cleaner's and the entity model's weights anew, from the data in EVAL=
	@$(BIN)/python -m training.train_cleaner $(EVAL)
	@$(BIN)/python -m training.train_pages $(EVAL)
	@$(BIN)/python -m training.train_ner ship --data $(EVAL)

sbom: $(STAMP) ## a bill of materials of what is installed to run it
	@./requirements/sbom.sh $(BIN)/uv > sbom.json && echo sbom.json

audit: $(STAMP) ## known vulnerabilities in what is pinned (needs a network that has the database)
	@./requirements/audit.sh $(BIN)/uv

lock: $(STAMP) ## resolve the requirements anew, with hashes and without any registry's name
	@./requirements/lock.sh $(BIN)/uv

clean: ## remove .venv and what tools left behind
	@rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache build dist
