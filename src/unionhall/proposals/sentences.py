"""How proposals are told in a report; sheets, cases and points never mixed (PRO-09)."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from unionhall.figures.scope import Scope
from unionhall.figures.sentences import Sentence, Topic, sentences
from unionhall.proposals import figures
from unionhall.proposals.models import Call, Decision


def _calls(scope: Scope) -> list[Call]:
    """The calls of the sessions held in the scope, the earliest first."""
    held = Call.objects.filter(session__held_on__range=(scope.first, scope.last))
    return list(held.select_related("session__term").order_by("session__held_on"))


@sentences(topic=Topic.PROPOSALS, keys=["proposals.received", "proposals.movers", "proposals.points"])
def came_in(scope: Scope) -> Iterator[Sentence]:
    """What delegates handed in for each session."""
    for call in _calls(scope):
        here = scope.of(session=call.session)
        yield Sentence(
            call.session.held_on,
            _("{name}共收到代表提案{received}，由{movers}代表提出，含具体建议{points}。"),
            name=str(call.session),
            received=figures.received(here),
            movers=figures.movers(here),
            points=figures.points(here),
        )


@sentences(
    topic=Topic.PROPOSALS,
    keys=["proposals.filed_sheets", "proposals.cases", "proposals.docket_rate", "proposals.suggestions"],
)
def reviewed(scope: Scope) -> Iterator[Sentence]:
    """What the committee found, and who decided on which day."""
    for call in _calls(scope):
        here = scope.of(session=call.session)
        decision = Decision.objects.filter(call=call, decided_on__lte=scope.as_of).order_by("decided_on").first()
        if decision is None:
            continue
        yield Sentence(
            call.session.held_on,
            _("提案工作委员会逐件审查，{on}经{decider}审定立案{sheets}，并案后为{cases}，立案率{rate}。"),
            on=decision.decided_on,
            decider=str(decision.get_decider_display()),
            sheets=figures.filed_sheets(here),
            cases=figures.cases(here),
            rate=figures.docket_rate(here),
        )
        others = figures.suggestions(here)
        if others:
            yield Sentence(call.session.held_on, _("其余提案中转为意见建议{others}，均以书面说明理由。"), others=others)


@sentences(
    topic=Topic.PROPOSALS,
    keys=[
        "proposals.handled",
        "proposals.handled_rate",
        "proposals.replied",
        "proposals.reply_rate",
        "proposals.chased",
    ],
)
def handled(scope: Scope) -> Iterator[Sentence]:
    """How far the answers are, and how often departments were pressed."""
    for call in _calls(scope):
        here = scope.of(session=call.session)
        told = {
            "handled": figures.handled(here),
            "share": figures.handled_rate(here),
            "replied": figures.replied(here),
            "rate": figures.reply_rate(here),
        }
        yield Sentence(
            call.session.held_on,
            _("有处理结果的{handled}，处理率{share}；立案提案已答复{replied}，办复率{rate}。"),
            **told,
        )
        if chased := figures.chased(here):
            yield Sentence(call.session.held_on, _("会后督促承办部门办理{chased}。"), chased=chased)


@sentences(
    topic=Topic.PROPOSALS,
    keys=["proposals.implemented", "proposals.implementation_rate", "proposals.result_rate", "proposals.attitude_rate"],
)
def came_true(scope: Scope) -> Iterator[Sentence]:
    """What was done of it, and what movers think."""
    for call in _calls(scope):
        here = scope.of(session=call.session)
        yield Sentence(
            call.session.held_on,
            _("已落实{done}，落实率{rate}。"),
            done=figures.implemented(here),
            rate=figures.implementation_rate(here),
        )
        yield Sentence(
            call.session.held_on,
            _("提案人评价{ratings}，对办理态度的满意率{attitude}，对办理结果的满意率{result}。"),
            ratings=figures.ratings(here),
            attitude=figures.attitude_rate(here),
            result=figures.result_rate(here),
        )


@sentences(topic=Topic.PROPOSALS, keys=["proposals.carried_over", "proposals.excellent"])
def goes_on(scope: Scope) -> Iterator[Sentence]:
    """What is carried over, and what was commended."""
    if carried := figures.carried_over(scope):
        yield Sentence(scope.last, _("尚未落实的{carried}结转下次会议继续办理。"), carried=carried)
    if excellent := figures.excellent(scope):
        yield Sentence(scope.last, _("评选优秀提案{excellent}。"), excellent=excellent)
