"""The demo union's proposals, put there by the verbs the pages call."""

from datetime import date

from unionhall.congress.models import Session
from unionhall.demo.world import World
from unionhall.kernel import clock
from unionhall.proposals import services
from unionhall.proposals.models import Proposal
from unionhall.proposals.seed import live, past, unhappy
from unionhall.proposals.seed.stage import Stage


def seed(world: World) -> None:
    """Two sessions lived through, the second with more than fifty proposals, and one to come; the small union has none."""
    if world.is_small:
        return
    first, second = Session.objects.took_place().filter(term__kind="staff").select_related("term").order_by("held_on")
    coming = live.ahead(world, second.term)
    _first_year(Stage.of(world, first), second)
    _second_year(Stage.of(world, second), coming)
    if coming:
        live.go_on(Stage.of(world, coming))


def _first_year(stage: Stage, after: Session) -> None:
    """All answered; what was still promised a year later goes on."""
    cases = past.live_through(stage, past.FIRST)
    past.conclude(stage, cases, archived_on=date(2022, 12, 20))
    promised = [case for case in cases if case.promises]
    past.fulfil(stage, promised[:3], date(2022, 11, 18))
    _carry(stage, promised[3:], after, date(2023, 1, 25))
    past.fulfil(stage, promised[3:4], date(2023, 4, 20))


def _second_year(stage: Stage, after: Session | None) -> None:
    """Fifty-three handed in in time, each with its answer by the middle of the year."""
    cases = past.live_through(stage, past.SECOND)
    past.leave_some(stage)
    again, twice = (case for case in cases if case.reply_class == "D")
    unhappy.satisfy(stage, again)
    unhappy.settle(stage, twice)
    content = [case for case in cases if case not in (again, twice)]
    past.conclude(stage, content, archived_on=date(2023, 12, 20))
    promised = [case for case in content if case.promises]
    past.fulfil(stage, promised[:6], date(2023, 9, 8))
    with clock.pinned(date(2023, 12, 22)):
        for case in [case for case in content if not case.promises][:3]:
            services.commend(case, by=stage.committee, reason="建议具体，采纳后效果明显。")
    if after:
        _carry(stage, promised[6:], after, date(2023, 12, 28))


def _carry(stage: Stage, cases: list[Proposal], to: Session, on: date) -> None:
    with clock.pinned(on):
        for case in cases:
            case.refresh_from_db()
            services.carry_over(case, by=stage.committee, session=to, text="尚在实施，转下次会议继续办理。")
