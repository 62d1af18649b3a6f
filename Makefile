# make run · make test · make check · make bench      (each needs only Python >= 3.11)
PYTHON ?= python3
BIN = .venv/bin

.PHONY: run test check bench install format
.DEFAULT_GOAL := run

$(BIN)/newsqa: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	touch $@

.venv/dev: pyproject.toml $(BIN)/newsqa
	$(BIN)/pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/pip install --quiet --group dev
	touch $@

install: .venv/dev

run: $(BIN)/newsqa
	@$(BIN)/newsqa start

test: .venv/dev
	$(BIN)/pytest

check: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
