# Each target works alone on a machine that has Python 3.10 or later and make.
PYTHON ?= python3
BIN = .venv/bin

.PHONY: demo test fuzz stream lint bench docs site runtime clean

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

demo: .venv/installed  ## compile the seed's example, show its driver, run it on a local Ray
	$(BIN)/python examples/demo.py

test: .venv/installed  ## the whole test suite, on one Ray cluster
	$(BIN)/python -m pytest

fuzz: .venv/installed  ## N random apps and their drivers; SEED=, MODE=local|compile|simulate, OPTIONS=
	$(BIN)/python -m tests.property.fuzz $(or $(N),100) $(if $(SEED),--seed $(SEED)) \
		$(if $(MODE),--mode $(MODE)) $(OPTIONS)

stream: .venv/installed  ## 2 GB of notes through a cluster with 300 MB for them
	FFC_STREAM=2000 $(BIN)/python -m pytest -s tests/drivers/test_streaming.py

lint: .venv/installed  ## linters and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: .venv/installed  ## ratios, each measured side by side in one run
	$(BIN)/python -m tests.bench

docs: .venv/installed  ## make docs/diagnostics.md again from the classes
	$(BIN)/python -m ffc.diagnostics.reference docs/diagnostics.md

site: .venv/installed  ## the pages of docs/ as a site, in site/
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict --quiet

runtime: .venv/installed  ## make the monitor's texts for drivers again from runtime/monitor
	$(BIN)/python -m ffc.emit.monitor_text templates

clean:
	rm -rf .venv site
