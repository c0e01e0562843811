# Two commands on a fresh machine with Python 3.11+ and make: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test test-scale test-pages bench bench-settling lock clean install install-dev

$(VENV)/installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Rashomon needs Python 3.11 or newer; this is " + sys.version.split()[0])'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --upgrade "pip>=24"
	$(BIN)/python -m pip install --quiet -c constraints.txt -e .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	$(BIN)/python -m pip install --quiet -c constraints.txt -e '.[dev]'
	@touch $@

install: $(VENV)/installed

install-dev: $(VENV)/installed-dev

demo: install  ## builds the example case, writes its report, says where
	$(BIN)/rashomon demo out/demo

test: install-dev  ## linters, types, layers, the whole suite, the gate
	$(BIN)/ruff check src tests bench scripts
	$(BIN)/ruff format --check src tests bench scripts
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 --dist loadfile
	$(BIN)/python -m bench gate

test-pages: install-dev  ## the slower checks of the workbench in a browser
	$(BIN)/pytest -m pages tests/web

test-scale: install-dev  ## the engines beyond this process, with a worker killed on the way: needs the extra `cluster`, and minutes
	$(BIN)/python -m pip install --quiet -c constraints.txt -e '.[cluster,dev]'
	RASHOMON_TEST_SCALE=1 $(BIN)/pytest -m scale tests/discover

bench: install-dev  ## every task whose corpus is here; writes bench/SCORES.md
	$(BIN)/python -m bench run

bench-settling: install-dev  ## settles invented events of up to 100,000 claims: seconds, memory, growth; takes a quarter of an hour
	$(BIN)/python -m bench.settling 40 400 2000

lock:  ## writes constraints.txt anew from the ranges of pyproject.toml, in a fresh environment
	$(PYTHON) -m venv out/lock
	out/lock/bin/python -m pip install --quiet --upgrade 'pip>=24'
	out/lock/bin/python -m pip install --quiet --dry-run --ignore-installed --report out/lock/report.json '.[dev,gazetteer,cluster]'
	out/lock/bin/python scripts/lock.py out/lock/report.json > constraints.txt
	rm -rf out/lock

clean:
	rm -rf $(VENV) out build dist .mypy_cache .pytest_cache .ruff_cache
