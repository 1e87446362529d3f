"""A real installation in a directory of its own, met through the `unionhall` command as an administrator meets it."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from urllib.request import urlopen

import psycopg
from psycopg import sql

# How long an answer may take on a machine that does much else: only what hangs is given up, so waiting long costs nothing.
PATIENCE = 600
COMMAND = [sys.executable, "-c", "import sys; from unionhall.cli import main; sys.exit(main())"]


class House:
    """One data directory and, where the run is on PostgreSQL, one database."""

    def __init__(self, data: Path, **environment: str) -> None:
        self.data = data
        self.environment = os.environ | {
            "UNIONHALL_DATA": str(data),
            "DJANGO_SETTINGS_MODULE": "tests.kit.house_settings",
        }
        self.environment |= environment

    def run(self, *arguments: str, check: bool = False) -> subprocess.CompletedProcess:
        """One command to its end, in Chinese, output as text."""
        return subprocess.run(
            [*COMMAND, *arguments], env=self.environment, capture_output=True, text=True, check=check, timeout=PATIENCE
        )

    def json(self, *arguments: str) -> Any:
        """What a command answers as JSON."""
        return json.loads(self.run(*arguments, "--json", check=True).stdout)

    def python(self, code: str) -> str:
        """The output of some lines run inside this installation, in the scope of its first union as its system user."""
        lines = f"""
import django
django.setup()
from unionhall.accounts.models import Union, system_user
from unionhall.accounts.tenancy import in_union
with in_union(Union.objects.first()):
    by = system_user()
    {code}
"""
        done = subprocess.run(
            [sys.executable, "-c", lines], env=self.environment, capture_output=True, text=True, timeout=PATIENCE
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    @contextmanager
    def serving(self) -> Iterator["Served"]:
        """`unionhall serve` on a free port until the block ends; what is left of it then is killed."""
        process = subprocess.Popen(
            [*COMMAND, "serve", "--port", "0"],
            env=self.environment,
            text=True,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        try:
            yield Served(process)
        finally:
            kill_all(process)
            process.stdout.close()


class Served:
    """A running `unionhall serve`."""

    def __init__(self, process: subprocess.Popen) -> None:
        self.process = process
        self.address = process.stdout.readline().split("（")[0].partition("：")[2]

    def get(self, path: str) -> str:
        """A page, as soon as the server answers."""
        return wait_for(lambda: _page(self.address + path))


def _page(address: str) -> str | None:
    try:
        with urlopen(address, timeout=5) as answer:
            return answer.read().decode()
    except OSError:
        return None


def kill_all(process: subprocess.Popen) -> None:
    """Kill a process and everything it started, as a power cut would."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def wait_for(answer: Callable[[], Any], seconds: float = PATIENCE) -> Any:
    """The first true answer, asked ten times a second; an assertion fails when there is none in time."""
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        found = answer()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f"nothing came within {seconds} seconds")


@contextmanager
def own_database(name: str) -> Iterator[str]:
    """The address of a fresh PostgreSQL database beside the run's own; empty text, hence SQLite, where the run has none."""
    address = os.environ.get("UNIONHALL_DATABASE", "")
    if not address:
        yield ""
        return
    parts = urlsplit(address)
    own = f"{parts.path.lstrip('/')}_{name}"
    with psycopg.connect(urlunsplit(parts._replace(path="/postgres")), autocommit=True) as server:
        drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(own))
        server.execute(drop)
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(own)))
        try:
            yield urlunsplit(parts._replace(path=f"/{own}"))
        finally:
            server.execute(drop)
