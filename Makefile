# Two commands matter: `make demo` and `make test`. Both do all the set-up; needs Python 3.11 or newer and make.
.PHONY: demo test setup check bench lock diagrams messages

demo: .venv/.installed            ## the demo union at http://127.0.0.1:8000 (or PORT=…), kept in var/demo
	@.venv/bin/unionhall demo --data var/demo --port $(or $(PORT),8000)

test: .venv/.installed-dev        ## every test on SQLite and on PostgreSQL, browser tests included
	@scripts/test $(ARGS)

setup: .venv/.installed           ## what the application needs, in .venv

check: .venv/.installed-dev       ## format, lint, types, import contracts, migrations, templates, translations
	@scripts/check

bench: .venv/.installed-dev       ## the table of targets, measured here
	@DURABLE=1 scripts/with-postgresql .venv/bin/python -m bench $(ARGS)

diagrams: .venv/.installed-dev    ## the flow and model diagrams of docs/develop
	@.venv/bin/python scripts/diagrams.py

messages: .venv/.installed-dev    ## collect and compile the English texts of every package
	@.venv/bin/python scripts/messages.py

lock: .venv/.installed-dev        ## after a change of dependencies; the files hold hashes and no addresses
	@scripts/lock

.venv/.installed: requirements.lock pyproject.toml scripts/setup
	@scripts/setup requirements.lock
	@touch $@

.venv/.installed-dev: requirements-dev.lock pyproject.toml scripts/setup
	@scripts/setup requirements-dev.lock
	@touch .venv/.installed $@
