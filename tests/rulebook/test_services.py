from datetime import date
from fractions import Fraction

import pytest

from unionhall.accounts.models import User
from unionhall.accounts.tenancy import OutsideUnion, in_union
from unionhall.audit.models import Event
from unionhall.flows import Blocked, NotAllowed
from unionhall.rulebook import registry, services
from unionhall.rulebook.models import RuleEntry
from unionhall.rulebook.selectors import all_in_force, in_force

MAY, JUNE, JULY = date(2023, 5, 1), date(2023, 6, 1), date(2023, 7, 1)


def amend(system, text="75%", valid_from=MAY, **changes):
    given = {"source": "本会第三届二次职代会决议", "reason": "代表讨论通过"} | changes
    return services.amend("congress.quorum", by=system, text=text, valid_from=valid_from, **given)


def test_without_a_decision_the_default_holds(union):
    assert services.value("congress.quorum") == Fraction(2, 3)
    assert services.value("people.term_years") == 5
    assert services.value("people.committee_seats_1001_5000") == (15, 21)


def test_every_default_of_the_first_list_is_declared_with_source_and_rule():
    rules = registry.all_rules()
    assert len(rules) >= 24
    assert all(rule.source and rule.rule_id for rule in rules)


def test_a_decision_holds_from_its_day_and_not_a_day_earlier(union, system):
    amend(system)
    assert services.value("congress.quorum", on=date(2023, 4, 30)) == Fraction(2, 3)
    assert services.value("congress.quorum", on=MAY) == Fraction(3, 4)


def test_a_second_decision_leaves_the_first_as_it_was(union, system):
    amend(system)
    amend(system, "80%", JULY)
    assert [services.value("congress.quorum", on=day) for day in (MAY, JUNE, JULY)] == [
        Fraction(3, 4),
        Fraction(3, 4),
        Fraction(4, 5),
    ]


@pytest.mark.parametrize("day", [date(2023, 4, 1), MAY])
def test_the_past_is_not_rewritten(union, system, day):
    amend(system)
    with pytest.raises(Blocked, match="2023年5月1日"):
        amend(system, "80%", day)
    assert RuleEntry.objects.count() == 1


@pytest.mark.parametrize("missing", ["reason", "source"])
def test_a_decision_needs_reason_and_source(union, system, missing):
    with pytest.raises(Blocked, match="理由和依据"):
        amend(system, **{missing: "  "})


@pytest.mark.parametrize(
    ("key", "text"),
    [("congress.quorum", "三分之二"), ("people.term_years", "4"), ("congress.majority_strictness", "some")],
)
def test_a_value_not_of_the_kind_is_refused(union, system, key, text):
    with pytest.raises(Blocked):
        services.amend(key, by=system, text=text, valid_from=MAY, source="决议", reason="讨论通过")


def test_only_the_office_decides(union):
    member = User.objects.create_user(union, "1001", "许安")
    with pytest.raises(NotAllowed):
        amend(member)


def test_a_decision_leaves_one_event_with_the_value_before(union, system):
    entry = amend(system)
    event = Event.objects.get()
    assert (event.verb, event.subject_id, event.reason) == ("rulebook.amend", entry.pk, "代表讨论通过")
    assert event.before["text"] == "2/3"
    assert event.after["text"] == "3/4"


def test_the_citation_names_the_clause_in_force(union, system):
    assert services.cite("congress.quorum", on=date(2023, 1, 1)) == "上海市职工代表大会条例（2017）第二十八条"
    amend(system, article="第三项", checked="S")
    assert services.cite("congress.quorum", on=MAY) == "本会第三届二次职代会决议第三项"


def test_an_unverified_value_says_so_where_it_is_cited(union):
    assert services.cite("funds.retained_share") == "全国总工会规定（未核对）"


def test_one_query_reads_the_whole_rulebook(union, system, django_assert_num_queries):
    amend(system)
    amend(system, "80%", JULY)
    with django_assert_num_queries(1):
        values = {ruling.rule.key: ruling.value for ruling in all_in_force(JULY)}
    assert values["congress.quorum"] == Fraction(4, 5)
    assert len(values) == len(registry.all_rules())


def test_a_union_does_not_follow_anothers_decision(union, other_union, system):
    amend(system)
    with in_union(other_union):
        assert in_force("congress.quorum", JUNE).entry is None


def test_outside_a_union_no_rule_can_be_asked(db):
    with pytest.raises(OutsideUnion):
        services.value("congress.quorum")


def test_a_rule_declared_twice_is_an_error():
    with pytest.raises(ValueError, match="declared twice"):
        registry.rule("congress.quorum", label="x", value="1/2", kind="share", source="x")
