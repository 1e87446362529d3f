"""The roster as it comes, and the test world's people."""

import csv
from pathlib import Path

import pytest

from unionhall.people.exchange import roster

DATA = Path(__file__).parent.parent / "data"
MENDED = Path(roster.__file__).parent.parent / "data" / "roster.csv"


@pytest.fixture
def sheet(tmp_path):
    """Write a small roster as csv: `sheet({"工号": "1", …}, …)`; the first row's keys are the headers."""

    def write(*rows: dict, name: str = "roster.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        with path.open("w", newline="", encoding=encoding) as file:
            writer = csv.DictWriter(file, list(rows[0]), restval="")
            writer.writeheader()
            writer.writerows(rows)
        return path

    return write


def row(number: int, **changes: str) -> dict[str, str]:
    """One good row; `changes` by header."""
    good = {
        "工号": f"{number:05}",
        "姓名": "张三",
        "性别": "女",
        "出生年月": "1985.03",
        "科室": "心内科",
        "用工性质": "在编",
        "来院时间": "2010-7-1",
        "是否会员": "是",
        "入会时间": "2010-9-1",
        "会员证号": f"GH{number:06}",
        "分工会": "内科分工会",
        "工会小组": "心内小组",
        "手机号码": f"199{number:08}",
        "身份证号": "",
    }
    return good | changes
