"""How drives, aid, hardship, health checks, recuperation and cover are told. Nobody is named, no illness, no department."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from unionhall.care.figures import aid as figures
from unionhall.care.kinds.drive import Goal
from unionhall.care.selectors import aid_totals as selectors
from unionhall.figures.scope import Scope
from unionhall.figures.sentences import Sentence, Topic, sentences

# By how much is known of where it went: nothing, what was handed over, and what was left besides.
COLLECTED = (
    _("{on}起为遇到困难的职工发起“{name}”，收到捐款{donations}共{donated}。"),
    _("{on}起为遇到困难的职工发起“{name}”，收到捐款{donations}共{donated}，已交付{paid}。"),
    _("{on}起为遇到困难的职工发起“{name}”，收到捐款{donations}共{donated}，已交付{paid}，结余{rest}按约定处理。"),
)


@sentences(topic=Topic.CARE, keys=["care.donated", "care.donations", "care.drive_paid"])
def collections(scope: Scope) -> Iterator[Sentence]:
    """Each drive: what came in, what its beneficiary was given, and what was left and went where it was said (DON-03)."""
    for drive in selectors.drives(scope).order_by("opens_on"):
        here = scope.of(drive=drive)
        paid, rest = (figures.drive_paid(here.of(goal=goal.value)) for goal in (Goal.AID, Goal.REMAINDER))
        told = {"donated": figures.donated(here), "donations": figures.donations(here)}
        went = {"paid": paid} | ({"rest": rest} if rest else {}) if paid else {}
        yield Sentence(drive.opens_on, COLLECTED[len(went)], on=drive.opens_on, name=drive.title, **told, **went)


@sentences(topic=Topic.CARE, keys=["care.aid_cash", "care.days_to_aid"])
def rescues(scope: Scope) -> Iterator[Sentence]:
    """Each one-off aid after an accident, and how soon it came."""
    for aid in selectors.rescues(scope).filter(cash__gt=0).order_by("paid_on"):
        here = scope.of(aid=aid)
        told = {"on": aid.paid_on, "cash": figures.aid_cash(here)}
        if days := figures.days_to_aid(here):
            words = _("职工家中突遭意外，{on}发放一次性救助金{cash}，距事发{days}。")
            yield Sentence(aid.paid_on, words, days=days, **told)
        else:
            yield Sentence(aid.paid_on, _("职工家中突遭意外，当天发放一次性救助金{cash}。"), **told)


@sentences(topic=Topic.CARE, keys=["care.aid_cash", "care.aid_times", "care.aid_people"])
def year_of_aid(scope: Scope) -> Iterator[Sentence]:
    """How much aid there was, all in all; where there was one rescue alone, that has been told."""
    times = figures.aid_times(scope)
    if times.value != selectors.rescues(scope).count():
        yield Sentence(
            scope.last,
            _("期间共发放困难补助、救助和助学金{cash}，帮扶{times}（{people}）。"),
            cash=figures.aid_cash(scope),
            times=times,
            people=figures.aid_people(scope),
        )


@sentences(topic=Topic.CARE, keys=["care.households_told", "care.households_visited", "care.households_lifted"])
def hardship(scope: Scope) -> Iterator[Sentence]:
    """Households on file, visited and out of hardship; each is said only where it names nobody by being few."""
    yield Sentence(
        scope.last,
        _("按深度困难、相对困难、意外致困三类建立困难职工档案，期末在档{households}。"),
        households=figures.households_told(scope),
    )
    yield Sentence(scope.last, _("入户走访困难职工家庭{visited}。"), visited=figures.households_visited(scope))
    yield Sentence(scope.last, _("经帮扶，{lifted}困难职工家庭脱困。"), lifted=figures.households_lifted(scope))


@sentences(topic=Topic.HEALTH, keys=["care.check_eligible", "care.check_examined", "care.check_share"])
def health_checks(scope: Scope) -> Iterator[Sentence]:
    """Each round with its base."""
    for one in selectors.rounds(scope).order_by("begins_on"):
        here = scope.of(round=one)
        yield Sentence(
            one.begins_on,
            _("{on}起组织{name}，应检{eligible}，已检{examined}，体检率{share}。"),
            on=one.begins_on,
            name=one.title,
            eligible=figures.eligible(here),
            examined=figures.examined(here),
            share=figures.examined_share(here),
        )


@sentences(topic=Topic.HEALTH, keys=["care.rest_batches", "care.rest_people"])
def recuperation(scope: Scope) -> Iterator[Sentence]:
    """Who recuperated."""
    yield Sentence(
        scope.last,
        _("组织职工疗休养{batches}，{people}参加。"),
        batches=figures.batches(scope),
        people=figures.rested(scope),
    )


@sentences(topic=Topic.WELFARE, keys=["care.cover_people", "care.cover_paid"])
def cover(scope: Scope) -> Iterator[Sentence]:
    """Who is covered, and what it paid."""
    covered = {"people": figures.covered(scope)}
    if paid := figures.cover_paid(scope):
        yield Sentence(scope.last, _("期末有{people}参加职工互助保障，期间获给付{paid}。"), **covered, paid=paid)
    else:
        yield Sentence(scope.last, _("期末有{people}参加职工互助保障。"), **covered)
