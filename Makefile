# Backpass: `make run` brings the site up, `make test` runs the whole suite. Both need only Python 3.11+, pip, make and git.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?= 8000
EXTRAS ?= torch
PIP = .venv/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
INPUTS = pyproject.toml constraints.txt

.PHONY: run test check prove bench fuzz truth screenshots clean

run: .venv/run.stamp
	@exec .venv/bin/python manage.py serve --port $(PORT)

test: .venv/test.stamp
	@.venv/bin/python -m pytest
	@.venv/bin/python -m pytest tests/browser

check: .venv/test.stamp
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/python manage.py makemigrations --check --dry-run

prove: .venv/test.stamp
	.venv/bin/python manage.py check_content $(ARGS)

bench: .venv/test.stamp
	.venv/bin/python -m tests.bench $(ARGS)

fuzz: .venv/test.stamp
	FUZZ_EXAMPLES=$${FUZZ_EXAMPLES:-5000} .venv/bin/python -m pytest tests/fuzz

truth: .venv/test.stamp
	.venv/bin/python manage.py truth --random $${TRUTH_DRAWS:-1000}

screenshots: .venv/test.stamp
	.venv/bin/python -m tests.browser.screenshots docs/screenshots

clean:
	rm -rf .venv var build *.egg-info

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Backpass needs Python 3.11 or newer: none was found on the PATH."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Backpass needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V). Say which with: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "This Python cannot make environments. On Debian and Ubuntu: apt install python3-venv"; exit 1; }

.venv/run.stamp: .venv/bin/python $(INPUTS)
	@echo "Installing Backpass into .venv (first time only; about a minute) ..."
	@$(PIP) --editable '.[$(EXTRAS)]'
	@touch $@

.venv/test.stamp: .venv/run.stamp
	@echo "Installing the test tools into .venv ..."
	@$(PIP) --editable '.[$(EXTRAS),dev,browser]'
	@touch $@
