# Everything a person needs to run, test and look after this project. Needs make, Python 3.11 or newer, and pip.
# Everything installed goes into .venv, node_modules and static/vendor; the stamps below make a second run instant.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory
# Compiled modules are kept, whatever the machine says: without them each of hundreds of starts compiles them all.
export PYTHONDONTWRITEBYTECODE :=

PYTHON := .venv/bin/python
UV := .venv/bin/uv
STYLES := $(shell find static/styles -name '*.scss' 2>/dev/null)
MANAGE := $(PYTHON) manage.py
SHARED := --numprocesses auto --maxprocesses 4 --no-loadscope-reorder

.PHONY: help install demo trial test suite lint bench down release install-production

help:  ## say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-18s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: .venv/.base .venv/.assets  ## run the demo until Ctrl-C (PORT=8080 for another port)
	@exec $(MANAGE) demo $(if $(PORT),--port $(PORT))

trial: .venv/.base .venv/.assets  ## begin a council by the README alone, on real settings, to its first letter
	@exec $(PYTHON) -m scripts.trial

test: install lint  ## check the code and run every test
	@CHROMIUM_PATH="$$($(PYTHON) scripts/ensure_chromium.py)" || [ -z "$$CI" ] || exit 1; \
	export CHROMIUM_PATH; $(MAKE) suite

# Only the tests, as they stand; .ci/run runs a part of them again on another PostgreSQL.
suite:
	@$(PYTHON) -m pytest $(SHARED) --durations=10 $(ARGS)

lint: .venv/.dev  ## ruff and mypy
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy

bench: install  ## measure speed in ratios, in one table; a broken limit fails
	@$(PYTHON) -m pytest tests/bench -m bench --show-capture=no $(ARGS)

install: .venv/.dev .venv/.assets  ## install everything, for work on the code
	@:

release: .venv/.base .venv/.assets  ## make the archive that servers are installed from, in dist/
	@$(PYTHON) scripts/build_release.py

install-production: .venv/.base .venv/.assets  ## install for production on this machine, into PREFIX
	@[ -n "$(PREFIX)" ] || { echo "Say where: make install-production PREFIX=/opt/safeguarding" >&2; exit 1; }
	@archive=$$($(PYTHON) scripts/build_release.py) && folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	tar -xzf "$$archive" -C "$$folder" --strip-components 1 && sh "$$folder/install.sh" "$(PREFIX)"

down:  ## stop the local servers
	@[ ! -x $(PYTHON) ] || $(MANAGE) services down

# uv comes by pip from a hash-pinned list; it then installs the rest, also pinned by hash, in seconds.
.venv/.uv: requirements/tools.txt scripts/make_venv.sh
	@sh scripts/make_venv.sh
	@touch $@

.venv/.base: .venv/.uv requirements/base.txt
	@$(UV) pip install --quiet --python $(PYTHON) --require-hashes -r requirements/base.txt
	@touch $@

.venv/.dev: .venv/.uv requirements/dev.txt
	@$(UV) pip sync --quiet --python $(PYTHON) --require-hashes requirements/dev.txt
	@touch .venv/.base $@

.venv/.assets: package.json package-lock.json scripts/build_assets.py $(STYLES) | .venv/.base
	@$(PYTHON) scripts/build_assets.py
	@touch $@
