"""What holds when two act at once or a process is killed, and what would happen without it."""

import os
import signal
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import connection

from tests.funds.conftest import TODAY
from tests.funds.money_world import allotted
from unionhall.accounts.tenancy import in_union
from unionhall.flows import Refusal
from unionhall.funds import subjects
from unionhall.funds.flow.request import FLOW, State
from unionhall.funds.kinds.ledger import Way
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.models import Allotment, Payment, RequestPayee, SpendingRequest, Voucher
from unionhall.funds.plain import Evidence, Payee
from unionhall.funds.services import batches, payments, spending
from unionhall.kernel import clock
from unionhall.people.models import Person

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(union, *works):
    """Each work in a thread with its own connection, let go together; how many were not refused."""
    gate = Barrier(len(works))

    def run(work):
        gate.wait()
        try:
            with in_union(union), clock.pinned(TODAY), suppress(Refusal):
                work(gate)
                return True
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return sum(bool(done) for done in pool.map(run, works))


def test_two_who_pay_the_same_request_at_once_pay_it_once(union, money):
    key = money.approved().pk

    def pay(_gate):
        payments.pay(SpendingRequest.objects.get(pk=key), by=money.cashier)

    assert at_once(union, pay, pay, pay) == 1
    assert Payment.objects.count() == 1


def test_without_the_guarded_update_both_would_have_paid(union, money):
    """The twin: both look, then both pay."""
    key, paid = money.approved().pk, []

    def look_then_pay(gate):
        request = SpendingRequest.objects.get(pk=key)
        FLOW.check(request, "pay", by=money.cashier)
        gate.wait()
        paid.append(request.amount)
        SpendingRequest.objects.filter(pk=key).update(state=State.PAID)

    assert at_once(union, look_then_pay, look_then_pay) == 2
    assert sum(paid) == 2 * Decimal(1000)


def test_approvals_at_once_never_reserve_more_than_the_budget(union, money):
    keys = [money.ask(500_000, purpose=Purpose.WARMTH).pk for _n in range(6)]  # 30,000 yuan asked, 20,000 budgeted

    def approve(key):
        return lambda _gate: spending.approve(SpendingRequest.objects.get(pk=key), by=money.chair)

    assert at_once(union, *map(approve, keys)) == 4
    assert allotted("50405").reserved == Decimal(20_000)


def test_without_the_guard_a_budget_would_be_reserved_twice(union, money):
    """The twin: read what is left, then write the sum back."""
    Allotment.objects.filter(account__code="50405").update(limit=Decimal(1000))
    granted = []

    def look_then_reserve(gate):
        allotment = allotted("50405")
        gate.wait()
        if allotment.left >= 1000:
            granted.append(1000)
            Allotment.objects.filter(pk=allotment.pk).update(reserved=allotment.reserved + 1000)

    at_once(union, look_then_reserve, look_then_reserve)
    assert sum(granted) == 2000 > allotted("50405").limit


SIGNED = [Evidence(PieceKind.SIGN_OFF, "签领表")]


class Hang:
    """What a subject does in the middle of the nth payment or voucher: say so and never come back."""

    def __init__(self, turn, pipe):
        self.left, self.pipe = turn, pipe

    def __call__(self):
        self.left -= 1
        if not self.left:
            os.write(self.pipe, b"x")
            signal.pause()


def killed_in_the_middle(union, turn, work):
    """Run `work` in a process of its own that is killed within its nth transaction."""
    heard, pipe = os.pipe()
    connection.close()
    child = os.fork()
    if not child:
        hang = Hang(turn, pipe)
        subjects.take(
            Person,
            rows=lambda user: Person.objects.all(),
            url=lambda obj, user: "/",
            evidence=lambda obj: hang() or SIGNED,
            paid=lambda request, by: hang(),
        )
        with suppress(BaseException):
            work()
        os._exit(1)
    assert os.read(heard, 1) == b"x"
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(heard), os.close(pipe)


@pytest.fixture
def batch(money, monkeypatch):
    """Twelve approved requests, each for somebody, with a record of its own that signs for it."""
    monkeypatch.setattr(subjects, "_subjects", dict(subjects.taken()))
    subjects.take(
        Person, rows=lambda user: Person.objects.all(), url=lambda obj, user: "/", evidence=lambda obj: SIGNED
    )
    people = Person.objects.members(TODAY).exclude(user=money.chair).exclude(user=money.clerk)[:12]
    facts = {"purpose": Purpose.CULTURE, "title": "比赛奖励"}
    return [money.approved(subject=one, payees=[Payee(person=one, cash=1000)], **facts).pk for one in people]


def test_a_batch_killed_midway_leaves_all_or_nothing_of_each_and_a_rerun_completes(union, money, batch):
    def pay():
        return batches.pay_all(batch, by=money.cashier, way=Way.TRANSFER, paid_on=TODAY)

    def book():
        return batches.book_all(batch, by=money.accountant)

    killed_in_the_middle(union, 5, pay)
    assert SpendingRequest.objects.filter(state=State.PAID).count() == Payment.objects.count() == 4
    assert pay().done == len(batch) - 4
    assert Payment.objects.count() == RequestPayee.objects.count() == len(batch)

    killed_in_the_middle(union, 15, book)  # the pack is looked at three times for each, last when its state is written
    booked = SpendingRequest.objects.filter(state=State.BOOKED)
    assert 4 == booked.count() == Voucher.objects.filter(is_sealed=True).count() == Voucher.objects.count()
    assert not booked.filter(voucher=None).exists()
    book()
    assert (booked.count(), Voucher.objects.count(), book().done) == (len(batch), len(batch), 0)
    assert not Voucher.objects.exclude(total=Decimal(10)).exists()


def test_without_one_transaction_a_killed_payment_would_be_half_made(union, money, batch):
    """The twin: the state is written first and the payment after it, each for itself."""

    def pay_in_steps():
        request = SpendingRequest.objects.get(pk=batch[0])
        FLOW.fire(request, "pay", by=money.cashier)
        subjects.get(request.subject_type).paid(request, money.cashier)
        Payment.objects.create(request=request, way=Way.CASH, paid_on=TODAY, amount=request.amount, by=money.cashier)

    killed_in_the_middle(union, 1, pay_in_steps)
    assert SpendingRequest.objects.filter(state=State.PAID).count() == 1
    assert not Payment.objects.exists()
