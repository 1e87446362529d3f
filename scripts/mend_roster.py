"""Make the demo roster: the December sample with its nine mistakes mended from the June one.

.venv/bin/python scripts/mend_roster.py     writes src/unionhall/people/data/roster.csv
"""

import csv
from datetime import date
from pathlib import Path

from python_calamine import CalamineWorkbook

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src/unionhall/people/data/roster.csv"
DROPPED = {"序号", "备注"}
# What the hospital's personnel office corrected, by staff number and column; `None` takes the value of June.
MENDED = {
    "00051": {"身份证号": None},
    "00052": {"身份证号": None},
    "00121": {"出生年月": None},
    "00201": {"姓名": None},
    "00302": {"科室": None},
    "00403": {"来院时间": None},
    "00511": {"性别": None},
    "00641": {"用工性质": "退休"},
}


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a sample by header; values as text."""
    table = CalamineWorkbook.from_path(path).get_sheet_by_name("花名册").to_python(skip_empty_area=False)
    header = [str(cell).replace(" ", "") for cell in table[2]]
    return [dict(zip(header, map(text, row), strict=True)) for row in table[3:] if any(cell != "" for cell in row)]


def text(cell: object) -> str:
    """A cell as text: staff numbers five wide, days as ISO."""
    if isinstance(cell, float):
        return f"{int(cell):05}"
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def mended() -> list[dict[str, str]]:
    """December without its mistakes; of a double staff number the first row counts."""
    later = {row["工号"]: row for row in rows(ROOT / "tests/data/roster-2023-06.xlsx")}
    found: dict[str, dict[str, str]] = {}
    for row in rows(ROOT / "tests/data/roster-2022-12.xlsx"):
        number = row["工号"]
        fixes = MENDED.get(number, {})
        row |= {column: later[number][column] if value is None else value for column, value in fixes.items()}
        found.setdefault(number, row)
    return list(found.values())


def main() -> None:
    """Write the file."""
    people = mended()
    columns = [column for column in people[0] if column not in DROPPED]
    with TARGET.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(people)


if __name__ == "__main__":
    main()
