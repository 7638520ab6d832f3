# The developer's commands. `make run` and `make test` need make and Python 3.11
# or newer; everything else they make themselves, once, and keep in .venv.

VENV := .venv
PYTHON := $(VENV)/bin/python
PIP := $(PYTHON) -m pip --disable-pip-version-check --no-input
WORKERS ?= 2
# The order of tests is shuffled the same way on every machine; another SEED finds what leaks.
SEED ?= 1
SIZE ?= 1

# Only what is there already: the packages are written one after the other.
CODE := $(wildcard main.py leadership_model ui scripts tests)

# Stamps: a second run finds them up to date and starts at once.
MADE := $(VENV)/made.stamp
RUN := $(VENV)/run.stamp
DEV := $(VENV)/dev.stamp

.DEFAULT_GOAL := run
.DELETE_ON_ERROR:
.PHONY: run test bench bench-large bench-staffing mutants soak tour lint types imports format coverage clean window-libraries test-libraries libraries

run: $(RUN) window-libraries
	@$(PYTHON) main.py

tour: $(RUN) libraries
	@$(PYTHON) -m leadership_model.tour

# Cheapest first; the first step that fails ends the run.
test: $(DEV) test-libraries
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .
	$(PYTHON) -m mypy $(CODE)
	$(PYTHON) scripts/check_imports.py
	$(PYTHON) -m pytest -n $(WORKERS) --dist worksteal --randomly-seed=$(SEED)

bench: $(DEV) libraries
	SIZE=$(SIZE) $(PYTHON) -m tests.bench

bench-large: $(DEV) libraries
	$(PYTHON) -m tests.bench.large

# Seats by the hundred beside peers, on three cities; SEEDS=1 for one, PEERS=0 without peers.
bench-staffing: $(DEV) libraries
	$(PYTHON) -m tests.bench.staffing

mutants: $(DEV) libraries
	$(PYTHON) -m tests.mutants

soak: $(DEV) libraries
	$(PYTHON) -m tests.soak

lint: $(DEV)
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .

types: $(DEV)
	$(PYTHON) -m mypy $(CODE)

imports: $(DEV)
	$(PYTHON) scripts/check_imports.py

format: $(DEV)
	$(PYTHON) -m ruff format .
	$(PYTHON) -m ruff check --fix .

coverage: $(DEV) test-libraries
	$(PYTHON) -m pytest -n $(WORKERS) --dist worksteal --cov --cov-report=term-missing:skip-covered

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	rm -rf .coverage .coverage.* htmlcov
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Libraries of the system that Qt loads. Looking takes a few milliseconds.
libraries:
	@sh scripts/libraries.sh offscreen

window-libraries:
	@sh scripts/libraries.sh window

test-libraries:
	@sh scripts/libraries.sh test

$(MADE):
	@sh scripts/venv.sh $(VENV)
	@touch $@

$(RUN): requirements/run.txt requirements/run-constraints.txt requirements/without-dependencies.txt | $(MADE)
	@echo "Installing what the program needs; the first time this takes a few minutes."
	@$(PIP) install --quiet --quiet -r requirements/run.txt -c requirements/run-constraints.txt
	@$(PIP) install --quiet --quiet --no-deps -r requirements/without-dependencies.txt
	@touch $@

$(DEV): requirements/dev.txt requirements/dev-constraints.txt $(RUN)
	@echo "Installing what the checks and tests need."
	@$(PIP) install --quiet --quiet -r requirements/dev.txt -c requirements/dev-constraints.txt -c requirements/run-constraints.txt
	@touch $@
