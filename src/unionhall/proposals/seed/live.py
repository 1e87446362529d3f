"""A session to come, so that every step can be tried: some handed in early are already with the departments."""

from datetime import date, timedelta

from unionhall.accounts.roles import Role
from unionhall.congress import services as congress
from unionhall.congress.models import Session, Term
from unionhall.demo.world import World
from unionhall.kernel import clock
from unionhall.proposals import services
from unionhall.proposals.kinds import Decider, Mark, Outcome, Part
from unionhall.proposals.models import Proposal
from unionhall.proposals.seed.stage import Stage
from unionhall.proposals.seed.topics import AHEAD
from unionhall.proposals.seed.unhappy import WEEK


def ahead(world: World, term: Term) -> Session | None:
    """The next session, five weeks from today; None when the term is over by then."""
    day = clock.today() + 5 * WEEK
    if day > term.ends_on:
        return None
    return congress.prepare(by=world.users["clerk"], term=term, held_on=day, venue="门诊楼学术报告厅")


def go_on(stage: Stage) -> None:
    """Early ones decided by the joint meeting and handed over; later ones under review; some still being written."""
    today = clock.today()
    stage.open_call(today - 5 * WEEK, today + 2 * WEEK)
    with clock.pinned(today - 5 * WEEK):
        early = [stage.hand_in(topic) for topic in AHEAD[:10]]
    _with_departments(stage, early, today)
    with clock.pinned(today - timedelta(days=1)):
        reviewed, _submitted = (stage.hand_in(topic) for topic in AHEAD[10:12])
        stage.review(reviewed, Outcome.FILE)
        _being_written(stage)


def _with_departments(stage: Stage, sheets: list[Proposal], today: date) -> None:
    """Filed, and each of them one step further than the next."""
    with clock.pinned(today - 4 * WEEK):
        for sheet in sheets:
            stage.review(sheet, Outcome.ANSWER if sheet is sheets[0] else Outcome.FILE)
        decision = services.record_decision(
            by=stage.committee, call=stage.call, decider=Decider.JOINT, decided_on=clock.today()
        )
        services.approve_all(by=stage.committee, decision=decision, proposals=sheets)
        meeting = services.record_delivery(
            by=stage.committee, call=stage.call, held_on=clock.today(), place="行政楼会议室"
        )
        for sheet in sheets[2:]:
            stage.assign(sheet, meeting)
    _answer_only, _filed, _assigned, returned, *taken = sheets
    with clock.pinned(today - 4 * WEEK + timedelta(days=1)):
        share = returned.assignments.get(part=Part.LEAD)
        services.ask_return(share, by=_handler(stage, returned), reason="主要职责不在本部门。")
        services.agree_return(share, by=stage.committee)
        for case in taken:
            services.accept(case.assignments.get(part=Part.LEAD), by=_handler(stage, case))
            case.refresh_from_db()
    _answers(stage, taken, today)


def _handler(stage: Stage, case: Proposal) -> object:
    return stage.people_of(case.department)[Role.HANDLER]


def _answers(stage: Stage, cases: list[Proposal], today: date) -> None:
    """Taken on; in hand with a reply to be seen; answered; rated; handled again; before the joint meeting."""
    _accepted, in_hand, answered, rated, again, twice = cases
    with clock.pinned(today - 2 * WEEK):
        services.work(in_hand, by=_handler(stage, in_hand), text="已与提案人见面，正在征求意见。")
        stage.sign(in_hand, "B", promised_on=today + 20 * WEEK)
        for case in (answered, rated, again, twice):
            stage.reply(case, "A")
    with clock.pinned(today - WEEK):
        stage.rate(rated, Mark.SATISFIED, Mark.FAIR)
        for case in (again, twice):
            stage.rate(case, Mark.FAIR, Mark.UNSATISFIED, words="没有说明完成时间。", wants_again=True)
            services.reopen(case, by=stage.committee)
        stage.reply(twice, "D", reason="受场地限制。")
        stage.rate(twice, Mark.FAIR, Mark.UNSATISFIED, words="仍未解决。", wants_again=True)
        services.escalate(twice, by=stage.committee, reason="再次办理后仍不满意。")


def _being_written(stage: Stage) -> None:
    """The delegate visitors play has a draft that waits for a second, and is asked for theirs."""
    played, head = stage.delegates[:2]
    own = stage.draft(AHEAD[14], played)
    services.ask_seconds(own, by=played.person.user, delegates=[head, stage.delegates[9]])
    other = stage.draft(AHEAD[13], head)
    services.ask_seconds(other, by=head.person.user, delegates=[played])
    stage.draft(AHEAD[14], played)
