"""The demo's book: what the union had on New Year's Day, whose money it keeps besides, and its months closed but for the last."""

from datetime import date, timedelta
from functools import partial

from unionhall.demo.world import World
from unionhall.funds.flow.book import VoucherState
from unionhall.funds.kinds.ledger import FundKind, Way
from unionhall.funds.models import Period, Voucher
from unionhall.funds.rules import chart
from unionhall.funds.rules.entries import Line
from unionhall.funds.services import audits, disclosure, income, opening, periods, purses, vouchers, years
from unionhall.kernel import clock

YEAR, DECEMBER = 2023, 12
IN_BANK, IN_CASH = 1_188_000_00, 12_000_00
RETIREES, WARMTH = 180_000_00, 60_000_00


def begin(world: World) -> None:
    """Opening balances, the employer's money for the retired, the upper union's for winter warmth; the rest comes later."""
    with clock.pinned(date(YEAR, 1, 1)):
        lines = [
            Line(chart.BANK, debit=IN_BANK),
            Line(chart.CASH, debit=IN_CASH),
            Line(chart.SURPLUS, credit=IN_BANK + IN_CASH),
        ]
        opening.open_balances(by=world.users["accountant"], on=clock.today(), lines=lines)
    with clock.pinned(date(YEAR, 1, 4)):
        _purse(world, "离退休人员慰问经费", FundKind.EMPLOYER_RETIREES, RETIREES, "年末结余退回单位")
        _purse(world, "上级工会送温暖补助", FundKind.UPPER, WARMTH, "结转下年，仍用于送温暖")
    world.afterwards(partial(close_months, world))


def _purse(world: World, title: str, kind: str, fen: int, rule: str) -> None:
    fund = purses.open(by=world.users["clerk"], title=title, kind=kind, remainder_rule=rule)
    income.receive(
        None, by=world.users["cashier"], fund=fund, fen=fen, way=Way.TRANSFER, on=clock.today(), text=f"收到{title}"
    )


def close_months(world: World) -> None:
    """Month by month everything is made, reviewed and closed, up to the one that is the accountant's to close now.

    Each quarter is told to the members; the first half-year is audited; a year is carried on before its December closes.
    """
    last_month = (clock.today().replace(day=1) - timedelta(days=1)).replace(day=1)
    for period in Period.objects.filter(first_on__lt=last_month).order_by("first_on"):
        first = period.first_on
        after = (first + timedelta(days=31)).replace(day=8)
        with clock.pinned(after):
            _close(world, period)
        if first.month % 3 == 0:
            with clock.pinned(after + timedelta(days=7)):
                disclosure.publish(by=world.users["clerk"], quarter=first, note="各项支出均按预算和规定标准执行。")
        if first == date(YEAR, 6, 1):
            _audit(world)


def _close(world: World, period: Period) -> None:
    _review_all(world, period)
    if period.first_on.month == DECEMBER:
        years.carry(by=world.users["accountant"], year=period.first_on.year)
        _review_all(world, period)
    periods.close(period, by=world.users["accountant"])


def _review_all(world: World, period: Period) -> None:
    for voucher in Voucher.objects.filter(period=period, state=VoucherState.RECEIVED).select_related("handled_by"):
        vouchers.make(voucher, by=world.users["accountant"])
    for voucher in Voucher.objects.filter(period=period, state=VoucherState.MADE):
        chair = world.users["chair"]
        vouchers.review(voucher, by=world.users["vice_chair"] if voucher.handled_by_id == chair.pk else chair)


def _audit(world: World) -> None:
    """The half-year's audit finds one thing, and sees it put right."""
    auditor = world.users["auditor"]
    with clock.pinned(date(YEAR, 7, 18)):
        audit = audits.begin(
            by=auditor,
            title="2023年上半年经费审查",
            kind="special",
            first_on=date(YEAR, 1, 1),
            last_on=date(YEAR, 6, 30),
        )
        finding = audits.raise_finding(
            audit,
            by=auditor,
            title="个别签领表领取日期填写不全",
            text="抽查上半年慰问品签领表，有3份没有填写领取日期。",
            clause="FIN-11",
            due_on=date(YEAR, 8, 18),
        )
        audits.report(audit, by=auditor, opinion="上半年经费收支符合预算，账实相符；问题请限期整改。")
    with clock.pinned(date(YEAR, 7, 28)):
        audits.answer(finding, by=world.users["clerk"], measure="已请领取人补填日期，并在表样中把日期设为必填。")
    with clock.pinned(date(YEAR, 8, 2)):
        audits.accept(finding, by=auditor)
        audits.finish(audit, by=auditor)
