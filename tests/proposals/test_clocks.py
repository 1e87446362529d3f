"""Departments are told before a day, committee and leader after it, once for each stage and on working days."""

from datetime import date, timedelta

import pytest

from tests.proposals.conftest import CLOSES
from unionhall.kernel import clock
from unionhall.notices.models import Notice
from unionhall.proposals import reminders, services

DUE = date(2023, 5, 23)


def told(key: str) -> list[str]:
    """Who was told, of the people of this house of tests."""
    names = Notice.objects.filter(key=f"proposals.{key}").values_list("user__name", flat=True)
    return sorted(name for name in names if "·" not in name)


def on(day: date) -> int:
    """What the ticker does on a day, however often it comes."""
    with clock.pinned(day):
        return sum(watch() for watch in (reminders.watch_shares, reminders.watch_promises, reminders.watch_calls) * 2)


@pytest.fixture
def accepted(users, assigned):
    share = assigned()
    with clock.pinned(date(2023, 3, 27)):
        services.accept(share, by=users["handler"])
        services.give_opinion(share.proposal.assignments.get(part="support"), by=users["supporter"], opinion="同意")
    return share


def test_a_reply_falls_due(accepted):
    first = DUE - timedelta(days=10)
    stages = {first + timedelta(days=n): on(first + timedelta(days=n)) for n in range(26)}
    assert [day for day, count in stages.items() if count] == [
        date(2023, 5, 16),  # seven days before
        date(2023, 5, 22),  # what fell on a weekend is told with the next
        DUE,
        date(2023, 5, 24),
        date(2023, 5, 30),
        date(2023, 6, 6),
    ]
    assert told("due") == ["chief"] * 3 + ["handler"] * 3
    assert told("overdue") == ["chief"] * 3 + ["committee"] * 3 + ["handler"] * 3 + ["leader"] * 3


def test_nobody_is_told_on_a_day_off(accepted):
    assert on(date(2023, 5, 20)) == 0
    assert on(date(2023, 5, 21)) == 0


def test_who_does_not_take_on_or_opine_is_told_too(assigned):
    assigned()
    assert on(date(2023, 4, 6)) == 2  # both shares wait since the 4th to be taken on
    assert told("overdue") == ["chief", "committee", "committee", "handler", "leader", "leader", "supporter"]
    assert on(date(2023, 4, 24)) == 3  # still, and the opinion is due
    assert on(date(2023, 4, 25)) == 1


def test_an_extended_day_starts_anew(users, accepted):
    on(date(2023, 5, 16))
    with clock.pinned(date(2023, 5, 17)):
        asked = services.ask_extension(accepted, by=users["handler"], until=date(2023, 6, 30), reason="论证")
        services.grant_extension(asked, by=users["committee"])
    assert on(date(2023, 5, 24)) == 0
    assert on(date(2023, 6, 26)) == 1


def test_a_promise_is_watched(users, answered):
    proposal = answered(reply_class="B", promised_on=date(2023, 9, 28))
    with clock.pinned(date(2023, 5, 8)):
        services.track(proposal, by=users["committee"])
    assert on(date(2023, 9, 21)) == 1
    assert on(date(2023, 10, 9)) == 1
    assert told("overdue") == ["chief", "committee", "handler", "leader"]


def test_the_committee_looks_every_quarter_at_what_is_not_over(users, accepted):
    def looks(day: date) -> int:
        with clock.pinned(day):
            return reminders.check_each_quarter() + reminders.check_each_quarter()

    assert looks(date(2023, 4, 1)) == 0  # a Saturday
    assert [looks(day) for day in (date(2023, 4, 3), date(2023, 4, 4), date(2023, 7, 3))] == [1, 0, 1]
    assert told("check") == ["committee", "committee"]
    assert "还有1件没有办结，其中1件逾期" in Notice.objects.filter(key="proposals.check").latest("id").body


def test_movers_hear_before_the_call_closes(draft, submitted):
    submitted()
    draft("other")
    assert on(CLOSES - timedelta(days=8)) == 0
    assert on(CLOSES - timedelta(days=3)) == 1
    assert told("closing") == ["other"]
