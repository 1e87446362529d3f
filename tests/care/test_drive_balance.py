"""Σ entries = paid + balance, at every instant of any history (DON-08); and what happens when the guard is off."""

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction
from django.db.models import Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.kit.world import Persona
from unionhall.care.flow.drive import PayState
from unionhall.care.kinds.drive import Goal, Way
from unionhall.care.models import Drive, DrivePayment, Gift, Goods
from unionhall.care.services import drives
from unionhall.flows import Refusal
from unionhall.funds.models import Fund, SpendingRequest
from unionhall.funds.services import returns
from unionhall.kernel import clock

FEN = st.integers(min_value=-100, max_value=3_000_000)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("receive"), FEN),
        st.tuples(st.just("reverse"), st.integers(0, 30)),
        st.tuples(st.just("ask"), FEN),
        st.tuples(st.just("pay"), st.integers(0, 10)),
        st.tuples(st.just("drop"), st.integers(0, 10)),
        st.tuples(st.just("take back"), st.integers(0, 10)),
        st.tuples(st.just("goods"), FEN),
        st.tuples(st.just("hand"), st.just(0)),
        st.tuples(st.just("close"), st.just(0)),
        st.tuples(st.just("settle"), st.just(0)),
    ),
    max_size=50,
)


def act(drive: Drive, world, step: str, number: int, pay_out) -> None:
    """One step of a history, by whoever may take it; refusals are part of life."""
    drive.refresh_from_db()
    clerk, accountant = world.user(Persona.CLERK), world.user(Persona.ACCOUNTANT)
    yuan = Decimal(number) / 100
    if step == "receive":
        drives.receive(drive, by=clerk, amount=yuan, given_on=clock.today(), way=Way.TRANSFER, is_unmatched=True)
    elif step == "reverse" and (gifts := list(drive.gifts.all())):
        drives.reverse(drive, by=accountant, gift=gifts[number % len(gifts)], reason="登记有误")
    elif step == "ask":
        drives.ask_payment(drive, by=clerk, amount=yuan, goal=Goal.AID)
    elif step in ("pay", "drop") and (payments := list(drive.payments.all())):
        payment = payments[number % len(payments)]
        if step == "drop":
            drives.drop(payment, by=clerk, reason="撤回")
        elif payment.state == PayState.ASKED:
            pay_out(payment, drives.sign)
    elif step == "take back" and (requests := list(SpendingRequest.objects.all())):
        returns.take_back(requests[number % len(requests)], by=accountant, reason="退回")
    elif step == "goods":
        drives.receive_goods(drive, by=clerk, name="衣物", pieces=1, worth=yuan, given_on=clock.today())
    elif step == "hand":
        second = world.home.people[Persona.CASHIER]
        drives.hand_goods(drive, by=clerk, handed_on=clock.today(), witness=second, signed_by="本人")
    elif step == "close":
        drives.close(drive, by=clerk)
    elif step == "settle":
        drives.settle(drive, by=clerk)


def reconciles(drive: Drive) -> bool:
    """Whether what came in is what was paid and what is left, to the fen, and nothing is below zero."""
    drive.refresh_from_db()
    came = Gift.objects.filter(drive=drive).aggregate(sum=Sum("amount"))["sum"] or 0
    paid = DrivePayment.objects.filter(drive=drive).paid().aggregate(sum=Sum("amount"))["sum"] or 0
    return came == paid + drive.balance and drive.balance >= 0


@settings(max_examples=60, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_what_came_in_is_what_was_paid_and_what_is_left_after_every_step(steps, open_drive, world, pay_out):
    with clock.pinned(date(2023, 2, 20)), transaction.atomic():
        for step, number in steps:
            with suppress(Refusal):
                act(open_drive, world, step, number, pay_out)
            assert reconciles(open_drive), (step, number)
            purse = Fund.objects.about(open_drive).get()
            assert purse.money == open_drive.balance, (step, number)
            assert purse.goods == sum(one.worth for one in Goods.objects.filter(handed_on=None)), (step, number)
        transaction.set_rollback(True)


def test_without_the_guarded_update_more_is_paid_than_there_is(open_drive, world, monkeypatch):
    """The twin: where the balance is read and then written, two payments of the same money both go through."""
    from unionhall.care.services.drives import paying

    def unguarded(drive, amount):
        left = drive.balance - amount  # as it was read before
        Drive.objects.filter(pk=drive.pk).update(balance=left)

    with clock.pinned(date(2023, 2, 20)):
        drives.receive(
            open_drive,
            by=world.user(Persona.CLERK),
            amount=Decimal(100),
            given_on=clock.today(),
            way=Way.TRANSFER,
            is_unmatched=True,
        )
        payments = [
            DrivePayment.objects.create(drive=open_drive, amount=Decimal(80), asked_on=clock.today()) for _ in range(2)
        ]
        with pytest.raises(Refusal, match="专款专用，不能超支"):
            for payment in payments:
                drives.pay(payment, by=world.user(Persona.CASHIER))
        assert reconciles(open_drive)
        monkeypatch.setattr(paying, "take", unguarded)
        again = DrivePayment.objects.get(pk=payments[1].pk)
        again.drive.balance = Decimal(100)
        drives.pay(again, by=world.user(Persona.CASHIER))
        assert not reconciles(open_drive)
