"""A file that cannot be read is refused with a sentence, on the page and on the command line, and nothing is saved."""

import pytest

from tests.input.files import BAD_FILES, BadFile
from unionhall.audit.models import Event
from unionhall.cli.main import main
from unionhall.people.models import Department, Person


@pytest.mark.parametrize("bad", BAD_FILES, ids=str)
def test_the_command_line_refuses_a_bad_file(union, tmp_path, capsys, bad: BadFile):
    path = tmp_path / bad.name
    path.write_bytes(bad.content())
    assert main(["import", "roster", str(path), "--union", union.code, "--apply"]) == 1
    assert bad.said in capsys.readouterr().err
    assert not Person.objects.exists()
    assert not Department.objects.exists()
    assert not Event.objects.exists()
