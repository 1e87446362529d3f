"""Two sessions of the third congress: January 2022, and 25 January 2023 with nearly two hundred there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from unionhall.accounts.roles import Role as Post
from unionhall.ballots import services as ballots
from unionhall.ballots.kinds import Way
from unionhall.congress import services
from unionhall.congress.kinds import How, Role
from unionhall.congress.models import AgendaItem, Attendee, Session, Term
from unionhall.congress.rules.powers import PaperKind, Power
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
)
FIRST = Plan(date(2022, 1, 20), REPORTS[:2], "职工代表大会实施细则", 12, 20, None, "示医工〔2022〕2号")
SECOND = Plan(
    date(2023, 1, 25), REPORTS, "绩效分配办法", 6, 40, ("来宾甲", "省直机关工会常务副主席"), "示医工〔2023〕2号"
)
WORDS = {
    PaperKind.REPORT: "各位代表：现将一年来的工作报告如下，请予审议。",
    PaperKind.DRAFT: "第一条  为规范有关工作，制定本办法。",
}


def hold_both(world: World, term: Term) -> None:
    """Hold them, one after the other."""
    for plan in (FIRST, SECOND):
        session = _prepare(world, term, plan)
        with clock.pinned(clock.on(plan.held_on, 8)):
            _gather(world, session, plan)
        with clock.pinned(clock.on(plan.held_on, 9)):
            _sit(world, session, plan)
        _finish(world, session, plan)


def _prepare(world: World, term: Term, plan: Plan) -> Session:
    """Agenda and papers, the steps done in time, the delegates called a week before."""
    clerk = world.users["clerk"]
    with clock.pinned(max(plan.held_on - timedelta(days=45), term.began_on)):
        session = services.prepare(
            by=clerk, term=term, held_on=plan.held_on, venue="门诊楼学术报告厅", theme="深化改革，改善服务"
        )
        for title, power, presenter in plan.reports:
            item = services.add_item(session, by=clerk, title=title, power=power, presenter=presenter)
            services.add_paper(item, by=clerk, kind=PaperKind.REPORT, title=title, text=WORDS[PaperKind.REPORT])
        draft = services.add_item(session, by=clerk, title=plan.draft, power=Power.APPROVE, presenter="人事科")
        services.add_paper(
            draft, by=clerk, kind=PaperKind.DRAFT, title=f"{plan.draft}（草案）", text=WORDS[PaperKind.DRAFT]
        )
        services.add_paper(draft, by=clerk, kind=PaperKind.EXPLANATION, title="起草说明")
        front = term.delegates.serving().filter(is_front_line=True)[:9]
        services.seat_presidium(session, by=clerk, delegates=list(front))
    with clock.pinned(plan.held_on - timedelta(days=8)):
        for step in session.steps.filter(key__in=("request", "hand_in", "papers_out")):
            services.tick(session, by=clerk, step=step, done_on=min(step.due_on, clock.today()))
        services.convene(session, by=clerk)
        for delegation in term.delegations.all():
            services.note(draft, by=clerk, delegation=delegation, text="原则同意，建议向一线和夜班岗位倾斜。")
    return session


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


def _sit(world: World, session: Session, plan: Plan) -> None:
    """Reports are heard and resolved on, the draft is voted on by paper and adopted."""
    chair = world.users["chair"]
    services.open_session(session, by=chair)
    for item in session.items.exclude(power=Power.APPROVE):
        services.call(item, by=chair)
        services.hear(item, by=chair)
        text = f"会议听取和审议了{item.title}，同意这个报告。"
        services.resolve(item, by=chair, title=f"关于{item.title}的决议", text=text)
    draft = session.items.get(power=Power.APPROVE)
    services.call(draft, by=chair)
    _vote(world, draft)
    services.conclude(draft, by=chair)
    text = f"会议经无记名投票，审议通过《{plan.draft}》，自公布之日起施行。"
    services.resolve(draft, by=chair, title=f"关于通过《{plan.draft}》的决议", text=text)
    services.write_minutes(session, by=chair, minutes="会议听取审议了各项报告，票决通过了有关办法，完成了全部议程。")
    services.close(session, by=chair)


def _vote(world: World, item: AgendaItem) -> None:
    """Two tellers count the papers alike: nearly all for it."""
    tellers = [world.users["teller"], world.users["delegation_head"]]
    poll = services.open_vote(item, by=world.users["chair"], way=Way.PAPER, tellers=tellers)
    options = {option.stance: option.pk for option in poll.questions.get().options.all()}
    tallies = {options["yes"]: poll.present - 9, options["no"]: 5, options["abstain"]: 3}
    for teller in tellers:
        ballots.count(
            poll, by=teller, tallies=tallies, issued=poll.present, collected=poll.present - 1, valid=poll.present - 1
        )
    ballots.close(poll, by=world.users["chair"])
    ballots.declare(poll, by=world.users["chair"])


def _finish(world: World, session: Session, plan: Plan) -> None:
    """Announced, reported upward, archived within the week."""
    clerk = world.users["clerk"]
    with clock.pinned(plan.held_on + timedelta(days=5)):
        for resolution in session.resolutions.all():
            services.publish(resolution, by=clerk)
        services.file(session, by=clerk, filed_on=clock.today(), filing=plan.filing)
        services.archive(session, by=clerk)
