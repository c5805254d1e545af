# referat: everything runs in .venv, which the first target makes. Needs Python >= 3.11 and make.

PYTHON ?= python3
PY := .venv/bin/python
REFERAT := .venv/bin/referat
READY := .venv/.ready
DEMO := demo/protokol.referat
PIP := $(PY) -m pip --disable-pip-version-check --quiet

.PHONY: demo test lint bench torture catalogues docs schema clean

demo: $(READY)
	@PYTHON=$(PY) REFERAT=$(REFERAT) sh governance/samples/demo.sh

test: $(READY) catalogues
	$(PY) -m pytest -n auto

lint: $(READY) catalogues
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	$(PY) -m mypy
	.venv/bin/lint-imports

bench: $(READY)
	$(PY) -m tests.bench

torture: $(READY) catalogues
	$(PY) -m pytest -n auto -m torture

# Compiled message catalogues, made anew when a translation changes.
catalogues: $(READY)
	@$(PY) compile_catalogues.py >/dev/null

# docs/events.md and the screens in the README and the guide, after a change of the event types or the screens.
docs: $(READY) catalogues
	@$(PY) -m tests.events_doc
	@$(PY) -m tests.guide_screens

# The published JSON Schema of the state, after a change of its types.
schema: $(READY)
	$(REFERAT) schema -o docs/state.schema.json

$(READY): pyproject.toml constraints.txt compile_catalogues.py
	@$(PYTHON) -c 'import sys; sys.exit("referat needs Python 3.11 or newer, this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12") if sys.version_info < (3, 11) else 0'
	@echo "Setting up .venv (once; needs the network) ..."
	@rm -rf .venv
	@$(PYTHON) -m venv .venv
	@$(PIP) install -c constraints.txt -e ".[dev]"
	@$(PIP) wheel -c constraints.txt -w .venv/wheelhouse .
	@rm -f .venv/wheelhouse/referat-*.whl
	@touch $(READY)

clean:
	rm -rf .venv demo build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -prune -exec rm -rf {} +
