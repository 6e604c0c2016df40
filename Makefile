# The doors. `make` alone lists them.
PY := .venv/bin/python
export MBP_PORT ?= 3000
.DEFAULT_GOAL := help
.PHONY: help run dev audit backup test test-fast test-whole test-browser test-typescript test-ids repeat lint words \
	demo-reset bench bench-read bench-file bench-post bench-years bench-gallery bench-live visual visual-accept \
	test-gallery bench-at-rest fuzz soak lock install install-dev

help: ## list the doors
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: install ## the program on http://127.0.0.1:3000, with the demo practice; Ctrl-C stops it
	@$(PY) -m mbp_claims.cli run

dev: export MBP_GALLERY ?= 1
dev: export REFLEX_STATE_MANAGER_MODE ?= disk
dev: export REFLEX_WEB_WORKDIR ?= .web-dev
dev: install-dev ## the same with hot reload, and the gallery on /gallery
	@$(PY) -m mbp_claims.cli migrate && $(PY) -m mbp_claims.cli demo
	@$(PY) -m mbp_claims.gallery.live

test: lint test-whole test-browser test-typescript ## everything: lint, rules, properties, state, browser

test-fast: install-dev ## the quick ones without a browser, under a minute
	@$(PY) -m pytest --ignore=tests/e2e --numprocesses auto -m "not thorough" $(ARGS)

test-whole: install-dev ## all without a browser: properties, oracles, PostgreSQL, SFTP and killed programs too
	@$(PY) -m tests.transport.sshd
	@$(PY) -m pytest --ignore=tests/e2e --numprocesses auto $(ARGS)

test-browser: install-dev ## only what needs the built program and a browser
	@$(PY) -m mbp_claims.testing.browser
	@$(PY) -m tests.e2e.nginx
	@$(PY) -m pytest tests/e2e $(ARGS)

test-typescript: install-dev ## the suite in TypeScript, four workers on one server; ARGS="--repeat-each 10"
	@$(PY) -m tests.typescript $(ARGS)

repeat: install-dev ## the seed’s whole story in a browser, 200 times; figures in docs/testing.md
	@$(PY) -m pytest tests/e2e/test_story.py -k from_no_plan --times 200 $(ARGS)

test-ids: install-dev ## docs/test-ids.md anew, after a change in testids.py
	@$(PY) -m mbp_claims.testing.test_id_table

audit: install-dev ## what is known against the pinned packages; says how where the lists cannot be asked
	@tools/audit

lint: install-dev ## ruff everywhere, its security rules too; mypy over domain/ x12/ actions/
	@$(PY) -m ruff check .
	@$(PY) -m mypy

words: install-dev ## every text that people read, anew in mbp_claims/words/messages.pot; docs/words.md
	@$(PY) -m mbp_claims.words.extract

demo-reset: install ## throw the local database away, begin again with the demo practice
	@$(PY) -m mbp_claims.cli demo-reset

backup: install ## the practice in one sealed file, under backups/; ARGS=FILE for another place
	@$(PY) -m mbp_claims.cli backup $(ARGS)

bench: install-dev ## the numbers in README
	@$(PY) -m bench $(ARGS)

bench-file: install-dev ## filing 10,000 secondary claims as one file
	@$(PY) -m bench.filing $(ARGS)

bench-read: install-dev ## our 835 reader beside other readers of the same file
	@$(PY) -m bench.reading $(ARGS)

bench-at-rest: install-dev ## what a key for the database costs, as ratios
	@$(PY) -m bench.at_rest $(ARGS)

visual: install-dev ## every specimen and screen as a picture, compared with the commit the work began at
	@$(PY) -m mbp_claims.testing.browser
	@$(PY) -m tests.visual $(ARGS)

test-gallery: install-dev ## axe over every specimen in both themes, and a designer’s story in the built gallery
	@$(PY) -m mbp_claims.testing.browser
	@MBP_GALLERY=1 REFLEX_WEB_WORKDIR=.web-gallery $(PY) -m pytest tests/visual/gallery_story.py \
		tests/visual/gallery_axe.py -q -p no:xdist $(ARGS)

visual-accept: install-dev ## what differed in the last make visual is right from now on
	@$(PY) -m tests.visual --accept

bench-gallery: install-dev ## how soon a change of ui/ or of a token is seen in the gallery
	@$(PY) -m bench.gallery $(ARGS)

bench-live: install-dev ## how soon what one person clicks is seen by another
	@$(PY) -m bench.live $(ARGS)

bench-post: install-dev ## an ERA of 10,000 claims posted, beside a bare executemany of the same rows
	@$(PY) -m bench.posting $(ARGS)

bench-years: install-dev ## what a person looks at, in a practice of one year and in one of ten
	@$(PY) -m bench.years $(ARGS)

fuzz: install-dev ## 200,000 spoilt 835 files, read or refused; ARGS="--from N --to M" for others
	@$(PY) -m tests.fuzz $(ARGS)

soak: install-dev ## everybody at once, deeds killed, clicks beside long work; ARGS="kills --kills 1000" for a part
	@$(PY) -m tests.soak $(ARGS)

lock: install-dev ## new exact versions from the ranges in pyproject.toml
	@$(UV_COMPILE) pyproject.toml --upgrade -o requirements.lock
	@$(UV_COMPILE) pyproject.toml --upgrade --extra postgres --extra test --extra dev -c requirements.lock -o requirements-dev.lock

UV_COMPILE := .venv/bin/uv pip compile --quiet --universal --python-version 3.11 \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links

install:
	@tools/install requirements.lock

install-dev:
	@tools/install requirements-dev.lock
