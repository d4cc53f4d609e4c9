# Everything here works on a fresh clone with Python 3.11 or newer and nothing else.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do command -v $$p >/dev/null 2>&1 \
	&& $$p -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
KILLS ?= 50
SERVER_KILLS ?= 10
BENCH ?=
FAST ?=
VERIFY ?=

# What the reader is made of, bench/ and tests/ left out: .venv-fast is made again when it changes.
SOURCES = pyproject.toml $(shell find kg loaders queries -name '*.py' -o -name '*.tsv' -o -name '*.cypher')
# Runs a module of this folder beside what is installed, never in its stead.
BESIDE := import runpy, sys; sys.path.append("."); runpy.run_module(sys.argv.pop(1), run_name="__main__", alter_sys=True)

.DEFAULT_GOAL := help
.PHONY: help demo test check lint types licences slow fast bench neo4j crash verify clean

help:  ## say what there is
	@grep -E '^[a-z0-9]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# The stamps say what the environment holds: `demo` needs the runtime dependencies alone.
.venv/runtime: pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer with venv is needed and was not found" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/dev: .venv/runtime
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: .venv/runtime  ## read the five pages of seeds/ into a graph and ask it
	$(BIN)/kg demo

test: .venv/dev  ## all tests; those of Neo4j and Gephi where Java 17 and Maven are there, of the Browser with Chromium
	$(BIN)/python -m pytest -n 2 --dist loadgroup

check: lint types test  ## what every change must pass

lint: .venv/dev  ## ruff, and that everything is formatted
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/dev  ## mypy --strict
	$(BIN)/mypy
	$(BIN)/mypy --strict tests/servers tests/export tests/browser tests/tools tests/conftest.py bench tools

licences: .venv/dev  ## what we depend on, and that none of it is copyleft
	$(BIN)/python -m tools.licences

slow: .venv/dev  ## the tests that take long: files for neo4j-admin, imported for real
	$(BIN)/python -m pytest -m slow

# Compiled in a copy: in the tree machine code would hide the sources that it was made of.
.venv-fast/wheel: $(SOURCES)
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer with venv is needed and was not found" >&2; exit 1; }
	@$(PYTHON) tools/compiler.py
	@echo "compiling the reader: some minutes of one core"
	rm -rf .venv-fast build/fast
	$(PYTHON) -m venv .venv-fast
	mkdir -p build/fast
	cp -R kg loaders queries pyproject.toml README.md LICENSE NOTICE build/fast
	HATCH_BUILD_HOOK_ENABLE_MYPYC=1 .venv-fast/bin/python -m pip install --quiet --disable-pip-version-check \
		./build/fast psutil pytest
	rm -rf build/fast
	@touch $@

fast: .venv-fast/wheel  ## the same reader, compiled (needs a C compiler): then .venv-fast/bin/kg
	@echo "compiled: run .venv-fast/bin/kg, .venv-fast/bin/python for the API"

bench: $(if $(FAST),.venv-fast/wheel,.venv/dev)  ## speed and memory (BENCH="generated --articles 100000"; FAST=1: compiled)
	$(if $(FAST),.venv-fast/bin/python -P -c '$(BESIDE)',$(BIN)/python -m) bench $(BENCH)

neo4j: .venv/dev  ## a Neo4j 5 in the foreground, until Ctrl-C
	$(BIN)/python -m tests.servers.neo4j_server

crash: .venv/dev  ## kill the loader KILLS times and the server SERVER_KILLS times in mid-write
	$(BIN)/python -m tests.crash --kills $(KILLS) --server-kills $(SERVER_KILLS)

verify: .venv/dev  ## each sentence that the project promises, on a clean clone (VERIFY="--fast", "--only 'query-*'")
	$(BIN)/python tools/verify.py $(VERIFY)

clean:  ## remove what was built, not the cache of downloads
	rm -rf .venv .venv-fast build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache
