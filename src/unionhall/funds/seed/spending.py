"""The demo's money on its way: the year's budget, what the employer and the members pay in, and requests paid through."""

from datetime import date, timedelta
from decimal import Decimal
from functools import cache, partial
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from unionhall.demo.world import World
from unionhall.files import pdf
from unionhall.funds.kinds.ladder import Rung
from unionhall.funds.kinds.ledger import Way
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.models import Account, Budget, SpendingRequest
from unionhall.funds.services import budgets, chart, contributions, dues, payments, remittances, reserving, spending
from unionhall.kernel import clock
from unionhall.people.models import Person

YEAR = 2023
BUDGET = {
    "401": (1_000_000, "会费"),
    "402": (2_448_000, "单位按工资总额2%拨缴，留成60%"),
    "403": (60_000, "上级工会送温暖等补助"),
    "408": (20_000, "利息"),
    "50101": (260_000, "技能培训、心理讲座"),
    "50102": (980_000, "运动会、合唱比赛、社团"),
    "50103": (80_000, "宣传栏、职工书屋"),
    "50104": (120_000, "劳模和一线职工疗休养"),
    "50105": (300_000, "观影、春秋游"),
    "50106": (2_100_000, "节日、生日、婚育、住院、退休慰问"),
    "50402": (100_000, "送清凉、职业健康"),
    "50404": (160_000, "困难职工帮扶"),
    "50405": (240_000, "两节走访、慰问一线"),
    "50499": (140_000, "会员互助保障"),
    "50501": (60_000, "工会干部培训"),
    "50502": (40_000, "会员代表大会"),
    "50701": (90_000, "职工之家设备"),
}
WAGES = Decimal(17_000_000)
LATE_MONTH = 8
LAST_DAYS = timedelta(days=35)  # after a month was told of, its contribution has come in, late or not
AWAY = 140  # one in so many is not on the payroll
PAID_UP = 9  # up to this month they have paid since


def budget(world: World, year: int = YEAR) -> Budget:
    """A year's budget, from the draft to being in force in the first week of the year."""
    by = world.users
    with clock.pinned(date(year, 1, 3)):
        chart.furnish()
        plan = budgets.draft(by=by["accountant"], year=year, text="按上年执行和今年工作计划编制。")
        accounts = {account.code: account for account in Account.objects.filter(code__in=BUDGET)}
        for code, (amount, note) in BUDGET.items():
            budgets.set_line(plan, by=by["accountant"], account=accounts[code], amount=Decimal(amount), note=note)
    with clock.pinned(date(year, 1, 4)):
        budgets.discuss(plan, by=by["chair"], minutes="工会委员会预算讨论会")
        budgets.audit_budget(plan, by=by["auditor"], opinion="收支平衡，科目恰当，同意。")
    with clock.pinned(date(year, 1, 5)):
        budgets.report(plan, by=by["accountant"], document=f"示医工〔{year}〕1号")
        budgets.put_in_force(plan, by=by["chair"])
    return plan


def of_today(world: World) -> None:
    """Whoever tries the demo today finds a budget to approve, pay and book against, and what came in this year."""
    year = clock.today().year
    if clock.today() > date(year, 1, 5):
        world.at_the_turn(partial(budget, world, year))  # what the year before left is carried into it
        world.afterwards(partial(contribute, world, year))


def contribute(world: World, year: int = YEAR) -> None:
    """The employer's two percent, month by month, one late; each quarter what belongs to the union above is passed on."""
    for month in range(1, 12):
        first, told_on = date(year, month, 1), date(year, month + 1, 5)
        wages = WAGES + world.random.randrange(-200_000, 200_000)
        if told_on + LAST_DAYS > clock.today():
            return
        with clock.pinned(told_on):
            one = contributions.declare(by=world.users["clerk"], month=first, wages=wages)
        with clock.pinned(one.due_on + timedelta(days=6 if month == LATE_MONTH else -3)):
            contributions.receive(one, by=world.users["clerk"], amount=one.due)
            if month % 3 == 0:
                owed = reserving.owed_upward()
                pay_through(remittances.ask(by=world.users["clerk"], to="示范市卫生健康工会", amount=owed), world)


def members_dues(world: World) -> None:
    """The dues of twelve months, withheld from wages; of those away from the payroll they come later, or are still owed."""
    wage = {one.pk: Decimal(world.random.randrange(52, 150) * 100) for one in Person.objects.order_by("staff_no")}
    for month in range(1, 13):
        first = date(YEAR, month, 1)
        here = list(Person.objects.members(first).order_by("staff_no"))
        away = here[month % 7 :: AWAY]
        with clock.pinned(first + timedelta(days=27)):
            withheld = [one for at, one in enumerate(here) if at % AWAY != month % 7]
            _reckon(world, first, withheld, wage)
            dues.collect(by=world.users["clerk"], month=first)
            _reckon(world, first, away, wage)
        if month <= PAID_UP:
            with clock.pinned(first + timedelta(days=30)):
                dues.collect(by=world.users["clerk"], month=first, way=Way.CASH)


def _reckon(world: World, month: date, people: list[Person], wage: dict[Any, Decimal]) -> None:
    dues.reckon([dues.Wage(one, month, wage[one.pk]) for one in people], by=world.users["accountant"])


def pay_through(request: SpendingRequest, world: World) -> None:
    """Approve, pay and book a submitted request as the demo's chair, cashier and accountant, with stand-in papers."""
    by = world.users
    decider = by["vice_chair"] if request.asked_by_id == by["chair"].pk else by["chair"]
    today = clock.today()
    decision = {} if request.rung == Rung.CHAIR else {"decision": "主席办公会（委员会）会议", "decided_on": today}
    witness = {"witness": by["auditor"]} if request.rung == Rung.COMMITTEE else {}
    note = "已核实，属于规定的开支范围。" if request.warnings else ""
    spending.approve(request, by=decider, note=note, **decision, **witness)
    payments.pay(request, by=by["cashier"], reference=f"示例{request.number[-4:]}", second=by["clerk"].person)
    for kind in request.missing_pieces():
        spending.add_evidence(request, by=by["accountant"], kind=kind, upload=_stand_in(kind), text=str(kind.label))
    payments.book(request, by=by["accountant"])


def _stand_in(kind: PieceKind) -> SimpleUploadedFile:
    return SimpleUploadedFile(f"{kind.label}.pdf", _paper(), "application/pdf")


@cache
def _paper() -> bytes:
    """One sheet that stands for every scan of the demo."""
    return pdf.table("演示附件", [("内容", 4)], [["演示数据，代替扫描件。"]])
