"""Five visits, life events of half a year, birthdays, retirees: the year of calling on people."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile

from unionhall.accounts.models import User
from unionhall.accounts.roles import Role
from unionhall.care.kinds.words import Festival, Occasion, Part, Relation, Source
from unionhall.care.models import HardshipFile, Visit, VisitTask
from unionhall.care.selectors.retirees import retirees
from unionhall.care.services import (
    events,
    paying,
    promises,
    proofs,
    rounds,
    sets,
    signing,
    standards,
    tasks,
    visits,
)
from unionhall.care.services.events import Told
from unionhall.care.services.visits import Call, Given, Heard, call_for
from unionhall.demo.world import World
from unionhall.funds.models import SpendingRequest
from unionhall.funds.seed import pay_through
from unionhall.kernel import clock
from unionhall.people.models import Person
from unionhall.people.selectors import holders, users_with

YEAR, HALF = date(2023, 1, 1), date(2023, 6, 30)
SPRING = date(2023, 1, 17)
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
CAKE = Given(goods=Decimal(200), goods_text="生日蛋糕券一张")
TOLD_WITHIN = (10, 13)  # days of the month; the list comes on the 14th
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
    chairs = _chairs()
    everybody = iter(people)
    for month in range(1, 13):
        with clock.pinned(date(2023, month, 14)):
            told = list(_month(world, everybody, month))
            for event in events.take_in(told, by=world.users["clerk"]):
                _call(world, VisitTask.objects.select_related("person__unit__parent", "event").get(event=event), chairs)


def _month(world: World, people: Iterator[Person], month: int) -> Iterator[Told]:
    for kind, relation, count in MONTHLY if month <= HALF.month else QUIETLY:
        for _turn in range(count):
            day = date(2023, month, world.random.randint(*TOLD_WITHIN))
            yield Told(next(people), kind, day, relation, words="人事部门提供的情况。")


def _call(world: World, task: VisitTask, chairs: dict[object, Person]) -> None:
    """The branch chair and a clerk call within a week, now and then too late, seldom not at all."""
    clerk = world.users["clerk"]
    draw = world.random.randint(1, LATE * MISSED)
    if draw % MISSED == 0:
        return
    day = task.visit_by + timedelta(days=4) if draw % LATE == 0 else task.visit_by - timedelta(days=4)
    branch = task.person.unit.branch if task.person.unit else None
    pair = [chairs.get(branch.pk if branch else None) or world.users["chair"].person, clerk.person]
    with clock.pinned(day):
        heard = Heard("恢复良好，家人照料。", "希望复工后暂不安排夜班。" if draw % 7 == 0 else "")
        call = call_for(task, day, given=GIVEN.get(Occasion(task.occasion), Given()), heard=heard)
        visit = visits.record(call, by=clerk, visitors=pair)
        if heard.asked:
            made = promises.promise(visit, by=clerk, text="与所在科室协调排班。", due_on=day + timedelta(days=14))
            if draw % 2:
                promises.keep(made, by=clerk, outcome="科室已调整排班。")
        visits.sign(visit, by=clerk)
        if visit.total:
            pay(visit, world)


def pay(visit: Visit, world: World) -> None:
    """Proved, asked for, approved, paid and booked, and the visit filed under three signatures."""
    _prove(visit, world)
    pay_through(paying.ask_for_visit(visit, by=world.users["clerk"]), world)
    _file(visit, world)


def _prove(visit: Visit, world: World) -> None:
    for kind in visit.missing_papers():
        upload = SimpleUploadedFile(f"{kind.label}.txt", "演示数据，代替扫描件。".encode())
        proofs.add_paper(visit, by=world.users["clerk"], kind=kind, upload=upload)


def _file(visit: Visit, world: World) -> None:
    """Signed by who handled it, by a witness and by the branch, and filed."""
    by = world.users
    chair = _chair_for(visit, world)
    for user, part in ((by["clerk"], Part.HANDLER), (by["vice_chair"], Part.WITNESS), (chair, Part.CHAIR)):
        signing.countersign(visit, by=user, part=part)
    visits.archive(visit, by=by["clerk"])


def _chair_for(visit: Visit, world: World) -> User:
    """Who signs for the branch: its chair, else the union's."""
    branch = visit.person.unit.branch if visit.person.unit else None
    known = users_with(Role.BRANCH_CHAIR, unit=branch).exclude(pk=visit.person.user_id).first() if branch else None
    return known or world.users["chair"]


def birthdays(world: World) -> None:
    """Every member's birthday and every retirement of half a year, called on week by week."""
    clerk = world.users["clerk"]
    tasks.plan_roster(YEAR, HALF)
    chairs = list(_chairs().values())
    due = VisitTask.objects.filter(event=None).pending().select_related("person__unit__parent").order_by("happened_on")
    weeks: dict[date, list[VisitTask]] = {}
    for at, task in enumerate(due):
        if at % MISSED:
            weeks.setdefault(_sunday(task.happened_on), []).append(task)
    cakes: dict[int, list[Visit]] = {}
    parts = {user.pk for user in world.users.values()}  # nobody decides on what they are given themselves
    for at, (day, some) in enumerate(sorted(weeks.items())):
        pair = [clerk.person, chairs[at % len(chairs)]]
        with clock.pinned(day):
            given = [Given() if task.person.user_id in parts else _brought(task) for task in some]
            calls = [call_for(task, day, given=what) for task, what in zip(some, given, strict=True)]
            made = visits.record_many([call for call in calls if call.person not in pair], by=clerk, visitors=pair)
            for visit in made:
                if visit.occasion == Occasion.RETIREMENT and visit.total:
                    visits.sign(visit, by=clerk)
                    pay(visit, world)
        cakes.setdefault(day.month, []).extend(one for one in made if one.occasion == Occasion.BIRTHDAY and one.total)
    for month, some in cakes.items():
        with clock.pinned(max(one.visited_on for one in some)):
            _ask_together(some, f"2023年{month}月生日慰问", world)


def _brought(task: VisitTask) -> Given:
    return CAKE if task.occasion == Occasion.BIRTHDAY else GIVEN[Occasion.RETIREMENT]


def _sunday(day: date) -> date:
    return day + timedelta(days=6 - day.weekday())


def at_spring_festival(world: World) -> None:
    """Leaders and the union call on retirees, on households in hardship and on those on duty."""
    clerk = world.users["clerk"]
    parts_of = ("hospital_leader", "chair", "department_head")
    leaders = [*(world.users[part].person for part in parts_of), clerk.person]
    retired = list(retirees(SPRING).order_by("staff_no")[:12])
    poor = [file.person for file in HardshipFile.objects.select_related("person").order_by("number")[:6]]
    parts = {user.pk for user in world.users.values()}
    on_duty = list(
        Person.objects.members(SPRING).filter(is_front_line=True).exclude(user__in=parts).order_by("-staff_no")[:10]
    )
    with clock.pinned(SPRING):
        to_retired = visits.record_many(
            [_festive(one, Occasion.RETIREE, Given(Decimal(300), Decimal(200), "慰问品一份")) for one in retired],
            by=clerk,
            visitors=leaders,
        )
        relief = Given(Decimal(500), Decimal(200), "米面油一份", Source.RELIEF)
        to_poor = visits.record_many(
            [_festive(one, Occasion.HARDSHIP, relief) for one in poor], by=clerk, visitors=leaders
        )
        visits.record_many([_festive(one, Occasion.DUTY, Given()) for one in on_duty], by=clerk, visitors=leaders)
        _pay_together(to_retired, "2023年春节走访离退休职工", world)
        _pay_together(to_poor, "2023年春节送温暖走访", world)


def _pay_together(made: list[Visit], title: str, world: World) -> None:
    """One request for the round, once everybody has signed."""
    for visit in made:
        visits.sign(visit, by=world.users["clerk"])
    _ask_together(made, title, world)
    for visit in made:
        _file(visit, world)


def _ask_together(made: list[Visit], title: str, world: World) -> None:
    invoice = SimpleUploadedFile("发票.txt", "演示数据，代替扫描件。".encode())
    together = rounds.ask_together(made, by=world.users["clerk"], title=title, invoice=invoice)
    pay_through(SpendingRequest.objects.about(together).get(), world)


def _festive(person: Person, occasion: str, given: Given) -> Call:
    return Call(person, occasion, SPRING, festival=Festival.SPRING, given=given)


def _chairs() -> dict[object, Person]:
    """The chair of each branch, by the branch's key."""
    return {post.seat.body.unit_id: post.person for post in holders(Role.BRANCH_CHAIR)}


def today(world: World) -> None:
    """What waits for whoever tries the demo: a colleague's word to check, a visit to make in three taps."""
    now = clock.today()
    chair: User = world.users["branch_chair"]
    own = Person.objects.members(now).filter(unit__parent=chair.person.unit.branch).exclude(user=chair)
    near = list(own.select_related("unit__parent").order_by("staff_no")[5:7])
    events.tell(by=chair, person=near[0], kind=Occasion.HOSPITAL, happened_on=now, words="昨天入院，家人陪护。")
    events.tell(
        by=world.users["member"], person=near[1], kind=Occasion.BIRTH, happened_on=now, words="听同事说已经生产。"
    )
    tasks.plan_roster(now, now + timedelta(days=7))
