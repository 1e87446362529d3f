"""Two sessions of the third congress: January 2022, and 25 January 2023 with nearly two hundred there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from unionhall.accounts.roles import Role as Post
from unionhall.congress import services
from unionhall.congress.kinds import How, Mover, Role
from unionhall.congress.models import Attendee, Session, Term
from unionhall.congress.rules.powers import PaperKind, Power
from unionhall.congress.seed import members, sitting
from unionhall.congress.seed.term import people_of
from unionhall.demo.world import World
from unionhall.kernel import clock
from unionhall.people.choices import UnitKind
from unionhall.people.models import Person, Unit
from unionhall.people.selectors.posts import holders


@dataclass(frozen=True)
class Plan:
    """What a session is to be: its day, the reports it hears, what it approves, who is away, who is invited."""

    held_on: date
    reports: tuple[tuple[str, str, str], ...]
    draft: str
    away: int
    observers: int
    guest: tuple[str, str] | None
    filing: str


REPORTS = (
    ("院长工作报告", Power.DELIBERATE, "院长"),
    ("财务工作报告", Power.DELIBERATE, "总会计师"),
    ("提案工作报告", Power.SUPERVISE, "提案工作委员会"),
    ("医院改革发展规划", Power.DELIBERATE, "院长"),
)
FIRST = Plan(date(2022, 1, 20), REPORTS[:2], "职工代表大会实施细则", 12, 20, None, "示医工〔2022〕2号")
SECOND = Plan(
    date(2023, 1, 25), REPORTS, "绩效分配办法", 6, 40, ("来宾甲", "省直机关工会常务副主席"), "示医工〔2023〕2号"
)
REPORT = "各位代表：现将一年来的工作报告如下，请予审议。"
DRAFT = "第一条  为规范有关工作，制定本办法。\n第二条  本办法自公布之日起施行。"
REASON = "现行办法执行三年，科室反映夜班和一线岗位体现不够，须修订。"
OPINIONS = (
    "原则同意，建议向一线和夜班岗位倾斜。",
    "同意，建议加快信息化建设，减少重复登记。",
    "同意，建议把人才培养列入年度经费。",
    "基本同意，建议明确考核指标的口径。",
)


def hold_both(world: World, term: Term) -> None:
    """Hold them, one after the other; the members' congress sits beside the first."""
    for plan in (FIRST, SECOND):
        session = _prepare(world, term, plan)
        beside = members.prepare(world, session) if plan is FIRST else None
        with clock.pinned(clock.on(plan.held_on, 8)):
            _gather(world, session, plan)
        with clock.pinned(clock.on(plan.held_on, 9)):
            sitting.sit(world, session, plan.draft)
            if beside:
                members.sit(world, beside)
        for one in (session, beside) if beside else (session,):
            _finish(world, one, plan)
    _cast(world, session)


def _cast(world: World, session: Session) -> None:
    """Two more parts a visitor may play: one who presides, and one who sits in without a vote."""
    presiding = session.presidium.exclude(delegate__person__user__in=world.players).first()
    world.play("presidium", presiding.delegate.person.user, "职工代表大会主席团成员")
    observer = session.attendees.filter(role=Role.OBSERVER).exclude(person__user__in=world.players).first()
    world.play("observer", observer.person.user, "职工代表大会列席代表")


def _prepare(world: World, term: Term, plan: Plan) -> Session:
    """Agenda and papers, the steps done in time, the delegates called eight days before."""
    clerk = world.users["clerk"]
    with clock.pinned(max(plan.held_on - timedelta(days=45), term.began_on)):
        session = services.prepare(
            by=clerk, term=term, held_on=plan.held_on, venue="门诊楼学术报告厅", theme="深化改革，改善服务"
        )
        for title, power, presenter in plan.reports:
            item = services.add_item(session, by=clerk, title=title, power=power, presenter=presenter)
            services.add_paper(item, by=clerk, kind=PaperKind.REPORT, title=title, text=REPORT)
        _move(world, session, plan.draft)
        front = term.delegates.serving().filter(is_front_line=True)[:9]
        services.seat_presidium(session, by=clerk, delegates=list(front))
    with clock.pinned(plan.held_on - timedelta(days=8)):
        for step in session.steps.filter(key__in=("request", "hand_in", "papers_out")):
            services.tick(session, by=clerk, step=step, done_on=min(step.due_on, clock.today()))
        services.convene(session, by=clerk)
        _discuss(world, session)
    return session


def _move(world: World, session: Session, draft: str) -> None:
    """The administration moves what is to be approved; a delegation's motion goes the way of proposals."""
    clerk = world.users["clerk"]
    motion = services.hand_in(
        session, by=clerk, mover=Mover.EMPLOYER, title=draft, power=Power.APPROVE, reason=REASON, text=DRAFT
    )
    services.take_up(motion, by=clerk)
    other = services.hand_in(
        session,
        by=clerk,
        mover=Mover.DELEGATION,
        delegation=session.term.delegations.first(),
        title="增设夜班职工休息室",
        power=Power.DELIBERATE,
        reason="夜班间隙没有固定的休息场所。",
        text="在门诊楼和住院楼各设一间休息室。",
    )
    services.refer(other, by=clerk, reply="属于生活福利方面的具体建议，请提案工作委员会按提案办理。")


def _discuss(world: World, session: Session) -> None:
    """Every delegation says something of what is approved and of the plan."""
    discussed = [item for item in session.items.all() if item.power == Power.APPROVE or "规划" in item.title]
    for item in discussed:
        for at, delegation in enumerate(session.term.delegations.all()):
            text = OPINIONS[(at + item.position) % len(OPINIONS)]
            services.note(item, by=world.users["clerk"], delegation=delegation, text=text)


def _gather(world: World, session: Session, plan: Plan) -> None:
    """Leaders, observers and the guest are invited; all but those on leave come."""
    clerk = world.users["clerk"]
    leaders = [post.person for post in holders(Post.HOSPITAL_LEADER)]
    services.invite(session, by=clerk, role=Role.LEADER, people=_uncalled(session, leaders))
    services.invite(session, by=clerk, role=Role.OBSERVER, people=_observers(session, plan.observers))
    if plan.guest:
        name, organisation = plan.guest
        services.invite(session, by=clerk, role=Role.GUEST, name=name, organisation=organisation)
    roll = list(session.attendees.delegates().order_by("-person__staff_no"))
    playing = {world.users[part].pk for part in ("delegate", "delegation_head", "teller")}
    away = [one for one in roll if one.person.user_id not in playing][: plan.away]
    for one in away:
        services.excuse(session, by=clerk, attendee=one, reason="门急诊值班")
    for one in session.attendees.exclude(pk__in=[row.pk for row in away]):
        services.check_in(one, by=clerk, how=How.DESK if one.role == Role.GUEST else How.SCAN)


def _uncalled(session: Session, people: Sequence[Person]) -> list[Person]:
    """Those who are not on the roll as delegates."""
    called = set(Attendee.objects.filter(session=session).values_list("person", flat=True))
    return [one for one in people if one.pk not in called]


def _observers(session: Session, count: int) -> list[Person]:
    """Some from every branch, from the end of its list."""
    branches = Unit.objects.filter(kind=UnitKind.BRANCH).order_by("name")
    rows = [list(people_of(branch).reverse()[: count // 5]) for branch in branches]
    mixed = [row[turn] for turn in range(count // 5) for row in rows if turn < len(row)]
    return _uncalled(session, mixed)[:count]


def _finish(world: World, session: Session, plan: Plan) -> None:
    """Announced, reported upward, archived within the week."""
    clerk = world.users["clerk"]
    with clock.pinned(plan.held_on + timedelta(days=5)):
        for resolution in session.resolutions.all():
            services.publish(resolution, by=clerk)
        services.file(session, by=clerk, filed_on=clock.today(), filing=plan.filing)
        services.archive(session, by=clerk)
