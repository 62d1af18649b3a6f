# make run · make test · make check · make bench · make quality · make soak      (each needs only Python >= 3.11)
PYTHON ?= python3
BIN = .venv/bin

# the processes that the tests start read what was compiled once, wherever this is set
export PYTHONDONTWRITEBYTECODE =

.PHONY: run test check bench quality soak install format
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

run: $(BIN)/newsqa  ## start the bot, or show it at work where it has no token yet
	@if [ -n "$$TELEGRAM_BOT_TOKEN" ] || grep -qs "^TELEGRAM_BOT_TOKEN=." .env; then exec $(BIN)/newsqa-bot; else \
	  echo "No TELEGRAM_BOT_TOKEN yet: talk to @BotFather in Telegram, say /newbot, copy the token it gives you,"; \
	  echo "then: cp .env.example .env, write the token into it, and make run again. Until then, here is the sample archive."; \
	  $(BIN)/newsqa chat --samples; fi

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

SIZES ?= 10000 100000 1000000
quality: .venv/dev  ## how well the articles that nothing was fitted on are answered
	$(BIN)/python benchmarks/quality.py articles benchmarks/articles/held

bench: .venv/dev
	$(BIN)/python benchmarks/names.py
	$(BIN)/python benchmarks/extraction.py benchmarks/articles/fit
	$(BIN)/python benchmarks/scale.py $(SIZES)

KILLS ?= 200
BOT_KILLS ?= 50
soak: .venv/dev
	NEWSQA_KILLS=$(KILLS) $(BIN)/pytest -n 0 -s tests/store/test_durability.py
	NEWSQA_KILLS=$(BOT_KILLS) $(BIN)/pytest -n 0 -s tests/telegram/test_holding_up.py -k kills_in_mid
	$(BIN)/python benchmarks/load.py
