"""The Spring Festival's gift to every member and every retiree, and one open today."""

from datetime import date, timedelta
from decimal import Decimal

from unionhall.care.kinds.words import Audience, Festival, Source
from unionhall.care.models import Entitlement, Issue
from unionhall.care.services import gifts, issues, paying
from unionhall.demo.world import World
from unionhall.funds.seed import pay_through
from unionhall.kernel import clock

PLANNED, LISTED, OPENED, SHEETS, CLOSED, FILED = (date(2023, 1, day) for day in (3, 5, 6, 18, 20, 31))
AWAY = 14  # who did not fetch theirs
BY_OTHERS = ("同科室同事", "配偶", "工会小组长")


def spring(world: World) -> None:
    """Two issues: the members' out of union funds, the retirees' out of the employer's money for them (CARE-14)."""
    _issue(world, "2023年春节慰问", Audience.MEMBERS, Source.UNION, "年货礼包", Decimal(300), 2200)
    _issue(world, "2023年春节慰问离退休职工", Audience.RETIREES, Source.RETIREES, "慰问礼包", Decimal(200), 300)


def _issue(world: World, title: str, audience: str, source: str, package: str, price: Decimal, stock: int) -> None:
    clerk = world.users["clerk"]
    with clock.pinned(PLANNED):
        issue = issues.draft(
            by=clerk,
            title=title,
            festival=Festival.SPRING,
            roll_on=LISTED,
            audience=audience,
            source=source,
            fetch_from=OPENED,
            fetch_to=CLOSED,
            place="职工之家一楼",
        )
        issues.add_package(issue, by=clerk, name=package, content="米、油、干货", price=price, stock=stock)
    with clock.pinned(LISTED):
        issues.draw_up(issue, by=clerk)
    with clock.pinned(OPENED):
        issues.open_(issue, by=clerk)
        pay_through(paying.ask_for_issue(issue, by=clerk, supplier="示范百货有限公司"), world)
    _fetch(world, issue)
    with clock.pinned(CLOSED):
        issues.close(issue, by=clerk)
    with clock.pinned(FILED):
        issues.archive(issue, by=clerk, summary="未领取的退回库存。")


def _fetch(world: World, issue: Issue) -> None:
    """A few at the counter, some by others with a stated relation; the sheets of the branches come back signed."""
    clerk = world.users["clerk"]
    shares = list(
        Entitlement.objects.filter(issue=issue).select_related("person__unit", "issue", "package").order_by("pk")
    )
    with clock.pinned(OPENED + timedelta(days=4)):
        for at, share in enumerate(shares[:9]):
            relation = BY_OTHERS[at % len(BY_OTHERS)] if at % 3 == 0 else ""
            gifts.hand_out(share, by=clerk, signed_for_by="家属或同事" if relation else "", signed_relation=relation)
    with clock.pinned(SHEETS):
        gifts.sign_sheet(issue, by=clerk, shares=shares[9:-AWAY])


def open_today(world: World) -> None:
    """An issue with two packages to choose from, open for a fortnight."""
    clerk, now = world.users["clerk"], clock.today()
    issue = issues.draft(
        by=clerk,
        title="国庆节慰问",
        festival=Festival.NATIONAL,
        roll_on=now,
        fetch_from=now,
        fetch_to=now + timedelta(days=14),
        place="职工之家一楼",
    )
    for name, content in (("粮油礼包", "大米10千克、食用油5升"), ("干货礼包", "木耳、香菇、红枣")):
        issues.add_package(issue, by=clerk, name=name, content=content, price=Decimal(200), stock=1600)
    issues.draw_up(issue, by=clerk)
    issues.open_(issue, by=clerk)
