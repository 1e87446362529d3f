"""What happened to the demo's members as the personnel department listed it, and who called on them."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from unionhall.accounts.models import User
from unionhall.care.kinds.words import Occasion, Relation
from unionhall.care.models import VisitTask
from unionhall.care.seed.paying import chairs, pay
from unionhall.care.services import events, promises, sets, standards, tasks, visits
from unionhall.care.services.events import Told
from unionhall.care.services.visits import Call, Given, Heard, call_for
from unionhall.demo.world import World
from unionhall.kernel import clock
from unionhall.people.models import Person

YEAR, HALF = date(2023, 1, 1), date(2023, 6, 30)
MUSTS = [
    Occasion.HOSPITAL,
    Occasion.OPERATION,
    Occasion.ILLNESS,
    Occasion.BIRTH,
    Occasion.WEDDING,
    Occasion.BEREAVEMENT,
    Occasion.DEATH,
    Occasion.DISASTER,
    Occasion.BIRTHDAY,
    Occasion.RETIREMENT,
]
# What the personnel department listed each month: the kind, to whom it happened, how many.
What = tuple[Occasion, Relation, int]
MONTHLY = (
    (Occasion.HOSPITAL, Relation.SELF, 3),
    (Occasion.OPERATION, Relation.SELF, 1),
    (Occasion.BIRTH, Relation.SELF, 1),
    (Occasion.WEDDING, Relation.SELF, 1),
    (Occasion.BEREAVEMENT, Relation.PARENT, 1),
)
QUIETLY = ((Occasion.HOSPITAL, Relation.SELF, 2),)
GIVEN = {
    Occasion.HOSPITAL: Given(Decimal(500)),
    Occasion.OPERATION: Given(Decimal(800)),
    Occasion.BIRTH: Given(goods=Decimal(500), goods_text="母婴用品一份"),
    Occasion.WEDDING: Given(goods=Decimal(500), goods_text="床上用品一套"),
    Occasion.BEREAVEMENT: Given(Decimal(1000)),
    Occasion.RETIREMENT: Given(goods=Decimal(300), goods_text="纪念品一份"),
}
TOLD_WITHIN, LISTED = (10, 13), 14  # days of the month: when it happened, when the list comes
WITHIN, KEPT = timedelta(days=16), timedelta(days=45)  # everything on a list has been called on; a promise is kept
WORDS = "人事部门提供的情况。"
LATE, MISSED = 17, 29  # one in so many visits is late, one in so many was not made


def rule(world: World) -> None:
    """The five visits and the standards, in force from the first day of 2023."""
    by = world.users["clerk"]
    with clock.pinned(date(2022, 12, 28)):
        sets.adopt(
            by=by,
            name="五必访",
            valid_from=YEAR,
            source="第三届工会委员会第九次会议",
            occasions=MUSTS,
            by_union=[Occasion.ILLNESS, Occasion.DEATH, Occasion.DISASTER],
        )
        standards.take_over(by=by, table="安徽（2018）", valid_from=YEAR)
        own = standards.propose(
            by=by,
            layer="union",
            occasion=Occasion.HOSPITAL,
            cap_once=Decimal(500),
            times=2,
            valid_from=YEAR,
            source="示范医院工会慰问办法",
            article="第六条",
            jurisdiction="本会",
        )
        standards.approve(own, by=world.users["chair"])


def the_year(world: World, people: list[Person]) -> None:
    """What happened month by month as the personnel department lists it, half of the year in full, and who called."""
    leads, everybody = chairs(), iter(people)
    for month in range(1, 13):
        what = MONTHLY if month <= HALF.month else QUIETLY
        for task in _listed(world, everybody, date(2023, month, LISTED), what):
            _call(world, task, leads)


def the_year_so_far(world: World, people: list[Person]) -> None:
    """The same of the year the demo is opened in: of the last month the visits are still to be made."""
    leads, everybody, today = chairs(), iter(people), clock.today()
    for month in range(1, 13):
        day = date(today.year, month, LISTED)
        what = [(kind, relation, count + world.random.randint(-1, 1)) for kind, relation, count in MONTHLY]
        for task in _listed(world, everybody, day, what) if day <= today else ():
            if day + WITHIN <= today:
                _call(world, task, leads)


def _listed(world: World, people: Iterator[Person], day: date, what: Iterable[What]) -> list[VisitTask]:
    """The tasks that follow from the personnel department's list of the month."""
    with clock.pinned(day):
        told = [
            Told(next(people), kind, day.replace(day=world.random.randint(*TOLD_WITHIN)), relation, words=WORDS)
            for kind, relation, count in what
            for _turn in range(count)
        ]
        made = events.take_in(told, by=world.users["clerk"])
    tasks_of = VisitTask.objects.select_related("person__unit__parent", "event")
    return [tasks_of.get(event=event) for event in made]


def _call(world: World, task: VisitTask, leads: dict[object, Person]) -> None:
    """The branch chair and a clerk call within a week, now and then too late, seldom not at all."""
    clerk, today = world.users["clerk"], clock.today()
    draw = world.random.randint(1, LATE * MISSED)
    if draw % MISSED == 0:
        return
    day = task.visit_by + timedelta(days=4) if draw % LATE == 0 else task.visit_by - timedelta(days=4)
    branch = task.person.unit.branch if task.person.unit else None
    pair = [leads.get(branch.pk if branch else None) or world.users["chair"].person, clerk.person]
    with clock.pinned(day):
        heard = Heard("恢复良好，家人照料。", "希望复工后暂不安排夜班。" if draw % 7 == 0 else "")
        call = call_for(task, day, given=GIVEN.get(Occasion(task.occasion), Given()), heard=heard)
        visit = visits.record(call, by=clerk, visitors=pair)
        if heard.asked:
            made = promises.promise(visit, by=clerk, text="与所在科室协调排班。", due_on=day + KEPT)
            if made.due_on <= today:
                with clock.pinned(day + KEPT / 3):
                    promises.keep(made, by=clerk, outcome="科室已调整排班。")
        visits.sign(visit, by=clerk)
        if visit.total:
            pay(visit, world)


def today(world: World) -> None:
    """What waits for whoever tries the demo: a colleague's word to check, a visit to make in three taps, one to confirm."""
    now = clock.today()
    chair: User = world.users["branch_chair"]
    own = (
        Person.objects.members(now)
        .filter(unit__parent=chair.person.unit.branch)
        .exclude(user__in=[chair, world.users["member"]])
    )
    near = list(own.select_related("unit__parent").order_by("staff_no")[5:8])
    events.tell(by=chair, person=near[0], kind=Occasion.HOSPITAL, happened_on=now, words="昨天入院，家人陪护。")
    events.tell(
        by=world.users["member"], person=near[1], kind=Occasion.BIRTH, happened_on=now, words="听同事说已经生产。"
    )
    call = Call(near[2], Occasion.OTHER, now - timedelta(days=1))
    visits.record(call, by=chair, visitors=[chair.person, world.users["member"].person])
    tasks.plan_roster(now, now + timedelta(days=7))
