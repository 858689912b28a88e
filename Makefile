# Frameline. `make` alone lists the targets; two of them do everything: `make report`, `make test`.
PYTHON ?= python3
BIN := .venv/bin
JOBS ?= 2
BASE ?= HEAD

.DEFAULT_GOAL := help
.PHONY: help report compare test weekly lab check params lint format docs lock clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.venv/.ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Frameline needs Python 3.11 or newer: make PYTHON=/path/to/python3.12 report"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || $(PYTHON) -m virtualenv .venv \
	  || { echo "python3 has no venv module here. Debian and Ubuntu: install python3-venv. Elsewhere: $(PYTHON) -m pip install --user virtualenv"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

report: .venv/.ready ## Build the report: report/build/report.html and report.pdf
	$(BIN)/frameline build --jobs $(JOBS)

compare: report ## Which findings differ from those of BASE (a git revision; default: HEAD)
	$(BIN)/frameline diff $(BASE) report/build --jobs $(JOBS) --format markdown > report/build.diff.md
	@cat report/build.diff.md

test: .venv/.ready ## Run all tests
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile

weekly: .venv/.ready ## What takes too long for every push: 1,000 killed builds, fuzzed imports, calibration
	$(BIN)/python benchmarks/calibration.py --runs 2000 --seed $$(date +%G%V)
	FRAMELINE_FAULTS=1000 $(BIN)/python -m pytest -p no:xdist tests/report/test_faults.py
	FRAMELINE_FUZZ=20 $(BIN)/python -m pytest -n $(JOBS) tests/exchange
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check atheris
	$(BIN)/python -m tests.exchange.coverage_fuzz 60

lab: .venv/.ready ## Open the notebooks in JupyterLab; git keeps them without outputs
	-git config filter.frameline-notebooks.clean "$(BIN)/frameline strip"
	-git config filter.frameline-notebooks.smudge cat
	$(BIN)/jupyter lab --notebook-dir=notebooks $$(test "$$(id -u)" = 0 && echo --allow-root)

check: .venv/.ready ## Check the corpus in data/ and list every fault
	$(BIN)/frameline check data

params: .venv/.ready ## List the parameters of all chapters
	$(BIN)/frameline params

lint: .venv/.ready ## Style, types and words
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/frameline lint \
	  && $(BIN)/frameline strip --check notebooks/*.ipynb

format: .venv/.ready ## Format the code
	$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

docs: .venv/.ready ## Build the documentation into site/
	$(BIN)/python docs/first_picture.py
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet

lock: ## Renew requirements.lock from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --extra scale --extra test --extra dev --extra docs --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-header --quiet -o requirements.lock

clean: ## Remove what was built, and .venv
	rm -rf report/build report/build.* site .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis
