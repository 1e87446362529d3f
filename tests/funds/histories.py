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
from unionhall.funds.flow.request import State
from unionhall.funds.kinds.ledger import FundKind, Way
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.models import Account, Allotment, Entry, Fund, Period, SpendingRequest, Voucher
from unionhall.funds.plain import Payee
from unionhall.funds.rules.entries import Line
from unionhall.funds.services import chart, income, payments, periods, purses, returns, spending, undoing, vouchers
from unionhall.kernel import clock
from unionhall.kernel.money import to_fen

FEN = st.integers(1, 3000)
WHICH = st.integers(0, 2)
ANY = st.integers(0, 99)
HELD = st.sampled_from(["101", "102"])
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
    def cash_in_hand_follows_its_entries_and_is_never_below_zero(self) -> None:
        held = sum(to_fen(account.in_hand) for account in Account.objects.all())
        assert held == Entry.objects.of("101").fen() >= 0

    @invariant()
    def no_closed_period_changes(self) -> None:
        for period in Period.objects.filter(state=PeriodState.CLOSED):
            assert self.closed.setdefault(period.pk, _written_in(period)) == _written_in(period)
        assert set(self.closed) <= set(Period.objects.filter(state=PeriodState.CLOSED).values_list("pk", flat=True))


class Verbs(Book):
    """Everything the pages can call, with amounts that often do not fit."""

    def __init__(self) -> None:
        super().__init__()
        self.cashier, self.member = self.world.home.users["cashier"], self.world.home.people["member"]
        self.promised = dict.fromkeys(self.funds, 0)
        chart.furnish()
        self.allotment = Allotment.objects.create(
            year=2023, account=Account.objects.get(code="50102"), limit=Decimal(60)
        )

    @invariant()
    def what_is_set_aside_is_what_requests_wait_for(self) -> None:
        waiting = SpendingRequest.objects.filter(state__in=[State.APPROVED, State.PAID])
        for fund in self.funds:
            asked = sum(to_fen(one.amount - one.from_store) for one in waiting.filter(fund=fund))
            assert Fund.objects.get(pk=fund.pk).held_fen == self.promised[fund] + asked
        used = SpendingRequest.objects.granted().filter(fund=None)
        self.allotment.refresh_from_db()
        assert self.allotment.reserved == sum(one.amount for one in used)

    @invariant()
    def what_was_spent_is_what_is_booked_and_not_taken_back(self) -> None:
        booked = SpendingRequest.objects.filter(state=State.BOOKED)
        assert Entry.objects.of("50102").fen() == sum(to_fen(one.amount) for one in booked if one.account == "50102")

    @rule(which=WHICH, fen=FEN)
    def ask(self, which: int, fen: int) -> None:
        with self.trying():
            fund = self.funds[which]
            purpose = Purpose.DONATED if fund.kind == FundKind.DRIVE else Purpose.CULTURE
            asked = {"purpose": purpose, "fund": None if fund.is_general else fund, "text": "比赛器材"}
            payees = [Payee(name="体育用品店", cash=fen)]
            request = spending.ask(self.member, by=self.clerk, title="比赛器材", payees=payees, **asked)
            spending.approve(request, by=self.chair)

    @rule(number=ANY, less=st.integers(-5, 500), way=st.sampled_from([Way.CASH, Way.TRANSFER]))
    def pay_what_was_asked(self, number: int, less: int, way: str) -> None:
        with self.trying():
            request = _one_of(SpendingRequest, number)
            payments.pay(request, by=self.cashier, way=way, amount=request.amount - Decimal(max(less, -1)) / 100)

    @rule(number=ANY)
    def book_what_was_paid(self, number: int) -> None:
        with self.trying():
            payments.book(_one_of(SpendingRequest, number), by=self.accountant)

    @rule(number=ANY)
    def take_back(self, number: int) -> None:
        with self.trying():
            returns.take_back(_one_of(SpendingRequest, number), by=self.accountant, reason="付错")

    @rule(number=ANY)
    def withdraw(self, number: int) -> None:
        with self.trying():
            spending.withdraw(_one_of(SpendingRequest, number), by=self.clerk, reason="不办了")

    @rule(which=WHICH, fen=FEN, way=st.sampled_from(list(Way)), back=st.integers(0, 60))
    def receive(self, which: int, fen: int, way: str, back: int) -> None:
        with self.trying():
            day = self.today - timedelta(days=back)
            income.receive(None, by=self.clerk, fund=self.funds[which], fen=fen, way=way, on=day, text="收款")

    @rule(which=WHICH, fen=FEN, slip=st.sampled_from([0, 0, 0, 1]), back=st.integers(0, 60), held=HELD)
    def pay(self, which: int, fen: int, slip: int, back: int, held: str) -> None:
        with self.trying():
            fund, day = self.funds[which], self.today - timedelta(days=back)
            lines = [Line("510", debit=fen, fund=fund), Line(held, credit=fen + slip, fund=fund)]
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
            fund = self.funds[which]
            if back and fen > self.promised[fund]:
                return
            (purses.release if back else purses.reserve)(fund, fen)
            self.promised[fund] += 0 if fund.is_general else -fen if back else fen

    @rule(number=ANY)
    def reverse(self, number: int) -> None:
        with self.trying():
            undoing.reverse(_one_of(Voucher, number), by=self.accountant, on=self.today, reason="错账")

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

    @rule(
        which=WHICH,
        fen=st.integers(-3000, 3000),
        slip=st.sampled_from([0, 0, 0, 1]),
        back=st.integers(0, 60),
        held=HELD,
    )
    def write(self, which: int, fen: int, slip: int, back: int, held: str) -> None:
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
            for order, (code, amount) in enumerate([(held, fen), ("510", slip - fen)]):
                Entry.objects.create(
                    voucher=voucher,
                    order=order,
                    account=Account.objects.get(code=code),
                    fund=self.funds[which],
                    amount=amount,
                )
            Voucher.objects.filter(pk=voucher.pk).update(is_sealed=True)

    @rule(number=ANY)
    def drop(self, number: int) -> None:
        with self.trying():
            voucher = _one_of(Voucher, number)
            rows = Entry.objects.filter(voucher=voucher).order_by()
            rows._raw_delete(rows.db)

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
