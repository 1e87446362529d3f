"""Promises kept when several act at the same moment, on either database; each with its twin, in which they are not."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from typing import Any

import pytest
from django.db import connection, transaction

from tests.proposals.conftest import WRITING
from unionhall.accounts.models import User
from unionhall.accounts.tenancy import in_union
from unionhall.audit.models import Event
from unionhall.flows import Refusal
from unionhall.kernel import clock
from unionhall.notices.models import Notice
from unionhall.proposals import services
from unionhall.proposals.flow import State
from unionhall.proposals.models import Proposal, Rating, Reply, Second

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(union: Any, day: date, *acts: Callable[[], Any]) -> list[str]:
    """Each act in a thread of its own with its own connection, all let go together: `done`, or the refusal's name."""
    gate = Barrier(len(acts))

    def work(act: Callable[[], Any]) -> str:
        try:
            with in_union(union), clock.pinned(day):
                gate.wait()
                act()
                return "done"
        except Refusal as refusal:
            return type(refusal).__name__
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(work, acts))


def fresh(proposal: Proposal) -> Proposal:
    return Proposal.objects.get(pk=proposal.pk)


def who(name: str) -> User:
    return User.objects.get(name=name)


def test_two_seconders_at_once_are_both_counted(union, house, users, draft):
    proposal = draft()
    asked = services.ask_seconds(proposal, by=users["mover"], delegates=[house.seats["first"], house.seats["second"]])
    acts = [
        lambda one=one: services.second(Second.objects.get(pk=one.pk), by=one.delegate.person.user, version=1)
        for one in asked
    ]
    assert at_once(union, WRITING, *acts) == ["done", "done"]
    assert proposal.seconds.standing().count() == 2
    services.submit(fresh(proposal), by=users["mover"])


def test_a_double_tap_seconds_once(union, house, users, draft):
    proposal = draft()
    [asked] = services.ask_seconds(proposal, by=users["mover"], delegates=[house.seats["first"]])
    tap = lambda: services.second(Second.objects.get(pk=asked.pk), by=who("first"), version=1)  # noqa: E731
    assert at_once(union, WRITING, tap, tap) == ["WrongState", "done"]
    assert Event.objects.filter(verb="proposals.seconds.second").count() == 1


def test_a_text_changed_while_it_is_handed_in_never_goes_with_the_old_seconds(union, users, seconded):
    for turn in range(4):
        proposal = seconded(title=f"改善夜班用餐{turn}")
        acts = [
            lambda one=proposal: services.submit(fresh(one), by=who("mover")),
            lambda one=proposal, n=turn: services.amend(fresh(one), by=who("mover"), remedy=f"另一种办法{n}"),
        ]
        assert at_once(union, WRITING, *acts) in (["Blocked", "done"], ["WrongState", "done"])
        stored = fresh(proposal)
        assert stored.state == State.SECONDING or stored.seconds.standing().count() == 2


def test_without_the_lock_a_changed_text_goes_with_the_old_seconds(union, users, seconded):
    """The twin: look, then write, with the change between them."""
    proposal = seconded()
    both_have_looked = Barrier(2)

    def submit() -> None:
        enough = fresh(proposal).seconds.standing().count() >= 2
        both_have_looked.wait()
        both_have_looked.wait()
        if enough:
            Proposal.objects.filter(pk=proposal.pk, state=State.SECONDING).update(
                state=State.SUBMITTED, number="x", submitted_on=WRITING
            )

    def amend() -> None:
        both_have_looked.wait()
        Proposal.objects.filter(pk=proposal.pk, state=State.SECONDING).update(version=2)
        both_have_looked.wait()

    at_once(union, WRITING, submit, amend)
    stored = fresh(proposal)
    assert (stored.state, stored.seconds.standing().count()) == (State.SUBMITTED, 0)


def test_two_replies_drafted_at_once_are_one(union, users, assigned):
    share = assigned()
    day = date(2023, 4, 3)
    with clock.pinned(day):
        services.accept(share, by=users["handler"])
    acts = [
        lambda name=name: services.write_reply(fresh(share.proposal), by=who(name), reply_class="A", text=f"{name}答复")
        for name in ("handler", "chief")
    ]
    assert at_once(union, day, *acts) == ["done", "done"]
    assert Reply.objects.count() == 1


def test_without_the_lock_the_database_still_keeps_one_reply_a_round(union, users, assigned):
    """The twin: both look and find none; the constraint, not the look, is what keeps them one."""
    proposal = assigned().proposal
    both_have_looked = Barrier(2)
    found: list[bool] = []

    def look_then_write() -> None:
        found.append(proposal.replies.exists())
        both_have_looked.wait()
        with transaction.atomic():
            Reply.objects.create(proposal=proposal, round=1, reply_class="A", text="已办", drafted_by=who("handler"))

    with pytest.raises(Exception, match=r"(?i)unique"):
        at_once(union, WRITING, look_then_write, look_then_write)
    assert found == [False, False]


def test_a_reply_sent_twice_at_once_goes_out_once(union, users, signed):
    reply = signed()
    day = date(2023, 4, 4)
    send = lambda: services.answer(Proposal.objects.get(pk=reply.proposal_id), by=who("leader"))  # noqa: E731
    assert at_once(union, day, send, send) == ["WrongState", "done"]
    told = Notice.objects.filter(key="proposals.answered").values_list("user__name", flat=True)
    assert sorted(told) == ["first", "mover", "second"]


def test_a_rating_given_twice_at_once_counts_once(union, users, answered):
    proposal = answered()
    day = date(2023, 4, 5)
    rate = lambda: services.rate(fresh(proposal), by=who("mover"), attitude="fair", result="fair")  # noqa: E731
    assert at_once(union, day, rate, rate) == ["WrongState", "done"]
    assert Rating.objects.count() == 1


def test_numbers_given_out_at_once_are_all_different(union, users, seconded):
    sheets = [seconded(name) for name in ("mover", "other", "head")]
    acts = [
        lambda one=one: services.submit(fresh(one), by=User.objects.get(pk=one.mover.person.user_id)) for one in sheets
    ]
    assert at_once(union, WRITING, *acts) == ["done"] * 3
    assert sorted(Proposal.objects.values_list("number", flat=True)) == ["3-2-HQ-001", "3-2-HQ-002", "3-2-HQ-003"]
