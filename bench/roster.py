"""A roster of 10,000 people with 25 columns from Excel: preview and apply, in a process of its own for its memory."""

import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

from bench.measure import Measure, seconds

PEOPLE = 10_000
HEADERS = (
    "工号 姓名 性别 出生日期 身份证号 科室 岗位类别 职务 职称 用工性质 参加工作时间 来院时间 退休日期 政治面貌 民族 籍贯 学历 "
    "婚姻状况 手机号码 通信地址 入会时间 会员证号 分工会 是否一线 备注"
).split()
WEIGHTS, CHECKS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2), "10X98765432"


def id_number(birth: date, number: int) -> str:
    """A number with a right check digit in a region that does not exist; women's serials are even."""
    body = f"900000{birth:%Y%m%d}{number % 1000:03}"
    return body + CHECKS[sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True)) % 11]


def row(number: int) -> list[str]:
    """One generated person."""
    from bench.crowd import name_of  # models exist only once Django is set up

    birth, joined = date(1965, 1, 1) + timedelta(days=number % 12_000), date(2000, 1, 1) + timedelta(days=number % 8000)
    ward = f"第{number % 80}病区"
    return [
        f"{number:06}",
        name_of(number),
        "男" if number % 2 else "女",
        f"{birth:%Y-%m-%d}",
        id_number(birth, number),
        ward,
        "护理",
        "",
        "主管护师",
        "在编",
        f"{joined:%Y-%m-%d}",
        f"{joined:%Y-%m-%d}",
        "",
        "群众",
        "汉族",
        "浙江",
        "本科",
        "已婚",
        f"139{number:08}",
        f"新村{number}号",
        f"{joined:%Y-%m-%d}",
        f"C{number:06}",
        f"第{number % 40}分工会",
        "是",
        "",
    ]


def workbook(path: Path) -> None:
    """The file the personnel office sends."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for at, cells in enumerate([HEADERS, *map(row, range(PEOPLE))]):
            for column, text in enumerate(cells):
                sheet.write_string(at, column, text)


def measures() -> Iterator[Measure]:
    """Run the import in another process and tell what it took."""
    from django.conf import settings

    path = settings.UNIONHALL_DATA / "roster.xlsx"
    workbook(path)
    done = subprocess.run([sys.executable, "-m", "bench.roster", path], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    told = json.loads(done.stdout)
    yield Measure(
        f"roster of {PEOPLE:,} × {len(HEADERS)} from Excel, preview + apply",
        "≤ 4 s together, peak ≤ 250 MB",
        f"{told['preview']:.1f} + {told['apply']:.1f} s, {told['peak']:.0f} MB, {told['new']:,} new",
    )


def main() -> None:
    import django

    django.setup()
    from unionhall.accounts.models import Union, system_user  # models exist only now
    from unionhall.accounts.tenancy import in_union
    from unionhall.people.exchange import roster

    with in_union(Union.objects.create(code="roster", name="花名册工会")):
        found = {}
        preview = seconds(lambda: found.update(preview=roster.preview_file(Path(sys.argv[1]))))
        by = system_user()
        apply = seconds(lambda: roster.apply(found["preview"], by=by))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"preview": preview, "apply": apply, "peak": peak, "new": found["preview"].counts["new"]}))


if __name__ == "__main__":
    main()
