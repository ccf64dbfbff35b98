# Needs only python3 (3.11 or newer) and make: the first target makes .venv and installs the locked
# versions of uv.lock into it; later runs see the stamp and start at once.
PYTHON ?= python3
VENV   := .venv
UV     := 0.13.8
ifeq ($(OS),Windows_NT)
BIN    := $(VENV)/Scripts
else
BIN    := $(VENV)/bin
endif
SYNC   := UV_PROJECT_ENVIRONMENT=$(VENV) $(BIN)/uv sync --quiet --frozen --inexact
DEMO   := $(filter-out corpus/README.md,$(sort $(wildcard corpus/*.txt corpus/*.md)))
CODE   := src tests bench docs corpus
export UV_PYTHON_DOWNLOADS := never
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help install demo test lint format types imports patterns corpus docs check bench wheel clean

help:
	@echo "make demo      read corpus/, print what was found, what agrees and what does not"
	@echo "make test      the tests"
	@echo "make check     lint types imports patterns corpus test: what CI runs"
	@echo "make install   the tools of the checkout, without running anything"
	@echo "make format    let ruff mend and lay out the code"
	@echo "make bench     speed against spaCy's and underthesea's tokenisers, and pdfplumber"
	@echo "make docs      write docs/findings.md, output.md and schema.md again from the code"
	@echo "make wheel     build dist/doisoat-*.whl"
	@echo "make clean     remove what was built and the caches (not .venv)"

$(VENV)/.uv-$(UV):
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || \
	  { echo "doisoat needs Python 3.11 or newer; try: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || \
	  { echo "$(PYTHON) -m venv failed (Debian and Ubuntu: apt install python3-venv)" >&2; exit 1; }
	@echo "installing the locked versions into $(VENV) (once)" >&2
	@$(BIN)/python -m pip install --quiet "uv==$(UV)"
	@touch $@

$(VENV)/.run: $(VENV)/.uv-$(UV) pyproject.toml uv.lock
	@$(SYNC) --no-default-groups
	@touch $@

$(VENV)/.dev: $(VENV)/.run
	@$(SYNC)
	@touch $@

$(VENV)/.bench: $(VENV)/.dev
	@$(SYNC) --group bench
	@touch $@

install: $(VENV)/.dev

demo: $(VENV)/.run
	@$(BIN)/doisoat check --explain $(DEMO) || test $$? -eq 1
	@$(BIN)/doisoat run corpus --exclude README.md --exclude 'marked/*' --out build/demo

test: $(VENV)/.dev
	@$(BIN)/python -m pytest --numprocesses auto --dist loadfile

lint: $(VENV)/.dev
	@$(BIN)/ruff check $(CODE)
	@$(BIN)/ruff format --check $(CODE)
	@$(BIN)/uv lock --check --quiet
	@$(BIN)/python docs/make.py --check

format: $(VENV)/.dev
	@$(BIN)/ruff check --fix $(CODE)
	@$(BIN)/ruff format $(CODE)

types: $(VENV)/.dev
	@$(BIN)/mypy

imports: $(VENV)/.dev
	@$(BIN)/lint-imports

patterns: $(VENV)/.dev
	@$(BIN)/doisoat patterns check

corpus: $(VENV)/.dev
	@$(BIN)/python corpus/build.py --check

docs: $(VENV)/.dev
	@$(BIN)/python docs/make.py

check: lint types imports patterns corpus test

bench: $(VENV)/.bench
	@$(BIN)/python bench/speed.py
	@$(BIN)/python bench/growth.py
	@$(BIN)/python bench/readers.py

wheel: $(VENV)/.dev
	@$(BIN)/uv build --quiet --wheel --out-dir dist

clean:
	rm -rf build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
