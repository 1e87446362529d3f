"""Random histories of the book: what an accountant, a careless programmer and the calendar do to it in fifty steps."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, ClassVar

from django.db import IntegrityError, transaction
from django.db.models import F, Sum
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from unionhall.flows import Refusal
from unionhall.funds.flow.book import PeriodState, VoucherState
from unionhall.funds.kinds.ledger import FundKind, Way
from unionhall.funds.models import Account, Entry, Fund, Period, Voucher
from unionhall.funds.rules.entries import Line
from unionhall.funds.services import chart, income, periods, purses, vouchers
from unionhall.kernel import clock

FEN = st.integers(1, 3000)
WHICH = st.integers(0, 2)
ANY = st.integers(0, 99)
START = date(2023, 1, 31)


class Book(RuleBasedStateMachine):
    """A book with the union's own purse and two restricted ones; each history is undone at its end."""

    world: ClassVar[Any]

    def __init__(self) -> None:
        super().__init__()
        self.undo = transaction.atomic()
        self.undo.__enter__()
        self.accountant, self.clerk, self.chair = (
            self.world.home.users[key] for key in ("accountant", "clerk", "chair")
        )
        self.today, self.closed = START, {}
        with clock.pinned(START):
            kinds = (FundKind.DRIVE, FundKind.UPPER)
            given = [purses.open(title=kind, kind=kind, by=self.clerk, remainder_rule="退还") for kind in kinds]
            self.funds = [purses.general(), *given]

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.undo.__exit__(None, None, None)

    @contextmanager
    def trying(self) -> Iterator[None]:
        """One step on today's day; refusals are part of life, and leave nothing behind."""
        try:
            with clock.pinned(self.today), transaction.atomic():
                yield
        except (Refusal, IntegrityError):
            pass

    @rule(days=st.integers(1, 40))
    def time_passes(self, days: int) -> None:
        self.today += timedelta(days=days)

    @invariant()
    def every_voucher_and_every_purse_in_it_adds_up(self) -> None:
        sums = Entry.objects.order_by().values("voucher", "fund").annotate(sum=Sum("amount"))
        assert not sums.exclude(sum=0).exists()

    @invariant()
    def every_balance_equals_its_entries(self) -> None:
        for fund in Fund.objects.all():
            assert fund.balance() == fund.entries.of("101", "102", "141").fen()

    @invariant()
    def no_restricted_purse_is_below_zero(self) -> None:
        for fund in Fund.objects.restricted():
            assert min(fund.money, fund.goods, fund.held, fund.money - fund.held) >= 0

    @invariant()
    def no_closed_period_changes(self) -> None:
        for period in Period.objects.filter(state=PeriodState.CLOSED):
            assert self.closed.setdefault(period.pk, _written_in(period)) == _written_in(period)
        assert set(self.closed) <= set(Period.objects.filter(state=PeriodState.CLOSED).values_list("pk", flat=True))


class Verbs(Book):
    """Everything the pages can call, with amounts that often do not fit."""

    @rule(which=WHICH, fen=FEN, way=st.sampled_from(list(Way)), back=st.integers(0, 60))
    def receive(self, which: int, fen: int, way: str, back: int) -> None:
        with self.trying():
            day = self.today - timedelta(days=back)
            income.receive(None, by=self.clerk, fund=self.funds[which], fen=fen, way=way, on=day, text="收款")

    @rule(which=WHICH, fen=FEN, slip=st.sampled_from([0, 0, 0, 1]), back=st.integers(0, 60))
    def pay(self, which: int, fen: int, slip: int, back: int) -> None:
        with self.trying():
            fund, day = self.funds[which], self.today - timedelta(days=back)
            lines = [Line("510", debit=fen, fund=fund), Line("102", credit=fen + slip, fund=fund)]
            vouchers.book(by=self.accountant, on=day, text="付款", lines=lines)

    @rule(one=WHICH, other=WHICH, fen=FEN)
    def lend(self, one: int, other: int, fen: int) -> None:
        with self.trying():
            lender, taker = self.funds[one], self.funds[other]
            lines = [Line("102", debit=fen, fund=taker), Line("102", credit=fen, fund=lender)]
            vouchers.book(by=self.accountant, on=self.today, text="挪用", lines=lines)

    @rule(which=WHICH, fen=FEN, back=st.booleans())
    def promise(self, which: int, fen: int, back: bool) -> None:
        with self.trying():
            (purses.release if back else purses.reserve)(self.funds[which], fen)

    @rule(number=ANY)
    def reverse(self, number: int) -> None:
        with self.trying():
            vouchers.reverse(_one_of(Voucher, number), by=self.accountant, on=self.today, reason="错账")

    @rule()
    def review_all(self) -> None:
        with self.trying():
            for voucher in Voucher.objects.filter(state=VoucherState.RECEIVED):
                vouchers.make(voucher, by=self.accountant)
            for voucher in Voucher.objects.filter(state=VoucherState.MADE):
                vouchers.review(voucher, by=self.chair)

    @rule(number=ANY)
    def close(self, number: int) -> None:
        with self.trying():
            periods.close(_one_of(Period, number), by=self.accountant)


class Careless(Book):
    """Statements around the verbs: only the database stands in the way."""

    @precondition(lambda self: not Period.objects.filter(state=PeriodState.CLOSED).exists())
    @rule()
    def close_whatever_is_there(self) -> None:
        with self.trying():
            Period.objects.get_or_create(first_on=START.replace(day=1))
            Period.objects.update(state=PeriodState.CLOSED)

    @rule(which=WHICH, fen=st.integers(-3000, 3000), slip=st.sampled_from([0, 0, 0, 1]), back=st.integers(0, 60))
    def write(self, which: int, fen: int, slip: int, back: int) -> None:
        with self.trying():
            day = self.today - timedelta(days=back)
            period, _made = Period.objects.get_or_create(first_on=day.replace(day=1))
            voucher = Voucher.objects.create(
                period=period,
                kind="transfer",
                serial=Voucher.objects.count() + 1,
                on=day,
                text="x",
                total=Decimal(1),
                made_by=self.accountant,
            )
            chart.furnish()
            for order, (code, amount) in enumerate([("102", fen), ("510", slip - fen)]):
                Entry.objects.create(
                    voucher=voucher,
                    order=order,
                    account=Account.objects.get(code=code),
                    fund=self.funds[which],
                    amount=amount,
                )
            Voucher.objects.filter(pk=voucher.pk).update(is_sealed=True)

    @rule(number=ANY)
    def touch(self, number: int) -> None:
        with self.trying():
            Entry.objects.filter(voucher=_one_of(Voucher, number)).update(amount=F("amount") + 1)


def _one_of(model: Any, number: int) -> Any:
    """One of the rows there are; what happens to none of them is refused like anything else."""
    rows = list(model.objects.order_by("pk"))
    if not rows:
        raise Refusal("nothing there")
    return rows[number % len(rows)]


def _written_in(period: Period) -> list[tuple]:
    entries = Entry.objects.filter(voucher__period=period).order_by("pk")
    return [period.state, *entries.values_list("pk", "voucher", "account", "fund", "amount")]
