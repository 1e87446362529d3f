"""Lists that come in, and lists that leave."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document
from python_calamine import CalamineWorkbook

from tests.kit.world import Persona
from unionhall.activities import services
from unionhall.activities.exchange import EntryImporter, ResultImporter
from unionhall.activities.models import Entry, Item, Result
from unionhall.audit.models import Event, Kind
from unionhall.flows import Blocked
from unionhall.kernel import excel
from unionhall.pages.imports import read
from unionhall.people.models import Person

HEADERS = ("工号", "姓名", "所在科室", "参赛项目", "队伍")


def book(*rows, headers=HEADERS):
    sheet = excel.Sheet("名单", [excel.Column(header) for header in headers], rows, heading="职工运动会报名表")
    return excel.workbook(sheet)


def preview(importer, *rows, headers=HEADERS):
    return importer.preview(read(book(*rows, headers=headers), importer.fields))


@pytest.fixture
def tug(meet, clerk):
    return services.add_item(meet, by=clerk, name="拔河", is_team=True, team_least=2, team_most=3)


def test_an_entry_list_is_sorted_row_by_row(meet, rope, tug, clerk, people):
    crowd = people(5)
    services.enter_list(rope, by=clerk, people=crowd[:1])
    twin = people(1, department=crowd[0].department)[0]
    Person.objects.filter(pk=twin.pk).update(name=crowd[4].name)
    found = preview(
        EntryImporter(meet),
        (crowd[0].staff_no, crowd[0].name, "", "跳绳", ""),
        (crowd[1].staff_no, crowd[1].name, "", "跳 绳", ""),
        ("", crowd[2].name, "心内科", "拔河", "一队"),
        ("", crowd[4].name, "心内科", "跳绳", ""),
        ("99999x", "无名", "", "跳绳", ""),
        (crowd[3].staff_no, "张三", "", "跳绳", ""),
        (crowd[3].staff_no, "", "", "铅球", ""),
        (crowd[3].staff_no, "", "", "拔河", ""),
        ("", "不在册", "心内科", "跳绳", ""),
        (crowd[1].staff_no, "", "", "跳绳", ""),
    )
    assert found.counts == {"new": 2, "changed": 0, "unchanged": 1, "left": 0, "error": 7}
    assert [line.reasons for line in found.of("error")] == [
        [reason]
        for reason in (
            "这个科室有2位同名的人，请填工号。",
            "花名册里没有工号 99999x。",
            f"工号 {crowd[3].staff_no} 在花名册里是{crowd[3].name}，与姓名不符。",
            "这项活动没有项目“铅球”。",
            "“拔河”是团体项目，请填队名。",
            "没有填工号，按姓名和科室也没有找到这个人。",
            "与第 4 行重复。",
        )
    ]


def test_an_entry_list_is_applied_once(meet, rope, tug, clerk, people):
    crowd = people(4)
    rows = [(p.staff_no, p.name, "", "跳绳", "") for p in crowd] + [
        (p.staff_no, p.name, "", "拔河", "一队") for p in crowd[:2]
    ]
    importer = EntryImporter(meet)
    importer.run(preview(importer, *rows), by=clerk)
    assert (Entry.objects.count(), tug.teams.get().entries.count()) == (6, 2)
    again = preview(EntryImporter(meet), *rows)
    assert again.counts == {"new": 0, "changed": 0, "unchanged": 6, "left": 0, "error": 0}


def test_a_list_longer_than_the_places_saves_nothing(meet, rope, clerk, people):
    services.resize(meet, by=clerk, item=rope, capacity=2)
    importer = EntryImporter(meet)
    with pytest.raises(Blocked, match="只剩2个名额"):
        importer.run(preview(importer, *[(p.staff_no, p.name, "", "跳绳", "") for p in people(3)]), by=clerk)
    assert Entry.objects.count() == 0


def test_results_come_in_and_a_second_list_corrects_them(meet, rope, clerk, people, on_the_day):
    crowd = people(3)
    services.enter_list(rope, by=clerk, people=crowd)
    headers, marks = ("工号", "项目", "得分", "破纪录"), (90, 120, 90)
    rows = [(p.staff_no, "跳绳", mark, "是" if mark == 120 else "") for p, mark in zip(crowd, marks, strict=True)]
    importer = ResultImporter(meet)
    importer.run(preview(importer, *rows, headers=headers), by=clerk)
    assert list(Result.objects.order_by("entry__person__staff_no").values_list("rank", "broke_record")) == [
        (2, False),
        (1, True),
        (2, False),
    ]
    second = preview(ResultImporter(meet), (crowd[0].staff_no, "跳绳", 130, ""), *rows[1:], headers=headers)
    assert second.counts["changed"] == 1
    ResultImporter(meet).run(second, by=clerk)
    assert Result.objects.get(entry__person=crowd[0]).rank == 1


def test_a_mark_of_who_is_not_in_the_item_is_named(meet, rope, clerk, people, on_the_day):
    [stranger] = people(1)
    found = preview(
        ResultImporter(meet),
        (stranger.staff_no, "跳绳", "-5"),
        (stranger.staff_no, "跳绳", "快"),
        (stranger.staff_no, "跳绳", "12"),
        headers=("工号", "项目", "成绩"),
    )
    assert [line.reasons[0] for line in found.of("error")] == [
        "成绩：-5 超出了范围。",
        "成绩：“快”不是数字。",
        "“跳绳”的名单里没有这位选手或这支队伍。",
    ]


def test_the_import_page_shows_the_preview_and_applies_it(meet, rope, world, people):
    client, crowd = world.client(Persona.CLERK), people(2)
    first = reverse("activities.import_entries", args=[meet.pk])
    file = SimpleUploadedFile("名单.xlsx", book(*[(p.staff_no, p.name, "", "跳绳", "") for p in crowd]))
    run = client.post(first, {"file": file}, follow=True)
    assert run.status_code == 200
    key = run.redirect_chain[-1][0].rstrip("/").rsplit("/", 1)[-1]
    columns = {"staff_no": 0, "name": 1, "department": 2, "item": 3, "team": 4}
    client.post(reverse("activities.import_entries.run", args=[meet.pk, key]), columns)
    client.post(reverse("activities.import_entries.apply", args=[meet.pk, key]))
    assert Entry.objects.count() == 2


@pytest.mark.parametrize(
    ("name", "content"),
    [("名单.docx", b"PK\x03\x04nothing"), ("名单.xlsx", b"\x00\x01\x02"), ("名单.pdf", b"%PDF-1.4")],
)
def test_a_file_that_is_no_list_is_refused_in_words(meet, world, name, content):
    answer = world.client(Persona.CLERK).post(
        reverse("activities.import_entries", args=[meet.pk]), {"file": SimpleUploadedFile(name, content)}
    )
    assert answer.status_code == 422
    assert Entry.objects.count() == 0


@pytest.fixture
def awarded(meet, rope, clerk, people, on_the_day):
    """Somebody whose name looks like a formula has come, won and been given a cup."""
    crowd = people(2)
    Person.objects.filter(pk=crowd[0].pk).update(name="=1+1")
    entries = services.enter_list(rope, by=clerk, people=crowd)
    services.record_results(Item.objects.select_related("activity").get(), by=clerk, marks={e.pk: 7 for e in entries})
    cup = services.stock_prize(meet, by=clerk, name="水壶", stock=3)
    services.issue_prize(
        meet, by=clerk, prize=cup, person=Person.objects.get(pk=crowd[0].pk), quantity=3, award="一等奖"
    )
    return meet


def test_the_sign_off_list_leaves_as_workbook_without_formulas_and_is_recorded(awarded, world):
    answer = world.client(Persona.CLERK).post(reverse("activities.workbook", args=[awarded.pk, "prizes"]))
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert rows[0][0] == "职工运动会奖品签领表"
    assert rows[2][1] == "=1+1"
    event = Event.objects.get(kind=Kind.EXPORT)
    assert (event.subject_type, event.after["rows"]) == ("activities.prizes", 1)


def test_the_sign_off_list_leaves_as_word(awarded, world):
    answer = world.client(Persona.CLERK).post(reverse("activities.word_list", args=[awarded.pk, "prizes"]))
    paper = Document(io.BytesIO(answer.content))
    assert paper.paragraphs[0].text == "职工运动会奖品签领表"
    assert [cell.text for cell in paper.tables[1].rows[1].cells][2:7] == ["=1+1", "心内科", "一等奖", "水壶", "3"]


def test_the_closed_file_holds_plan_lists_cost_and_summary(awarded, world, clerk):
    services.hold(awarded, by=clerk)
    services.sign_all(awarded, by=clerk)
    services.finish(awarded, by=clerk, summary="圆满完成，秩序良好。", cost=300)
    answer = world.client(Persona.CLERK).post(reverse("activities.word_file", args=[awarded.pk]))
    paper = Document(io.BytesIO(answer.content))
    text = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    assert "圆满完成，秩序良好。" in text
    assert [len(table.rows) for table in paper.tables[1:]] == [3, 3, 3, 2]
    assert "300.00元" in [cell.text for row in paper.tables[0].rows for cell in row.cells]


LISTS = ["signed_up", "came", "entries", "people", "sheet", "results", "prizes"]
WAYS = [("activities.rows", "get"), ("activities.printed", "get"), ("activities.workbook", "post")]


def test_every_list_costs_as_many_queries_for_three_rows_as_for_one(awarded, clerk, people, world):
    client = world.client(Persona.CLERK)

    def queries():
        counted = {}
        for name, method in WAYS:
            for which in LISTS:
                with CaptureQueriesContext(connection) as captured:
                    assert getattr(client, method)(reverse(name, args=[awarded.pk, which])).status_code == 200
                counted[name, which] = len(captured)
        return counted

    queries()  # what is read once per process
    one = queries()
    item = Item.objects.select_related("activity").get()
    crowd = people(4)
    entries = services.enter_list(item, by=clerk, people=crowd)
    services.record_results(item, by=clerk, marks={entry.pk: 3 for entry in entries})
    cup = services.stock_prize(awarded, by=clerk, name="水壶", stock=3)
    services.issue_prize(awarded, by=clerk, prize=cup, person=crowd[0], quantity=1)
    assert queries() == one
