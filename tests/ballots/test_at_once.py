"""The promise: one vote each, from however many phones at once, and every vote either refused or counted."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection

from tests.ballots.conftest import fresh, say
from unionhall.accounts.tenancy import in_union
from unionhall.ballots import services
from unionhall.ballots.kinds import Way
from unionhall.ballots.models import NamedVote, Paper, Turnout
from unionhall.flows import Refusal

PHONES = 4


def at_once(union, acts):
    """Run every act in a thread and connection of its own, all starting together; what each gave, or its refusal."""
    gate = Barrier(len(acts))

    def work(act):
        gate.wait()
        try:
            with in_union(union):
                return act()
        except Refusal as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(work, acts))


def from_phones(union, poll, voter, *labels, key=None):
    choices = say(poll, *labels)
    acts = [lambda: services.cast(poll, by=voter, choices=choices, tap=key or str(uuid4())) for _phone in range(PHONES)]
    return at_once(union, acts)


@contextmanager
def unprotected():
    """Named votes without the constraint that there is one for each voter."""
    constraints = NamedVote._meta.constraints
    once = next(one for one in constraints if one.name == "named_vote_once")
    constraints.remove(once)
    with connection.schema_editor() as editor:
        editor.remove_constraint(NamedVote, once)
    try:
        yield
    finally:
        constraints.append(once)
        with connection.schema_editor() as editor:
            editor.add_constraint(NamedVote, once)


@pytest.mark.django_db(transaction=True)
def test_four_phones_at_once_count_once(union, motion, voters):
    answers = from_phones(union, motion, voters[0], "赞成")
    assert (answers.count(None), NamedVote.objects.count()) == (1, 1)
    assert {str(refusal)[:3] for refusal in answers if refusal} == {"您在“"}


@pytest.mark.django_db(transaction=True)
def test_one_tap_sent_four_times_at_once_is_one_vote_and_no_refusal(union, motion, voters):
    assert from_phones(union, motion, voters[0], "赞成", key="one") == [None] * PHONES
    assert NamedVote.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_four_phones_at_once_leave_one_secret_paper(union, appraisal, voters):
    answers = from_phones(union, appraisal, voters[0], "满意", "满意")
    assert (answers.count(None), Turnout.objects.count(), Paper.objects.count()) == (1, 1, 2)


@pytest.mark.django_db(transaction=True)
def test_without_the_constraint_four_phones_count_four_times(union, motion, voters):
    """The twin: it is the database that keeps a voter to one vote, not a look before the leap."""
    with unprotected():
        from_phones(union, motion, voters[0], "赞成")
        assert NamedVote.objects.count() == PHONES
        NamedVote.objects.all().delete()


@pytest.mark.django_db(transaction=True)
def test_a_vote_that_meets_the_closing_is_refused_or_counted(union, make_poll, make_users, clerk):
    crowd = make_users(8)
    poll = make_poll(way=Way.NAMED, users=crowd)
    choices = say(poll, "赞成")
    casts = [lambda voter=voter: services.cast(poll, by=voter, choices=choices) for voter in crowd]
    answers = at_once(union, [*casts[:4], lambda: services.close(fresh(poll), by=clerk), *casts[4:]])
    kept = NamedVote.objects.filter(poll=poll).count()
    assert fresh(poll).result.collected == kept == answers.count(None) - 1
