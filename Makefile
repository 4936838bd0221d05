# Everything sets itself up: `make run` opens the programme, `make test` runs the tests.
# Another interpreter than python3.11 or python3: make PYTHON=/path/to/python3.12

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: run test check judges servers bench docs clean

run: $(VENV)/.app
	@$(BIN)/summit $(ARGS)

test: $(VENV)/.test
	$(BIN)/python -m pytest -n auto $(ARGS)

check: $(VENV)/.test $(VENV)/.check
	$(BIN)/ruff format --check summit_tui tests
	$(BIN)/ruff check summit_tui tests
	$(BIN)/mypy
	$(BIN)/lint-imports

# What we write, read by tools that we did not write.
judges: $(VENV)/.test
	PYTHON=$(PYTHON) bash .ci/judges
	$(BIN)/python -m pytest -m judge tests/judges $(ARGS)

# A real pretalx, installed and run on the loopback; slow, and not a part of CI.
servers: $(VENV)/.test
	bash .ci/servers
	$(BIN)/python -m pytest -m server tests/servers $(ARGS)

bench: $(VENV)/.test
	$(BIN)/python -m tests.bench $(ARGS)

# The pages and pictures that are made from the code; tests check that they are current.
docs: $(VENV)/.test
	$(BIN)/python -m tests.docs.make

$(VENV)/.venv:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed, and there is no python3" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "$(PYTHON) is older than 3.11: make PYTHON=/path/to/a/newer/one" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
		|| { echo "the venv module is missing: on Debian, apt install python3-venv" >&2; exit 1; }
	@touch $@

# Byte code is made here, so that start-up is quick also where Python may not write it.
$(VENV)/.app: $(VENV)/.venv pyproject.toml
	@echo "installing summit-tui into $(VENV)" >&2
	@$(PIP) install --editable .
	@$(BIN)/python -m compileall -q summit_tui
	@touch $@

$(VENV)/.test: $(VENV)/.app pyproject.toml
	@$(PIP) install --upgrade "pip>=25.1"
	@$(PIP) install --group test
	@touch $@

$(VENV)/.check: $(VENV)/.venv pyproject.toml
	@$(PIP) install --upgrade "pip>=25.1"
	@$(PIP) install --group check
	@touch $@

clean:
	rm -rf $(VENV) .judges .servers dist build .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find summit_tui tests -name __pycache__ -type d -exec rm -rf {} +
