"""The promises when two act at the same moment: no cap passed, no event paid twice, no stock below zero. With twins."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import connection
from django.db.models import F

from tests.care.visits_world import pair, share_of, spring
from tests.kit.world import Persona
from unionhall.accounts.tenancy import in_union
from unionhall.care.kinds.words import Occasion
from unionhall.care.models import Claim, LifeEvent, Package, Tally, Visit
from unionhall.care.selectors.judging import Past
from unionhall.care.services import claims, events, gifts, issues, visits
from unionhall.care.services.visits import Call, Given
from unionhall.flows import Blocked, Refusal
from unionhall.kernel import clock

DAY = date(2023, 3, 6)
THREADS = 4

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(union, *acts):
    """Run every act in a thread of its own, all starting together; an answer is what it returned or its refusal."""
    gate = Barrier(len(acts))

    def work(act):
        try:
            with in_union(union), clock.pinned(DAY):
                gate.wait()
                return act()
        except Blocked as refusal:
            return str(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(work, acts))


def stays(ready, clerk, count: int) -> list[LifeEvent]:
    member = ready.home.people[Persona.MEMBER]
    return [
        events.tell(by=clerk, person=member, kind=Occasion.HOSPITAL, happened_on=date(2023, 1, 2 + 8 * n), words="住院")
        for n in range(count)
    ]


def visit_for(ready, clerk, event: LifeEvent, cash: str = "500") -> Visit:
    call = Call(event.person, Occasion.HOSPITAL, DAY, event=event, given=Given(Decimal(cash)))
    return visits.record(call, by=clerk, visitors=pair(ready))


def test_visits_at_once_cannot_exceed_the_years_bound(union, ready, clerk):
    """The table allows two hospital stays a year; four visits for four stays arrive together."""
    acts = [lambda event=event: visit_for(ready, clerk, event) for event in stays(ready, clerk, THREADS)]
    answers = at_once(union, *acts)
    assert sum(isinstance(answer, Visit) for answer in answers) == 2
    assert all("每年不超过2次" in answer for answer in answers if isinstance(answer, str))
    assert Tally.objects.values_list("spent", "times").get() == (1000, 2)
    assert Visit.objects.count() == Claim.objects.count() == 2


def test_one_event_is_paid_once_however_many_pay_at_once(union, ready, clerk):
    [event] = stays(ready, clerk, 1)
    answers = at_once(union, *[lambda: visit_for(ready, clerk, event)] * THREADS)
    assert sum(isinstance(answer, Visit) for answer in answers) == 1
    assert all("CARE-13" in answer for answer in answers if isinstance(answer, str))
    assert Tally.objects.get().spent == 500


def test_without_the_guarded_update_the_years_bound_is_passed(union, ready, clerk):
    """The twin: look at the tally first, then write, with all having looked before the first writes."""
    looked = Barrier(THREADS)
    stay = stays(ready, clerk, THREADS)
    Tally.objects.create(person=stay[0].person, year=2023, occasion=Occasion.HOSPITAL)

    def look_then_write(event):
        wish = claims.Wish(event.person, Occasion.HOSPITAL, event.happened_on, "union", cash=Decimal(500), event=event)
        reason = claims.problem(wish)
        looked.wait()
        if reason:
            raise Blocked(reason)
        Tally.objects.update(spent=F("spent") + 50000, times=F("times") + 1)
        return "paid"

    answers = at_once(union, *[lambda event=event: look_then_write(event) for event in stay])
    assert answers.count("paid") == THREADS and Tally.objects.get().times > 2


def test_without_the_unique_claim_one_event_is_paid_by_everybody(union, ready, clerk):
    """The twin: whether the event was paid is only looked up."""
    looked = Barrier(THREADS)
    [event] = stays(ready, clerk, 1)
    wish = claims.Wish(event.person, Occasion.HOSPITAL, event.happened_on, "union", cash=Decimal(500), event=event)

    def look_then_pay():
        paid = wish.key in Past([wish]).claims
        looked.wait()
        return "not again" if paid else "paid"

    assert at_once(union, *[look_then_pay] * THREADS).count("paid") == THREADS


def test_stock_is_never_below_zero_when_many_choose_at_once(union, ready, clerk):
    issue, package = spring(clerk, opened=False)
    issue.packages.create(name="米面油", price=Decimal(200), stock=50)
    people = [ready.home.people[one] for one in (Persona.MEMBER, Persona.GROUP_LEADER, Persona.AUDITOR, Persona.CLERK)]
    Package.objects.filter(pk=package.pk).update(stock=2)
    issues.open_(issue, by=clerk)
    shares = [share_of(issue, person) for person in people]
    users = [person.user for person in people]

    def choose(at):
        gifts.choose(shares[at], by=users[at], package=package)
        return "chosen"

    answers = at_once(union, *[lambda at=at: choose(at) for at in range(THREADS)])
    package.refresh_from_db()
    assert (answers.count("chosen"), package.taken, package.left) == (2, 2, 0)


def test_a_gift_is_signed_for_once_at_two_counters(union, ready, clerk):
    issue, package = spring(clerk)
    member = ready.home.people[Persona.MEMBER]

    def hand_out():
        try:
            gifts.hand_out(share_of(issue, member), by=clerk)
        except Refusal as refusal:
            return str(refusal)
        return "signed"

    answers = at_once(union, hand_out, hand_out)
    package.refresh_from_db()
    assert answers.count("signed") == 1 and package.taken == 1
    assert Tally.objects.get(occasion=Occasion.FESTIVAL).spent == 300


def test_without_the_guarded_update_stock_is_oversold(union, ready, clerk):
    """The twin: look what is left, then count up."""
    _issue, package = spring(clerk)
    Package.objects.filter(pk=package.pk).update(stock=2)
    looked = Barrier(THREADS)

    def look_then_take():
        left = Package.objects.get(pk=package.pk).left
        looked.wait()
        return "taken" if left else "none"

    assert at_once(union, *[look_then_take] * THREADS).count("taken") > 2
