# The project's tasks. `make` alone lists them.
#
#   make test PYTHON=python3.13          another Python for a new .venv
#   make test ARGS="-k oauth -x"         pytest's own options
#   make slow                            the tests that take longer than a few seconds
#   INTERCOM_TEST_ALL=1 make test        all of them; a missing program fails its tests

PYTHON ?= python3
ARGS ?=
WORKERS ?= auto

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install -qq
DESCRIPTIONS := $(or $(INTERCOM_SPEC_DIR),../shared/spec)
QUICK := $(if $(INTERCOM_TEST_ALL),,-m "not slow")
NEEDED := raise SystemExit(sys.version_info < (3, 11))

# An environment only works where it was made: in a copy or a moved folder it is made again.
HERE := $(shell pwd -P)
MADE := $(shell cat .venv/place 2>/dev/null)
ifneq "$(MADE)" "$(HERE)"
STALE := stale
endif

.PHONY: help demo test slow check format format-check lint types generated generated-check \
        facts facts-check bench clean stale

help: ## list the tasks
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

demo: .venv/program ## sign in to a sandbox and see what the tool does
	@$(BIN)/python -m demo.run

test: .venv/tools ## run the tests that this machine can run
	@$(BIN)/python -m pytest -n $(WORKERS) --maxprocesses 4 $(QUICK) $(ARGS)

slow: .venv/tools ## run the slow tests, ten minutes on two cores
	@$(BIN)/python -m pytest -n $(WORKERS) --maxprocesses 4 -m slow $(ARGS)

check: format-check lint types generated-check facts-check test ## everything that must hold before a commit

format: .venv/tools ## lay the code out
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix --quiet .

format-check: .venv/tools
	@$(BIN)/ruff format --check --quiet . || { echo "Run: make format"; exit 1; }

lint: .venv/tools ## look for mistakes
	@$(BIN)/ruff check .

types: .venv/tools ## check the types
	@$(BIN)/mypy
	@$(BIN)/mypy demo benchmarks tools

generated: .venv/tools ## write completions, reference and man pages anew
	@$(BIN)/python -m intercom_cli.completion completions
	@$(BIN)/python -m tools.reference

generated-check: .venv/tools
	@$(BIN)/python -m intercom_cli.completion completions --check && \
	    $(BIN)/python -m tools.reference --check || { echo "Run: make generated"; exit 1; }

facts: .venv/tools ## write the facts of Intercom's description anew (INTERCOM_SPEC_DIR)
	@$(BIN)/python -m tools.facts "$(DESCRIPTIONS)"

# Where the descriptions are not at hand there is nothing to compare with.
facts-check: .venv/tools
	@if [ -f "$(DESCRIPTIONS)/intercom-2.16.yaml" ]; then \
	    $(BIN)/python -m tools.facts "$(DESCRIPTIONS)" --check || { echo "Run: make facts"; exit 1; }; \
	else echo "No descriptions in $(DESCRIPTIONS): the facts are not compared"; fi

bench: .venv/tools ## measure, as ratios
	@$(BIN)/python -m benchmarks.run $(ARGS)

clean: ## remove what the tasks made
	@rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The files in .venv say what is installed: program for the tool itself, tools for the tests too.

.venv/place: $(STALE)
	@$(PYTHON) -c 'import sys; $(NEEDED)' || \
	    { echo "Python 3.11 or newer is needed: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@echo "Setting up .venv (once; about a minute) ..." >&2
	@rm -rf .venv
	@$(PYTHON) -m venv .venv || \
	    { echo "This Python cannot make environments; on Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@# Dependency groups need pip 25.1.
	@$(PIP) --upgrade "pip>=25.1"
	@pwd -P > .venv/place

.venv/program: .venv/place pyproject.toml
	@$(PIP) --editable .
	@touch .venv/program

.venv/tools: .venv/program
	@$(PIP) --group test --group check
	@touch .venv/tools
