import io
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from unionhall.accounts.models import User
from unionhall.audit.models import Event, Kind
from unionhall.rulebook import registry, services
from unionhall.rulebook.models import RuleEntry

GIVEN = {
    "text": "75%",
    "valid_from": "2023-05-01",
    "source": "职代会决议",
    "article": "",
    "checked": "S",
    "reason": "代表讨论通过",
}


@pytest.fixture
def office(system):
    client = Client()
    client.force_login(system)
    return client


def page(client, name, *args):
    return client.get(reverse(f"rulebook.{name}", args=args)).content.decode()


def test_the_list_shows_every_rule_with_source_and_mark(union, office):
    shown = page(office, "list")
    for rule in registry.all_rules():
        assert reverse("rulebook.detail", args=[rule.key]) in shown
    assert "职工代表大会" in shown
    assert "浙江省企业民主管理条例（2010）第十五条" in shown


def test_the_unverified_are_shown_alone_when_asked_for(union, office):
    shown = office.get(reverse("rulebook.list"), {"unverified": 1}).content.decode()
    assert shown.count('data-label="参数"') == sum(rule.checked == "unverified" for rule in registry.all_rules())
    assert "拨缴经费基层留成比例" in shown


def test_the_list_costs_the_same_for_one_and_three_decisions(union, system, office, django_assert_num_queries):
    for number, key in enumerate(["congress.quorum", "congress.majority", "people.candidate_margin"], 1):
        services.amend(key, by=system, text="60%", valid_from=date(2023, 5, number), source="x", reason="x")
        if number != 2:
            with django_assert_num_queries(4):
                office.get(reverse("rulebook.list"))


def test_the_office_sets_a_value_and_sees_its_history(union, office):
    answer = office.post(reverse("rulebook.amend", args=["congress.quorum"]), GIVEN, follow=True)
    shown = answer.content.decode()
    assert "已记下新的取值。" in shown
    for words in ("75%", "2023年5月1日", "代表讨论通过", "2/3", "系统默认"):
        assert words in shown


@pytest.mark.parametrize(
    ("changes", "status", "reason"),
    [
        ({"reason": ""}, 422, "修改理由"),
        ({"source": ""}, 422, "依据"),
        ({"valid_from": "someday"}, 422, "生效日期"),
        ({"text": "三分之二"}, 409, "不是比例"),
    ],
)
def test_bad_input_is_refused_with_its_reason_and_saves_nothing(union, office, changes, status, reason):
    answer = office.post(reverse("rulebook.amend", args=["congress.quorum"]), GIVEN | changes)
    assert answer.status_code == status
    assert reason in answer.content.decode()
    assert not RuleEntry.objects.exists()


def test_a_day_that_would_rewrite_the_past_is_refused_on_the_form(union, office):
    where = reverse("rulebook.amend", args=["congress.quorum"])
    office.post(where, GIVEN)
    answer = office.post(where, GIVEN | {"text": "80%"})
    assert answer.status_code == 409
    assert "过去的取值不改写" in answer.content.decode()
    assert 'value="80%"' in answer.content.decode()


def test_a_choice_is_chosen_from_its_words(union, office):
    assert "半数以上（含半数）" in page(office, "amend", "congress.majority_strictness")
    answer = office.post(reverse("rulebook.amend", args=["people.term_years"]), GIVEN | {"text": "4"})
    assert answer.status_code == 422


def test_the_rulebook_leaves_as_a_workbook_and_that_is_recorded(union, office):
    answer = office.post(reverse("rulebook.export"))
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert len(rows) == len(registry.all_rules()) + 1
    assert Event.objects.get(kind=Kind.EXPORT).after["rows"] == len(rows) - 1


def test_an_unknown_rule_is_not_found(union, office):
    for name in ("detail", "amend"):
        assert office.get(reverse(f"rulebook.{name}", args=["no.such"])).status_code == 404


def test_strangers_find_no_rulebook(union):
    client = Client()
    client.force_login(User.objects.create_user(union, "1001", "许安"))
    for name, args in (("list", []), ("detail", ["congress.quorum"]), ("amend", ["congress.quorum"])):
        assert client.get(reverse(f"rulebook.{name}", args=args)).status_code == 404
    assert client.post(reverse("rulebook.export")).status_code == 404
    assert Client().get(reverse("rulebook.list")).status_code == 302
