"""Who acts in the demo's proposals, and the short ways of letting them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from unionhall.accounts.models import User
from unionhall.accounts.roles import Role
from unionhall.congress.models import Delegate, Session
from unionhall.demo.world import World
from unionhall.kernel import clock
from unionhall.people.models import Department, Post
from unionhall.proposals import services
from unionhall.proposals.kinds import Criterion, Ground, Outcome, ReplyClass
from unionhall.proposals.models import Assignment, Call, DeliveryMeeting, Proposal
from unionhall.proposals.seed.topics import Topic

EVERY = tuple(Criterion.values)
REASONS = {
    Outcome.SUGGESTION: "属日常管理事项，转有关部门作为意见建议研究。",
    Outcome.ANSWER: "有关工作已列入今年计划，由提案委员会书面答复。",
    Outcome.DECLINE: "属个人事项，不作提案，请与所在部门协商。",
}


@dataclass
class Stage:
    """One session's proposals in the making: the office's and the departments' people, delegates in turn."""

    world: World
    session: Session
    call: Call | None = None
    delegates: list[Delegate] = field(default_factory=list)
    _turn: int = 0
    _people: dict[Any, dict[str, User]] = field(default_factory=dict)

    @classmethod
    def of(cls, world: World, session: Session) -> "Stage":
        """With the delegates of its term; whom a visitor plays comes first."""
        seats = session.term.delegates.serving().select_related("person__user", "term")
        played = {world.users[part].pk for part in ("delegate", "delegation_head")}
        ordered = sorted(seats, key=lambda seat: (seat.person.user_id not in played, str(seat.pk)))
        return cls(world, session, delegates=ordered)

    @property
    def committee(self) -> User:
        """Who acts for the proposals committee."""
        return self.world.users["proposals"]

    @property
    def leader(self) -> User:
        """Whom a visitor plays among the hospital's leaders: in charge of what he sees."""
        return self.world.users["hospital_leader"]

    def people_of(self, department: Department) -> dict[str, User]:
        """Handler and head of a department."""
        if department.pk not in self._people:
            posts = Post.objects.filter(
                seat__body__department=department, seat__role__in=(Role.HANDLER, Role.DEPARTMENT_HEAD)
            )
            self._people[department.pk] = {
                post.seat.role: post.person.user for post in posts.select_related("seat", "person__user")
            }
        return self._people[department.pk]

    def open_call(self, opens_on: date, closes_on: date, on: date | None = None) -> None:
        """Call for proposals, on the first day unless told otherwise."""
        with clock.pinned(on or opens_on):
            self.call = services.open_call(
                by=self.committee,
                session=self.session,
                opens_on=opens_on,
                closes_on=closes_on,
                text="请围绕医院发展和职工关心的问题提出，一事一案，写明案由、理由和具体建议。",
            )

    def next(self) -> Delegate:
        """The delegates in turn."""
        self._turn += 1
        return self.delegates[(self._turn - 1) % len(self.delegates)]

    def draft(self, topic: Topic, mover: Delegate) -> Proposal:
        """Write one down."""
        return services.draft(
            by=mover.person.user,
            call=self.call,
            category=topic.category,
            title=topic.title,
            grounds=f"职工对“{topic.title}”反映较多，影响日常工作，经与同科室人员讨论，认为有条件改进。",
            remedy="\n".join(f"{at}、{point}。" for at, point in enumerate(topic.points, 1)),
            suggested_department=Department.objects.get(name=topic.department),
        )

    def second(self, proposal: Proposal, count: int = 2) -> None:
        """Let delegates second it."""
        asked = list(self._others(proposal.mover, count))
        for second in services.ask_seconds(proposal, by=proposal.mover.person.user, delegates=asked):
            services.second(second, by=second.delegate.person.user, version=proposal.version)

    def _others(self, mover: Delegate, count: int) -> Iterator[Delegate]:
        picked = self.world.random.sample(self.delegates, count + 1)
        yield from [seat for seat in picked if seat.pk != mover.pk][:count]

    def hand_in(self, topic: Topic) -> Proposal:
        """Draft, second, submit, on the day the clock stands at."""
        mover = self.next()
        proposal = self.draft(topic, mover)
        self.second(proposal)
        services.submit(proposal, by=mover.person.user)
        return proposal

    def review(self, proposal: Proposal, outcome: str, into: Proposal | None = None) -> None:
        """The committee's opinion, with what it asks for."""
        services.review(
            proposal,
            by=self.committee,
            outcome=outcome,
            met=EVERY,
            grounds=[Ground.PERSONAL] if outcome == Outcome.DECLINE else [],
            reason=REASONS.get(Outcome(outcome), ""),
            merged_into=into,
        )

    def assign(self, case: Proposal, meeting: DeliveryMeeting, *, supporting: Sequence[str] = ()) -> Assignment:
        """Give it to the department its mover thought of."""
        return services.assign(
            case,
            by=self.committee,
            meeting=meeting,
            department=case.suggested_department,
            supporting=list(Department.objects.filter(name__in=supporting)),
            leader=self.leader.person,
        )

    def reply(self, case: Proposal, reply_class: str, **said: Any) -> None:
        """Draft and sign it; the leader sees it and it goes out."""
        self.sign(case, reply_class, **said)
        services.answer(case, by=self.leader, remark="同意答复。")

    def sign(self, case: Proposal, reply_class: str, **said: Any) -> None:
        """Draft it and let the head sign."""
        people = self.people_of(case.department)
        text = f"{ANSWERS[ReplyClass(reply_class)]}感谢您对医院工作的关心。"
        known = {"reply_class": reply_class, "text": text, "met_on": clock.today()} | said
        reply = services.write_reply(case, by=people[Role.HANDLER], **known)
        services.sign(reply, by=people[Role.DEPARTMENT_HEAD])

    def rate(self, case: Proposal, attitude: str, result: str, **more: Any) -> None:
        """What its mover says."""
        services.rate(case, by=case.mover.person.user, attitude=attitude, result=result, **more)


ANSWERS = {
    ReplyClass.A: "所提建议已经采纳并办理完毕。",
    ReplyClass.B: "所提建议正在办理，将按承诺的时间完成。",
    ReplyClass.C: "所提建议已列入工作计划，分步实施。",
    ReplyClass.D: "所提建议受条件限制暂不能解决，留作今后工作参考。",
}
