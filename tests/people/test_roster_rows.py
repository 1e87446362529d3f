"""An import row by row: spellings, headers, returners, refusals."""

from datetime import date

import pytest
from django.db import connection

from tests.people.conftest import row
from unionhall.flows import Blocked
from unionhall.pages.imports import Kind
from unionhall.pages.sheets import Unreadable
from unionhall.people.choices import Employment
from unionhall.people.exchange import roster
from unionhall.people.models import Department, Membership, Person
from unionhall.people.rules.identity import check_digit
from unionhall.people.services import persons

ID = "90000019850302012"
GOOD_ID = ID + check_digit(ID)


@pytest.fixture
def bring(union, system, sheet):
    """Preview and apply a small roster."""

    def bring(*rows, as_of=date(2022, 12, 31), **file):
        return roster.apply(roster.preview_file(sheet(*rows, **file), as_of=as_of), by=system)

    return bring


def reasons(union, sheet, **changes):
    return "".join(
        reason for line in roster.preview_file(sheet(row(1, **changes))).of(Kind.ERROR) for reason in line.reasons
    )


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"工号": ""}, "缺少工号"),
        ({"姓名": "张😀"}, "符号或表情"),
        ({"姓名": "张3"}, "数字"),
        ({"姓名": "张" * 61}, "超过60个字"),
        ({"用工性质": ""}, "缺少用工性质"),
        ({"性别": "未知"}, "不认识性别“未知”"),
        ({"出生年月": "1899-1-1"}, "早于1900年"),
        ({"出生年月": "不详"}, "不是日期"),
        ({"来院时间": "2010-13-1"}, "没有“2010-13-1”这一天"),
        ({"入会时间": "2099-1-1"}, "在今天以后"),
        ({"手机号码": "无"}, "不像电话号码"),
        ({"身份证号": GOOD_ID, "来院时间": "1980-1-1"}, "早于出生日期"),
        ({"科室": "科" * 61}, "超过60个字"),
    ],
)
def test_a_bad_cell_is_told_in_words(union, sheet, changes, reason):
    assert reason in reasons(union, sheet, **changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"姓名": "王"},
        {"姓名": "阿" * 40},
        {"姓名": "阿依古丽·买买提"},
        {"姓名": "Ann Lee"},
        {"姓名": "欧 阳"},
        {"出生年月": ""},
        {"手机号码": "0791-88886666"},
        {"身份证号": "E12345678"},
        {"身份证号": GOOD_ID, "出生年月": "1985.03"},
        {"性别": "女性"},
    ],
)
def test_an_unusual_but_right_cell_is_no_mistake(union, sheet, changes):
    assert reasons(union, sheet, **changes) == ""


def test_headers_are_matched_by_meaning_in_any_order(bring):
    bring(
        {"部门": "药剂科", "员工编号": 7, "姓 名*": "李四", "编制类型": "合同工", "入职日期": "2015年7月"},
        {"部门": "药剂科", "员工编号": "00008", "姓 名*": "王五", "编制类型": "正式", "入职日期": "20150701"},
    )
    assert list(Person.objects.values_list("staff_no", "name", "employment", "joined_on")) == [
        ("00007", "李四", "contract", date(2015, 7, 1)),
        ("00008", "王五", "established", date(2015, 7, 1)),
    ]


def test_a_list_in_gb18030_is_read(bring):
    bring(row(1, 姓名="龘靐"), encoding="gb18030")
    assert Person.objects.get().name == "龘靐"


def test_a_file_without_the_needed_columns_is_refused(union, sheet):
    with pytest.raises(Blocked, match="工号"):
        roster.preview_file(sheet({"姓名": "张三", "科室": "心内科", "性别": "女", "用工性质": "在编"}))


def test_a_file_that_is_no_list_is_refused(union, tmp_path):
    path = tmp_path / "x.xlsx"
    path.write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(Unreadable):
        roster.preview_file(path)


def test_unknown_places_are_made_only_when_confirmed(union, system, sheet):
    preview = roster.preview_file(sheet(row(1)))
    assert [(ask.key, list(ask.items)) for ask in preview.asks] == [
        ("departments", ["心内科"]),
        ("units", ["内科分工会", "内科分工会－心内小组"]),
    ]
    with pytest.raises(Blocked, match="心内科"):
        roster.RosterImporter().run(preview, by=system, confirmed=["units"])
    assert not Person.objects.exists() and not Department.objects.exists()


def test_nothing_is_half_applied(union, system, sheet, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("the power went")

    preview = roster.preview_file(sheet(row(1), row(2)))
    monkeypatch.setattr("unionhall.people.exchange.applying.audit.record_many", fail)
    with pytest.raises(RuntimeError):
        roster.apply(preview, by=system)
    assert not Person.objects.exists() and not Department.objects.exists()


def test_a_department_belongs_to_the_unit_most_of_its_people_are_in(bring):
    bring(row(1), row(2), row(3, 分工会="外科分工会", 工会小组="普外小组"))
    assert Department.objects.get().unit.name == "心内小组"


def test_a_returner_is_the_same_person(bring):
    bring(row(1), row(2))
    bring(row(1), as_of=date(2023, 6, 30))
    assert Person.objects.get(staff_no="00002").left_on == date(2023, 6, 30)
    bring(row(1), row(2), as_of=date(2023, 9, 1))
    back = Person.objects.get(staff_no="00002")
    assert back.left_on is None and back.placements.count() == 2


def test_a_returner_with_a_new_number_is_known_by_the_identity_number(bring):
    bring(row(1), row(2, 身份证号=GOOD_ID))
    bring(row(1), as_of=date(2023, 6, 30))
    bring(row(1), row(9, 身份证号=GOOD_ID, 会员证号="GH000002"), as_of=date(2023, 9, 1))
    assert sorted(Person.objects.values_list("staff_no", flat=True)) == ["00001", "00009"]


def test_an_identity_number_of_somebody_else_is_a_mistake(bring, union, sheet):
    bring(row(1, 身份证号=GOOD_ID))
    preview = roster.preview_file(sheet(row(1, 身份证号=GOOD_ID), row(2, 身份证号=GOOD_ID)))
    assert [line.kind for line in preview.lines] == [Kind.UNCHANGED, Kind.ERROR]


def test_a_phone_put_right_by_its_owner_survives_the_next_list(bring, world):
    member = world.home.people["member"]
    persons.correct_contact(member, by=member.user, phone="13800000000", address="健康路9号")
    bring(
        row(2) | {"工号": member.staff_no, "姓名": "张三", "会员证号": f"C{member.staff_no}", "手机号码": "19911112222"}
    )
    member.refresh_from_db()
    assert (member.phone, member.address, member.name) == ("13800000000", "健康路9号", "张三")


def test_an_empty_cell_wipes_nothing(bring):
    bring(row(1, 身份证号=GOOD_ID))
    bring(row(1, 手机号码="", 出生年月=""))
    kept = Person.objects.get()
    assert (kept.phone, kept.id_number, kept.birth_on) == ("19900000001", GOOD_ID, date(1985, 3, 2))


def test_who_retires_keeps_the_membership_without_dues(bring):
    bring(row(1), row(2))
    bring(row(1, 用工性质="退休"), row(2), as_of=date(2023, 6, 30))
    person = Person.objects.get(staff_no="00001")
    spell = Membership.objects.get(person=person)
    assert (person.employment, person.retired_on) == (Employment.RETIRED, date(2023, 6, 30))
    assert (spell.state, spell.retained_reason, spell.retained_on) == ("retained", "retired", date(2023, 6, 30))


def test_the_identity_number_lies_encrypted_in_the_database(bring):
    bring(row(1, 身份证号=GOOD_ID))
    with connection.cursor() as cursor:
        cursor.execute("SELECT id_number, phone FROM people_person")
        stored = cursor.fetchone()
    assert not any(GOOD_ID in text or "19900000001" in text for text in stored)


def test_the_number_of_an_outsider_is_taken(union, sheet, system):
    persons.take_on(by=system, staff_no="00001", name="顾问", employment=Employment.EXTERNAL)
    (line,) = roster.preview_file(sheet(row(1))).lines
    assert (line.kind, line.reasons) == (Kind.ERROR, ["工号00001已由院外人员使用。"])


def test_a_list_of_some_of_the_staff_sends_nobody_away(bring, sheet):
    bring(*(row(number) for number in range(1, 6)))
    preview = roster.preview_file(sheet(row(1), row(2)), as_of=date(2023, 6, 30))
    assert preview.counts["left"] == 3
    assert {reason for line in preview.of(Kind.LEFT) for reason in line.reasons} == {
        "表中没有的人超过花名册的一半，这张表像是部分名单，不据此登记离院。"
    }
    assert roster.LEAVERS not in [ask.key for ask in preview.asks]
    bring(row(1), row(2), as_of=date(2023, 6, 30))
    assert not Person.objects.exclude(left_on=None).exists()


def test_with_half_of_them_still_there_who_is_missing_has_left(bring):
    """The twin: from half of the staff up the list is taken for the whole roster."""
    bring(*(row(number) for number in range(1, 5)))
    bring(row(1), row(2), as_of=date(2023, 6, 30))
    assert set(Person.objects.exclude(left_on=None).values_list("staff_no", flat=True)) == {"00003", "00004"}
