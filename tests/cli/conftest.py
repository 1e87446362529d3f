import json

import pytest

from unionhall.accounts.models import Union
from unionhall.cli.main import main


@pytest.fixture
def command(db, capsys):
    """Run a command in this process: exit status, stdout and stderr."""

    def run(*arguments: str) -> tuple[int, str, str]:
        status = main([str(argument) for argument in arguments])
        told = capsys.readouterr()
        return status, told.out, told.err

    return run


@pytest.fixture
def answer(command):
    """What a command that succeeds says as JSON."""

    def run(*arguments: str):
        status, out, err = command(*arguments, "--json")
        assert (status, err) == (0, "")
        return json.loads(out)

    return run


@pytest.fixture
def demo(db):
    """The union with code `demo`, out of scope: a command enters it by itself."""
    return Union.objects.create(code="demo", name="示范医院工会")
