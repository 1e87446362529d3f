"""Proposals of past sessions come in from a workbook, all or none, and are counted with those that lived here."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.proposals.conftest import DAY
from unionhall.audit.models import Event
from unionhall.flows import Blocked
from unionhall.kernel import clock, excel
from unionhall.pages.imports import read
from unionhall.proposals import services
from unionhall.proposals.exchange import PastImporter
from unionhall.proposals.flow import State
from unionhall.proposals.models import Proposal

HEADERS = (
    "提案编号", "案由", "类别", "工号", "提案人", "审查结论", "主案编号", "主办部门", "交办日期", "答复期限", "答复类别", "答复日期",
    "承诺落实日期", "具体建议",
)  # fmt: skip
AFTER = date(2024, 2, 1)


@pytest.fixture
def over(house):
    """The session is over."""
    with clock.pinned(AFTER):
        yield house


def rows(house) -> list[tuple]:
    mover, other = (house.seats[name].person.staff_no for name in ("mover", "other"))
    lead = house.departments["lead"].name
    given, day, late = date(2023, 3, 24), date(2023, 4, 20), date(2023, 5, 8)
    return [
        ("3-2-HQ-001", "夜班用餐", "后勤保障", mover, "mover", "立案", "", lead, given, late, "A类", day, "", "开窗口\n加热柜"),
        ("3-2-HQ-002", "夜间食堂", "HQ", other, "", "并案", "3-2-HQ-001", "", "", "", "", "", "", "延长时间"),
        ("3-2-FL-001", "子女托管", "生活福利", other, "", "立案", "", lead, given, day, "B", late, date(2024, 9, 1), "办托管班"),
        ("3-2-QT-001", "调岗", "其他", mover, "", "不立案", "", "", "", "", "", "", "", "调岗"),
    ]  # fmt: skip


def book(*lines: tuple) -> bytes:
    return excel.workbook(excel.Sheet("提案", [excel.Column(header) for header in HEADERS], lines))


def preview(house, *lines: tuple):
    importer = PastImporter(house.call)
    return importer, importer.preview(read(book(*lines), importer.fields))


def test_a_past_session_is_entered_once_and_counted(over, users):
    importer, found = preview(over, *rows(over))
    assert found.counts == {"new": 4, "changed": 0, "unchanged": 0, "left": 0, "error": 0}
    importer.run(found, by=users["committee"])
    stored = {one.number: one for one in Proposal.objects.all()}
    assert {number: one.state for number, one in stored.items()} == {
        "3-2-HQ-001": State.ARCHIVED,
        "3-2-HQ-002": State.ARCHIVED,
        "3-2-FL-001": State.TRACKING,
        "3-2-QT-001": State.ARCHIVED,
    }
    counted = Proposal.objects
    assert (counted.submitted().count(), counted.filed_sheets().count(), counted.cases().count()) == (4, 3, 2)
    assert (stored["3-2-HQ-001"].was_on_time, stored["3-2-FL-001"].was_on_time) == (True, False)
    assert stored["3-2-HQ-002"].merged_into == stored["3-2-HQ-001"]
    assert sum(one.point_count for one in stored.values()) == 5
    assert Event.objects.get(verb="proposals.enter_past").after == {"sheets": 4}
    _again, found = preview(over, *rows(over))
    assert found.counts["unchanged"] == 4
    services.report(stored["3-2-FL-001"], by=users["handler"], text="场地已定")
    services.fulfil(stored["3-2-FL-001"], by=users["committee"], text="已开班")
    assert Proposal.objects.get(number="3-2-FL-001").reply_class == "A"


def test_each_line_says_what_it_lacks(over):
    def spoilt(number: int, **facts: object) -> tuple:
        line = dict(zip(HEADERS, rows(over)[number], strict=True))
        return tuple((line | facts).values())

    _importer, found = preview(
        over,
        spoilt(0, 工号="999"),
        spoilt(0, 提案编号="2", 提案人="张三"),
        spoilt(0, 提案编号="3", 主办部门="没有科"),
        spoilt(1, 提案编号="4", 主案编号="3-2-HQ-009"),
        spoilt(0, 提案编号="5", 答复日期=""),
        spoilt(2, 提案编号="6", 承诺落实日期=""),
        spoilt(3, 提案编号="7", 类别="无"),
    )
    assert [line.reasons[0] for line in found.of("error")] == [
        "工号 999 不是第三届职工代表大会的代表。",
        f"工号 {over.seats['mover'].person.staff_no} 在花名册里是mover，与姓名不符。",
        "没有“没有科”这个部门。",
        "没有主案 3-2-HQ-009。",
        "答复类别和答复日期须一并填写（参照上海市人大代表建议规定第十八条，PRO-14）。",
        "B类、C类答复须填承诺落实日期或落实日期（参照上海市人大代表建议规定第十八条，PRO-14）。",
        found.of("error")[6].reasons[0],
    ]
    assert "不在可填的范围内" in found.of("error")[6].reasons[0]


def test_a_session_still_to_come_takes_no_past_proposals(house, users):
    importer, found = preview(house, *rows(house))
    with clock.pinned(DAY), pytest.raises(Blocked, match=r"闭会前的提案请在系统中办理.*PRO-10"):
        importer.run(found, by=users["committee"])
    assert not Proposal.objects.exists()


def test_the_desk_uploads_the_workbook_looks_and_applies(over, users):
    client = Client()
    client.force_login(users["committee"])
    page = client.get(reverse("proposals.calls.detail", args=[over.call.pk])).content.decode()
    upload = reverse("proposals.import", args=[over.call.pk])
    assert upload in page
    run = client.post(upload, {"file": SimpleUploadedFile("往届提案.xlsx", book(*rows(over)))}).url
    columns = read(book(*rows(over)), PastImporter(over.call).fields).mapping
    assert "3-2-HQ-002" in client.post(run, columns, follow=True).content.decode()
    applied = client.post(f"{run}apply/")
    assert applied.status_code == 302, applied.content.decode()
    assert Proposal.objects.count() == 4
    client.force_login(users["leader"])
    assert client.get(upload).status_code == 404
