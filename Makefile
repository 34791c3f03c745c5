# make site    the website, in site/          make serve   the same, while you write
# make test    everything that must hold      make lock    new versions into the lock files
PYTHON ?= python3
BIN := .venv/bin
NEW_ENOUGH := import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed, and this is " + sys.version.split()[0] + ". Say which: make PYTHON=python3.12 site")
COMPILE := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links --group build

.PHONY: site serve test lock clean

site: .venv/installed
	@$(BIN)/pubs build

serve: .venv/installed
	@$(BIN)/pubs serve --open

test: .venv/installed-for-tests .venv-properdocs/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m tests.browser.chromium
	$(BIN)/python -m pytest -n auto --dist worksteal
	$(BIN)/pubs build --strict
	NO_MKDOCS_2_WARNING=1 .venv-properdocs/bin/properdocs build --strict --quiet -f mkdocs.yml -d .cache/properdocs

lock: .venv/installed-for-tests
	$(COMPILE) pyproject.toml -o requirements.lock
	$(COMPILE) pyproject.toml --group dev -o requirements-dev.lock
	$(COMPILE) pyproject.toml --group properdocs -o requirements-properdocs.lock

clean:
	rm -rf .venv .venv-properdocs .cache site

# Everything comes from the lock file, by its hash; the project itself is installed where it lies.
define install
	@$(PYTHON) -c '$(NEW_ENOUGH)'
	@echo "Installing into $(1) …"
	@$(PYTHON) -m venv $(1)
	@$(1)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(2)
	@$(1)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
endef

.venv/installed: requirements.lock pyproject.toml
	$(call install,.venv,requirements.lock)

.venv/installed-for-tests: requirements-dev.lock .venv/installed
	$(call install,.venv,requirements-dev.lock)

.venv-properdocs/installed: requirements-properdocs.lock pyproject.toml
	$(call install,.venv-properdocs,requirements-properdocs.lock)
