# Every habit of the project. `make help` lists them. Needs Python 3.11 or newer and nothing else: each target makes
# what it stands on, in this folder's own environment (.venv), from the hashes in requirements/*.lock.

SHELL := /bin/bash
.DEFAULT_GOAL := help

VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
JOBS ?= 2
DEMO ?= demo

# The first Python that is new enough; PYTHON=... chooses another.
PYTHON ?= $(shell for p in python3.11 python3 python3.12 python3.13 python3.14; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)

# Stamps: a second run installs nothing unless a lock or pyproject.toml has changed.
RUNTIME := $(VENV)/.runtime.stamp
TEST := $(VENV)/.test.stamp
BENCH := $(VENV)/bench/.bench.stamp

CODE := src tests quality benchmarks examples lexicon_src
LEXICON := $(sort $(wildcard lexicon_src/*.py))

.PHONY: help demo test check format lexicon lexicon-check quality bench bench-times lock clean

help: ## list these habits
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

demo: $(RUNTIME) ## build the dossier of examples/, print its days, timeline and findings, write its page
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	$(BIN)/musnad build examples/articles.jsonl --dossier $(DEMO)/dossier.db
	@echo; echo "== Articles, with the days that their own words gave away"
	$(BIN)/musnad articles $(DEMO)/dossier.db
	@echo; echo "== Timeline"
	$(BIN)/musnad timeline $(DEMO)/dossier.db
	@echo; echo "== Findings"
	$(BIN)/musnad findings $(DEMO)/dossier.db
	@echo
	$(BIN)/musnad site $(DEMO)/dossier.db --out $(DEMO)/site
	@echo "The page: file://$(abspath $(DEMO)/site)/index.html"

test: $(TEST) ## everything that must hold: style, types, generated files, tests, quality gate
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/mypy --strict
	@$(MAKE) --no-print-directory lexicon-check
	$(BIN)/pytest -n $(JOBS)
	$(BIN)/python -m quality.gate

check: $(TEST) ## the fast part of test: style, types, tests that are not slow
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy --strict
	$(BIN)/pytest -n $(JOBS) -m "not slow"

format: $(TEST) ## bring the code into the one style
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)

lexicon: $(TEST) ## rebuild every generated file of the lexicon and of the examples
	@for script in $(LEXICON); do echo "$$script"; $(BIN)/python $$script || exit 1; done
	$(BIN)/python examples/make_jsonl.py

lexicon-check: $(TEST) ## fail if a generated file is not what its script writes
	@for script in $(LEXICON) examples/make_jsonl.py; do \
		$(BIN)/python $$script --check >/dev/null || { echo "$$script: its file is out of date; run make lexicon"; exit 1; }; done
	@echo "generated files: up to date"

quality: $(TEST) ## the quality gate alone: every figure beside its floor
	$(BIN)/python -m quality.validate_gold
	$(BIN)/python -m quality.gate

bench: $(BENCH) ## articles a second, beside another library's date search (own environment)
	$(VENV)/bench/bin/python benchmarks/speed.py

bench-times: $(TEST) ## times beside HeidelTime, where you have its jar: make bench-times JAR=path/to/standalone.jar
	$(BIN)/python -m benchmarks.heideltime --jar "$(JAR)"

lock: $(BIN)/python ## resolve requirements/*.lock anew from pyproject.toml and requirements/*.in
	$(PIP) install "pip-tools>=7.4"
	@for lock in runtime test bench; do \
		case $$lock in \
			runtime) sources="pyproject.toml requirements/build.in" ;; \
			test) sources="--extra test --extra lexicon --constraint requirements/runtime.lock pyproject.toml requirements/build.in" ;; \
			bench) sources="--constraint requirements/runtime.lock requirements/bench.in" ;; \
		esac; \
		CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --upgrade --generate-hashes --strip-extras --no-emit-index-url \
			--no-emit-trusted-host --no-emit-find-links --output-file requirements/$$lock.lock $$sources || exit 1; \
	done

clean: ## remove the environments and everything that can be made again
	rm -rf $(VENV) $(DEMO) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# ---------------------------------------------------------------------------------------------- the environments

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "musnad needs Python 3.11 or newer; none found. Install it, or say make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV) || { echo "$(PYTHON) has no venv module (on Debian and Ubuntu: the package python3-venv)"; exit 1; }

$(RUNTIME): requirements/runtime.lock pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements/runtime.lock
	$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

$(TEST): requirements/test.lock $(RUNTIME)
	$(PIP) install --require-hashes -r requirements/test.lock
	$(PIP) check
	@touch $@

$(BENCH): requirements/runtime.lock requirements/bench.lock pyproject.toml | $(BIN)/python
	$(BIN)/python -m venv $(VENV)/bench
	$(VENV)/bench/bin/python -m pip --quiet install --require-hashes -r requirements/runtime.lock -r requirements/bench.lock
	$(VENV)/bench/bin/python -m pip --quiet install --no-build-isolation --no-deps --editable .
	@touch $@
