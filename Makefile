# `make` alone lists what there is. Paths stay relative, so that the folder may have any name.

.DEFAULT_GOAL := help
.PHONY: help run test check-site screenshots bench bench-desk bench-markets bench-polls bench-scale lint format seed reset lock messages ready venv

# The first Python that is new enough; else any, which then says what is wrong with it.
PYTHON ?= $(or $(shell for python in python3 python3.11 python3.12 python3.13 python3.14; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; \
	done),$(shell command -v python3),$(error Newsroom needs Python 3.11 or newer, and there is no python3 here))
BOOTSTRAP = @$(PYTHON) newsroom/bootstrap.py
# Tools are called as modules: their own scripts break where the path holds a space.
VENV = .venv/bin/python
LINT_IMPORTS = from importlinter.cli import lint_imports_command; lint_imports_command()

help:
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' Makefile | expand -t 22

run: ## everything: packages, database, demo, and the newsroom on http://127.0.0.1:8000 (PORT=… moves it)
	$(BOOTSTRAP) run

test: lint ## everything: packages, lint, contracts, the whole suite, browser tests included
	@CHROMIUM_PATH="$$($(PYTHON) newsroom/bootstrap.py browser)" $(VENV) -m pytest -n auto

check-site: ready ## axe, the Nu checker, links and extractors on the running demo (SITE=http://… takes one that runs)
	@$(VENV) -m tests.site check

screenshots: ready ## every page as each account sees it, at three widths in both themes, into var/screenshots
	@$(VENV) -m tests.site screenshots

bench: ready ## all targets in one run beside their yardsticks, with a verdict each (needs nginx and wrk)
	@$(VENV) -m benchmarks.site

bench-desk: ready ## the desk over 100,000 stories and 1,000,000 revisions beside 1,000 stories (benchmarks/README.md)
	@$(VENV) -m benchmarks.desk

bench-polls: ready ## votes: how fast, and whether ten thousand are counted right while servers are killed
	@$(VENV) -m benchmarks.polls

bench-scale: ready ## ten million readers a day and 50,000 requests/s through a delivery network, simulated (docs/scale.md)
	@$(VENV) -m benchmarks.scale

lint: ready ## Python, templates, and the direction of imports
	@$(VENV) -m ruff check .
	@$(VENV) -m ruff format --check .
	@$(VENV) -m djlint templates --check --quiet
	@$(VENV) -m djlint templates --lint --quiet
	@$(VENV) -c "$(LINT_IMPORTS)"

format: ready ## put Python and templates into shape
	@$(VENV) -m ruff check --fix .
	@$(VENV) -m ruff format .
	@$(VENV) -m djlint templates --reformat --quiet

seed: venv ## load the demo where there is none
	@$(VENV) manage.py migrate --verbosity 0
	@$(VENV) manage.py seed_demo

reset: venv ## delete all content: the embedded database and the uploaded files
	@$(VENV) manage.py reset

lock: venv ## pin what the requirements*.in files ask for, with hashes
	@$(VENV) -m venv var/lock
	@var/lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	@for name in requirements requirements-dev tests/site/requirements-pip tests/site/requirements; do \
		var/lock/bin/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
			--output-file $$name.txt $$name.in || exit 1; \
	done
	@cd tests/site && npm install --package-lock-only --ignore-scripts --no-audit --no-fund --loglevel=error

messages: ready ## gather the interface's words from the source and compile the translations
	@$(VENV) locale/catalog.py

bench-markets: ready ## prices at the size of ten years: builds a database of its own, measures, prints a table
	@$(VENV) benchmarks/markets.py

venv:
	$(BOOTSTRAP) venv

ready:
	$(BOOTSTRAP) test
