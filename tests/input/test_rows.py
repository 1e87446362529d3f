"""A row that cannot be right is marked with its reason; a row that is only unusual is taken as it stands."""

import json

import pytest

from tests.input.files import roster
from unionhall.cli.main import main
from unionhall.people.models import Person


def imported(change: dict[str, str], union, tmp_path, capsys) -> dict:
    """The counts and errors of importing a roster of one good person and one with the change."""
    path = tmp_path / "roster.xlsx"
    path.write_bytes(roster({}, change))
    assert main(["import", "roster", str(path), "--union", union.code, "--apply", "--json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"姓名": ""}, "姓名"),
        ({"姓名": "王" * 61}, "姓名"),
        ({"姓名": "王😀芳"}, "姓名"),
        ({"姓名": "=1+1"}, "姓名"),
        ({"出生日期": "2126-01-01"}, "出生日期"),
        ({"出生日期": "1899-12-31"}, "出生日期"),
        ({"出生日期": "1985-02-30"}, "出生日期"),
        ({"来院时间": "2126-05-01"}, "来院"),
        ({"用工性质": "神仙"}, "用工性质"),
        ({"工号": "00001"}, "第2行"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_row_that_cannot_be_right_is_left_out_with_its_reason(union, tmp_path, capsys, change, said):
    found = imported(change, union, tmp_path, capsys)
    assert found["new"] == found["error"] == 1
    assert said in " ".join(found["errors"][0]["reasons"]).replace(" ", "")
    assert list(Person.objects.values_list("staff_no", flat=True)) == ["00001"]


@pytest.mark.parametrize("name", ["王", "阿" * 40, "买买提·艾力", "O'Brien"])
def test_an_unusual_name_is_taken_as_it_stands(union, tmp_path, capsys, name):
    assert imported({"姓名": name}, union, tmp_path, capsys)["error"] == 0
    assert Person.objects.get(staff_no="00002").name == name
