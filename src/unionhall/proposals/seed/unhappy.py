"""Two movers who were not satisfied: one with the first reply, one with both."""

from datetime import timedelta

from unionhall.accounts.roles import Role
from unionhall.kernel import clock
from unionhall.proposals import services
from unionhall.proposals.kinds import Mark
from unionhall.proposals.models import Proposal
from unionhall.proposals.seed.stage import Stage

WEEK = timedelta(days=7)


def handle_again(stage: Stage, case: Proposal) -> None:
    """Rated 不满意, handled once more within the month (PRO-17)."""
    case.refresh_from_db()
    with clock.pinned(case.answered_on + WEEK):
        stage.rate(case, Mark.FAIR, Mark.UNSATISFIED, words="答复没有说明时间安排。", wants_again=True)
        services.reopen(case, by=stage.committee, reason="提案人要求再次办理。")
    with clock.pinned(case.answered_on + 3 * WEEK):
        stage.reply(case, "A", text="已排定时间表并开始实施，详情已当面说明。")


def satisfy(stage: Stage, case: Proposal) -> None:
    """The second reply does."""
    handle_again(stage, case)
    with clock.pinned(case.answered_on + WEEK):
        stage.rate(case, Mark.SATISFIED, Mark.SATISFIED)
        services.close(case, by=stage.committee)


def settle(stage: Stage, case: Proposal) -> None:
    """The second reply does not either: the joint meeting has the last word."""
    handle_again(stage, case)
    with clock.pinned(case.answered_on + WEEK):
        stage.rate(case, Mark.FAIR, Mark.UNSATISFIED, words="措施力度不够。", wants_again=True)
        services.escalate(case, by=stage.committee, reason="再次办理后仍不满意。")
    with clock.pinned(case.answered_on + 2 * WEEK):
        services.settle(case, by=stage.committee, text="党政联席会议决定追加专项经费，由主办部门按季度报告进度。")


def answer_late(stage: Stage, case: Proposal) -> None:
    """The department is pressed, and replies after its day."""
    with clock.pinned(case.due_on + timedelta(days=1)):
        services.chase(case, by=stage.committee, text="答复期限已过，请抓紧办理并说明原因。")
    with clock.pinned(case.due_on + WEEK):
        stage.reply(case, "A")


def extend(stage: Stage, case: Proposal) -> None:
    """More time is asked for once, and given; the reply keeps to it."""
    share = case.assignments.get(part="lead", state="accepted")
    until = case.due_on + 4 * WEEK
    with clock.pinned(case.due_on - WEEK):
        wish = services.ask_extension(
            share, by=stage.people_of(case.department)[Role.HANDLER], until=until, reason="需等厂家到场检测。"
        )
        services.grant_extension(wish, by=stage.committee)
    case.refresh_from_db()
    with clock.pinned(until - WEEK):
        stage.reply(case, "A")
