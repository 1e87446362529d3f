"""How visits and gifts are told in a report; persons are never named."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from unionhall.care.figures import visits as figures
from unionhall.care.kinds.words import Festival, Occasion, Side
from unionhall.care.models import Issue, VisitSet
from unionhall.figures.readings import Reading
from unionhall.figures.scope import Scope
from unionhall.figures.sentences import Sentence, Topic, sentences
from unionhall.rulebook import services as rulebook

TOLD_BY_OCCASION = (
    Occasion.HOSPITAL,
    Occasion.OPERATION,
    Occasion.BIRTH,
    Occasion.WEDDING,
    Occasion.BEREAVEMENT,
    Occasion.DEATH,
    Occasion.DISASTER,
    Occasion.RETIREMENT,
    Occasion.BIRTHDAY,
)
AT_FESTIVALS = {
    Occasion.HARDSHIP: _("困难职工"),
    Occasion.RETIREE: _("离退休职工"),
    Occasion.DUTY: _("坚守岗位职工"),
}


@sentences(topic=Topic.CARE, keys=["care.standards"])
def rules_in_force(scope: Scope) -> Iterator[Sentence]:
    """That care is a rule and no mood: the five visits and the standards in force."""
    known = VisitSet.objects.in_force(scope.last)
    if known:
        yield Sentence(
            known.valid_from,
            _("执行“{name}”制度，必访事由为{occasions}，现行慰问标准{standards}。"),
            name=known.name,
            occasions="、".join(str(rule) for rule in known.rules.all()),
            standards=figures.standards(scope),
        )


@sentences(topic=Topic.CARE, keys=["care.visit_months", "care.days_to_visit"])
def how_steadily(scope: Scope) -> Iterator[Sentence]:
    """That the union calls month by month, and how soon it stands at the door."""
    months, days = figures.months(scope), figures.days_to_visit(scope)
    if days:
        words = _("走访慰问做到经常化，期间{months}都有走访；职工遇事后，走访用时的中位数为{days}。")
        yield Sentence(scope.first, words, months=months, days=days)
    else:
        yield Sentence(scope.first, _("走访慰问做到经常化，期间{months}都有走访。"), months=months)


@sentences(topic=Topic.CARE, keys=["care.visits_due", "care.visits_done", "care.visit_rate", "care.in_time_rate"])
def five_visits(scope: Scope) -> Iterator[Sentence]:
    """What was due and done, and by which share."""
    yield Sentence(
        scope.first,
        _("必访事项应走访{due}，已走访{done}，必访率{rate}，及时率{in_time}。"),
        due=figures.due(scope),
        done=figures.done(scope),
        rate=figures.must_rate(scope),
        in_time=figures.time_rate(scope),
    )


@sentences(topic=Topic.CARE, keys=["care.visits", "care.visited_people", "care.visit_cash", "care.visit_goods"])
def all_visits(scope: Scope) -> Iterator[Sentence]:
    """How many were called on, and what was brought."""
    counted = {"visits": figures.visits(scope), "people": figures.people(scope)}
    brought = _brought(figures.cash(scope), figures.goods(scope), cash=gettext("慰问金{cash}"))
    words = _("走访慰问职工{visits}（{people}），{brought}。") if brought else _("走访慰问职工{visits}（{people}）。")
    yield _listed(scope, words, brought, **counted)


@sentences(topic=Topic.CARE, keys=["care.visits"])
def by_occasion(scope: Scope) -> Iterator[Sentence]:
    """Those in hospital, the newborn, the married, the bereaved, birthdays: each kind with its number, in one breath."""
    parts = {str(one.label): figures.visits(scope.of(occasion=one)) for one in TOLD_BY_OCCASION}
    if listed := _counted(parts):
        yield _listed(scope, _("按走访事由分：{listed}。"), listed, name="listed")


@sentences(topic=Topic.CARE, keys=["care.visits"])
def at_festivals(scope: Scope) -> Iterator[Sentence]:
    """Who was called on at each festival: members in hardship, the retired, those on duty apart."""
    for festival in Festival:
        here = scope.of(festival=festival)
        visits = figures.visits(here)
        parts = {str(label): figures.visits(here.of(occasion=one)) for one, label in AT_FESTIVALS.items()}
        poor = str(AT_FESTIVALS[Occasion.HARDSHIP])
        if parts[poor].value < rulebook.value("care.small_cell_min", scope.last):
            del parts[poor]  # so few could be guessed (PRI-06)
        told = {"festival": str(festival.label), "visits": visits}
        if listed := _counted(parts):
            words = _("{festival}期间走访慰问{visits}，其中{listed}。")
            yield _listed(scope, words, listed, name="listed", **told)
        else:
            yield Sentence(scope.first, _("{festival}期间走访慰问{visits}。"), **told)


@sentences(
    topic=Topic.CARE, keys=["care.retiree_visits", "care.visited_retirees", "care.retiree_cash", "care.retiree_goods"]
)
def retirees(scope: Scope) -> Iterator[Sentence]:
    """The retired, who are paid from another source (CARE-14)."""
    counted = {"visits": figures.retiree_visits(scope), "people": figures.retirees(scope)}
    brought = _brought(figures.retiree_cash(scope), figures.retiree_goods(scope), cash=gettext("补助金{cash}"))
    with_gifts = _("走访慰问离退休职工{visits}（{people}），{brought}，由离退休经费列支。")
    words = with_gifts if brought else _("走访慰问离退休职工{visits}（{people}）。")
    yield _listed(scope, words, brought, **counted)


@sentences(topic=Topic.CARE, keys=["care.visitors"])
def who_went(scope: Scope) -> Iterator[Sentence]:
    """That leaders, the union and departments went themselves."""
    parts = {str(side.label): figures.visitors(scope.of(side=side)) for side in Side}
    if listed := _counted(parts):
        yield _listed(scope, _("参加走访的有：{listed}。"), listed, name="listed")


Listed = tuple[str, dict[str, Reading]]


def _counted(parts: dict[str, Reading]) -> Listed | None:
    """Those of the parts that have something, each with its number; None where none has."""
    there = {label: reading for label, reading in parts.items() if reading}
    slots = {f"part{at}": reading for at, reading in enumerate(there.values())}
    words = [f"{label}{{{slot}}}" for label, slot in zip(there, slots, strict=True)]
    return ("、".join(words), slots) if there else None


def _brought(money: Reading, things: Reading, *, cash: str) -> Listed | None:
    """Cash and value of goods, as far as there was any."""
    parts = [(cash, "cash", money), (gettext("慰问品价值{goods}"), "goods", things)]
    there = [(words, name, reading) for words, name, reading in parts if reading]
    if not there:
        return None
    text = gettext("送去%(things)s") % {"things": "、".join(words for words, _name, _reading in there)}
    return text, {name: reading for _words, name, reading in there}


def _listed(scope: Scope, words: Any, listed: Listed | None, *, name: str = "brought", **slots: Any) -> Sentence:
    """A sentence one of whose slots is itself a list with figures in it."""
    text, more = listed or ("", {})
    return Sentence(scope.first, str(words).replace(f"{{{name}}}", text), **slots, **more)


@sentences(topic=Topic.CARE, keys=["care.gifts", "care.gift_value"])
def gifts(scope: Scope) -> Iterator[Sentence]:
    """One sentence for each issue signed for in the period."""
    issues = Issue.objects.filter(entitlements__signed_on__range=(scope.first, scope.last)).distinct()
    for issue in issues.order_by("roll_on", "number"):
        here = scope.of(issue=issue)
        yield Sentence(
            issue.roll_on,
            _("开展“{name}”，发放慰问品{gifts}，价值{value}。"),
            name=issue.title,
            gifts=figures.gifts(here),
            value=figures.gift_value(here),
        )
