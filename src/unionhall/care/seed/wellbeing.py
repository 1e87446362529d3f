"""The yearly health check of all staff, recuperation, and mutual-aid cover."""

from datetime import date, timedelta
from decimal import Decimal

from unionhall.care.kinds.aid import Plan
from unionhall.care.kinds.health import Whom
from unionhall.care.models import Check, Cover, CoverBatch
from unionhall.care.selectors.covered import insurable
from unionhall.care.services import covers, health, rest
from unionhall.demo.world import World
from unionhall.funds.models import SpendingRequest
from unionhall.funds.seed import pay_through
from unionhall.kernel import clock
from unionhall.people.models import Person

BEGINS, ENDS = date(2023, 5, 15), date(2023, 6, 30)
DAYS = [BEGINS + timedelta(days=7 * week) for week in range(6)]
CAME = 91  # of a hundred on the list


def examine(world: World) -> None:
    """One round a year: the list of all staff, six days, nine in ten came, some declined; nothing of what was found."""
    by = world.users["clerk"]
    with clock.pinned(BEGINS - timedelta(days=20)):
        round = health.draft(
            by=by,
            title="2023年职工健康体检",
            whom=Whom.STAFF,
            place="健康管理中心",
            listed_on=clock.today(),
            begins_on=BEGINS,
            ends_on=ENDS,
        )
        for day in DAYS:
            health.add_day(round, by=by, day=day, quota=420)
        health.open_round(round, by=by)
    people = [check.person for check in round.checks.select_related("person").order_by("person__staff_no")]
    came = [person for at, person in enumerate(people) if at % 100 < CAME]
    share = -(-len(came) // len(DAYS))
    for at, day in enumerate(DAYS):
        with clock.pinned(day):
            health.mark(round, by=by, people=came[at * share : (at + 1) * share], came_on=day)
    with clock.pinned(ENDS - timedelta(days=3)):
        for check in Check.objects.filter(round=round, state="eligible").select_related("round", "person")[:25]:
            health.decline(check, by=by)
    with clock.pinned(ENDS + timedelta(days=3)):
        health.close(round, by=by)


def recuperate(world: World, people: list[Person]) -> None:
    """Twelve of eighteen who were put forward, posted in June and gone in July."""
    by = world.users["clerk"]
    with clock.pinned(date(2023, 6, 5)):
        batch = rest.draft(
            by=by,
            title="2023年一线职工疗休养",
            place="滨海职工疗养院",
            begins_on=date(2023, 7, 10),
            ends_on=date(2023, 7, 14),
            places=12,
            criteria="一线岗位，长期夜班，近三年未参加过疗休养。",
        )
        rest.open_batch(batch, by=by)
        rest.recommend(batch, by=by, merits=[(one, "一线夜班") for one in people[:18]])
        rest.choose(batch, by=by, chosen=list(batch.candidates.order_by("person__staff_no")[:12]))
        rest.announce(batch, by=by)
    with clock.pinned(date(2023, 6, 20)):
        rest.confirm(batch, by=by)
    with clock.pinned(date(2023, 7, 17)):
        rest.finish(batch, by=by)


def insure(world: World, people: list[Person]) -> None:
    """Every member is covered for the year; five claims were paid by the mutual-aid organisation."""
    by = world.users["clerk"]
    with clock.pinned(date(2023, 1, 3)):
        covers.enrol(
            by=by,
            people=list(insurable(Plan.HOSPITAL, clock.today())),
            plan=Plan.HOSPITAL,
            began_on=date(2023, 1, 1),
            ends_on=date(2023, 12, 31),
            premium=Decimal(60),
            insurer="省职工互助保障会",
        )
        pay_through(SpendingRequest.objects.about(CoverBatch.objects.get()).get(), world)
    for at, cover in enumerate(Cover.objects.filter(person__in=people).order_by("person__staff_no")[:5]):
        with clock.pinned(date(2023, 3 + at, 12)):
            asked = covers.claim(
                by=by,
                cover=cover,
                happened_on=date(2023, 3 + at, 1),
                asked=Decimal(800 + 100 * at),
                text="住院治疗，出院结算单已核对。",
                for_whom="self",
            )
            covers.send(asked, by=by)
        with clock.pinned(date(2023, 4 + at, 6)):
            covers.pay(asked, by=by, paid=Decimal(640 + 80 * at), paid_on=clock.today())
