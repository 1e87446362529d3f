"""The commands, called in this process: what they print, and what they end with."""

import re

import pytest
from django.db import connection

from unionhall.access.services import activation
from unionhall.accounts.models import Union, User
from unionhall.accounts.tenancy import in_union
from unionhall.audit.models import Event
from unionhall.people.models import Person

ROSTER = "工号,姓名,性别,科室,用工形式\n0001,沈知远,男,内科,合同\n0002,陆遥,女,外科,合同\n0002,顾明,男,外科,合同\n"


@pytest.fixture
def roster(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text(ROSTER, encoding="utf8")
    return path


@pytest.mark.parametrize(("arguments", "status"), [((), 2), (("--help",), 0), (("fly",), 2)])
def test_without_a_command_one_is_told_what_there_is(command, arguments, status):
    told = command(*arguments)
    assert told[0] == status
    assert "unionhall COMMAND" in told[1] + told[2]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("serve", "--prot", "1"), "不认识：--prot 1"),
        (("serve", "--port", "high"), "--port 不能是“high”"),
        (("serve", "--port"), "--port 后面缺少内容"),
        (("union",), "缺少：create"),
        (("union", "create"), "缺少：--code, --name"),
        (("union", "destroy"), "create 没有“destroy”，可以是：'create'"),
        (("figures", "--union", "demo"), "缺少：--from, --to"),
        (("figures", "--union", "demo", "--from", "May", "--to", "2023-01-01"), "--from 不能是“May”"),
    ],
)
def test_wrong_usage_is_said_in_words_and_ends_with_two(command, capsys, arguments, sentence):
    with pytest.raises(SystemExit) as ended:
        command(*arguments)
    assert ended.value.code == 2
    usage, wrong = capsys.readouterr().err.rstrip("\n").rsplit("\n", 1)
    assert usage.startswith("用法：unionhall ")
    assert wrong == sentence


def test_an_outline_or_a_language_there_is_not_is_told_with_those_there_are(command, capsys):
    with pytest.raises(SystemExit):
        command("report", "--union", "demo", "--period", "2023", "--outline", "poem", "--out", "x.docx")
    assert "--outline 没有“poem”，可以是：'personal'," in capsys.readouterr().err
    status, _out, err = command("--lang", "fr", "serve")
    assert status == 2 and "zh-hans|en" in err


def test_without_a_union_one_is_told_how_to_make_one(command):
    status, _out, err = command("figures", "--union", "demo", "--from", "2023-01-01", "--to", "2023-12-31")
    assert status == 1 and "unionhall union create" in err


def test_a_database_of_another_version_ends_in_a_sentence(command, demo):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE people_person RENAME COLUMN left_on TO went_on")
    status, _out, err = command(
        "figures", "people.members", "--union", "demo", "--from", "2023-01-01", "--to", "2023-12-31"
    )
    assert (status, err.count("\n")) == (1, 1)
    assert err.startswith("数据库与这一版程序不符：") and "--data" in err


def test_a_new_union_has_an_administrator_whose_code_is_printed(command):
    status, out, err = command("union", "create", "--code", "first", "--name", "第一医院工会")
    assert (status, err) == (0, "")
    code = re.search(r"[A-Z2-9]{5}-[A-Z2-9]{5}", out)[0]
    administrator = activation.owner_of("first-admin", code)
    assert administrator.is_administrator
    with in_union(administrator.union):
        assert set(Event.objects.values_list("verb", flat=True)) == {"accounts.found", "accounts.issue_code"}


@pytest.mark.parametrize(
    ("code", "name", "sentence"),
    [
        ("demo", "另一工会", "已有代码为“demo”的工会。"),
        ("other", "示范医院工会", "已有名称为“示范医院工会”的工会。"),
        ("a-b", "另一工会", "以字母开头"),
        ("2nd", "另一工会", "以字母开头"),
        ("大", "另一工会", "以字母开头"),
        ("other", " ", "工会名称要填"),
        ("other", "长" * 81, "不超过 80 个字"),
    ],
)
def test_a_bad_or_taken_code_or_name_is_refused_in_words(command, demo, code, name, sentence):
    status, out, err = command("union", "create", "--code", code, "--name", name)
    assert (status, out) == (1, "")
    assert sentence in err
    assert Union.objects.count() == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("audit", "verify", "--union", "nowhere"),
        ("figures", "--union", "nowhere", "--from", "2023-01-01", "--to", "2023-12-31"),
    ],
)
def test_an_unknown_union_is_named(command, demo, arguments):
    assert command(*arguments) == (1, "", "没有代码为“nowhere”的工会。\n")


def test_a_roster_is_previewed_and_nothing_written(answer, demo, roster):
    told = answer("import", "roster", roster, "--union", "demo")
    assert {kind: told[kind] for kind in ("new", "changed", "unchanged", "left", "error")} == {
        "new": 2,
        "changed": 0,
        "unchanged": 0,
        "left": 0,
        "error": 1,
    }
    [error] = told["errors"]
    assert (error["row"], error["staff_no"]) == (4, "0002")
    assert error["reasons"] == ["工号与第3行重复。"]
    with in_union(demo):
        assert not Person.objects.exists()


def test_a_roster_applied_twice_changes_nothing_the_second_time(answer, demo, roster):
    assert answer("import", "roster", roster, "--union", "demo", "--apply")["new"] == 2
    again = answer("import", "roster", roster, "--union", "demo", "--apply")
    assert (again["new"], again["unchanged"], again["error"]) == (0, 2, 1)
    with in_union(demo):
        assert Person.objects.count() == 2


def test_bad_rows_are_told_in_words_and_the_preview_has_done_its_work(command, demo, roster):
    status, out, err = command("import", "roster", roster, "--union", "demo")
    assert (status, err) == (0, "")
    assert "第 4 行 0002：工号与第3行重复。" in out
    assert "什么都没有写入" in out


@pytest.mark.parametrize("content", [b"\x00\x01\x02", b"%PDF-1.7 not a roster", b"", b"a,b\n1,2\n"])
def test_a_file_that_is_no_roster_ends_with_a_sentence(command, demo, tmp_path, content):
    path = tmp_path / "roster.xlsx"
    path.write_bytes(content)
    status, out, err = command("import", "roster", path, "--union", "demo")
    assert (status, out) == (1, "")
    assert err.endswith("\n")
    assert "Traceback" not in err


def test_a_missing_file_is_named(command, demo):
    status, _out, err = command("import", "roster", "nowhere.xlsx", "--union", "demo")
    assert (status, err) == (1, "没有这个文件：nowhere.xlsx\n")


def test_figures_come_with_the_rows_behind_them(answer, demo, roster):
    answer("import", "roster", roster, "--union", "demo", "--apply")
    with in_union(demo):
        Person.objects.update(joined_on="2020-01-01")
        ids = {str(pk) for pk in Person.objects.values_list("pk", flat=True)}
    [staff] = answer("figures", "people.staff", "--union", "demo", "--from", "2023-01-01", "--to", "2023-12-31")
    assert (staff["key"], staff["label"], staff["value"], staff["unit"], set(staff["rows"])) == (
        "people.staff",
        "职工人数",
        2,
        "人",
        ids,
    )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("no.such", "--from", "2023-01-01", "--to", "2023-12-31"), "没有名为“no.such”的数据"),
        (("--from", "2023-02-01", "--to", "2023-01-01"), "早于第一天"),
    ],
)
def test_figures_asked_wrongly_are_refused(command, demo, arguments, sentence):
    status, out, err = command("figures", "--union", "demo", *arguments)
    assert (status, out) == (1, "")
    assert sentence in err


def test_a_report_is_written_as_word(answer, demo, tmp_path):
    out = tmp_path / "report.docx"
    told = answer("report", "--union", "demo", "--period", "2023H1", "--outline", "half-year", "--out", out)
    assert (told["first"], told["last"], told["out"]) == ("2023-01-01", "2023-06-30", str(out))
    assert out.read_bytes()[:2] == b"PK"


@pytest.mark.parametrize(
    ("period", "out", "sentence"),
    [("2023Q5", "report.docx", "不是期间"), ("2023", "report.pdf", ".docx"), ("2023", "nowhere/report.docx", ".docx")],
)
def test_a_report_asked_wrongly_leaves_no_file(command, demo, tmp_path, period, out, sentence):
    status, _out, err = command(
        "report", "--union", "demo", "--period", period, "--outline", "personal", "--out", tmp_path / out
    )
    assert status == 1
    assert sentence in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.django_db(transaction=True)
def test_a_touched_trail_is_told_with_its_first_record(command, settings, tmp_path):
    settings.UNIONHALL_DATA = tmp_path
    command("union", "create", "--code", "demo", "--name", "示范医院工会")
    with in_union(Union.objects.get()):
        assert command("audit", "verify")[0] == 0
        event = Event.objects.order_by("at", "id").first()
        Event.objects.filter(pk=event.pk).update(reason="没有人会发现")
    status, out, err = command("audit", "verify")
    assert (status, out) == (1, "")
    assert err == f"示范医院工会：记录 {event.pk} 被改动（审计块 #1）。\n"


@pytest.mark.django_db(transaction=True)
def test_what_a_command_did_is_sealed_when_it_ends(command, settings, tmp_path, roster):
    settings.UNIONHALL_DATA = tmp_path
    command("union", "create", "--code", "demo", "--name", "示范医院工会")
    command("import", "roster", roster, "--union", "demo", "--apply")
    with in_union(Union.objects.get()):
        assert Event.objects.filter(verb="people.import.new").count() == 2
        assert not Event.objects.filter(block=None).exists()
        [gone, _kept] = Event.objects.filter(verb="people.import.new").order_by("at", "id")
        Event.objects.filter(pk=gone.pk).delete()
    status, _out, err = command("audit", "verify")
    assert (status, err) == (1, f"示范医院工会：记录 {gone.pk} 缺失（审计块 #2）。\n")


def test_english_is_spoken_when_asked(command, demo):
    assert (
        command("--lang", "en", "audit", "verify", "--union", "nowhere")[2]
        == "There is no union with the code “nowhere”.\n"
    )


def test_the_system_user_stands_behind_what_commands_do(answer, demo, roster):
    answer("import", "roster", roster, "--union", "demo", "--apply")
    with in_union(demo):
        assert set(Event.objects.values_list("by__is_system", flat=True)) == {True}
        assert User.in_union.filter(is_system=True).count() == 1
