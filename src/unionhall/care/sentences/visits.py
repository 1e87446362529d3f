"""How visits and gifts are told in a report; persons are never named."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from unionhall.care.figures import visits as figures
from unionhall.care.kinds.words import Festival, Occasion, Side
from unionhall.care.models import Issue, VisitSet
from unionhall.figures.scope import Scope
from unionhall.figures.sentences import Sentence, Topic, sentences


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


@sentences(topic=Topic.CARE, keys=["care.days_to_visit"])
def how_soon(scope: Scope) -> Iterator[Sentence]:
    """How soon the union stood at the door."""
    yield Sentence(
        scope.first,
        _("职工遇事后，工会走访用时的中位数为{days}。"),
        days=figures.days_to_visit(scope),
    )


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
    cash, goods = figures.cash(scope), figures.goods(scope)
    if cash.value and goods.value:
        yield Sentence(
            scope.first,
            _("走访慰问职工{visits}（{people}），送去慰问金{cash}、慰问品{goods}。"),
            cash=cash,
            goods=goods,
            **counted,
        )
    else:
        yield Sentence(scope.first, _("走访慰问职工{visits}（{people}）。"), **counted)


@sentences(topic=Topic.CARE, keys=["care.visits"])
def by_occasion(scope: Scope) -> Iterator[Sentence]:
    """Those in hospital, the bereaved, birthdays, newborn: each kind with its number."""
    for occasion in (
        Occasion.HOSPITAL,
        Occasion.BIRTHDAY,
        Occasion.BEREAVEMENT,
        Occasion.WEDDING,
        Occasion.BIRTH,
        Occasion.DISASTER,
    ):
        here = scope.of(occasion=occasion)
        yield Sentence(
            scope.first,
            _("职工{occasion}，工会走访慰问{visits}。"),
            occasion=str(occasion.label),
            visits=figures.visits(here),
        )


@sentences(topic=Topic.CARE, keys=["care.visits"])
def at_festivals(scope: Scope) -> Iterator[Sentence]:
    """Who was called on at each festival, members in hardship apart."""
    for festival in Festival:
        here = scope.of(festival=festival)
        yield Sentence(
            scope.first,
            _("{festival}期间走访慰问{visits}。"),
            festival=str(festival.label),
            visits=figures.visits(here),
        )
        yield Sentence(
            scope.first,
            _("{festival}期间看望慰问困难职工{visits}。"),
            festival=str(festival.label),
            visits=figures.visits(here.of(occasion=Occasion.HARDSHIP)),
        )


@sentences(topic=Topic.CARE, keys=["care.retiree_visits", "care.visited_retirees", "care.retiree_cash"])
def retirees(scope: Scope) -> Iterator[Sentence]:
    """The retired, who are paid from another source (CARE-14)."""
    counted = {"visits": figures.retiree_visits(scope), "people": figures.retirees(scope)}
    if figures.retiree_cash(scope).value:
        yield Sentence(
            scope.first,
            _("走访慰问离退休职工{visits}（{people}），由离退休经费发放补助金{cash}。"),
            cash=figures.retiree_cash(scope),
            **counted,
        )
    else:
        yield Sentence(scope.first, _("走访慰问离退休职工{visits}（{people}）。"), **counted)


@sentences(topic=Topic.CARE, keys=["care.visitors"])
def who_went(scope: Scope) -> Iterator[Sentence]:
    """That leaders, the union and departments went themselves."""
    for side in (Side.LEADERSHIP, Side.DEPARTMENT):
        yield Sentence(
            scope.first,
            _("{side}参加走访{visitors}。"),
            side=str(side.label),
            visitors=figures.visitors(scope.of(side=side)),
        )


@sentences(topic=Topic.CARE, keys=["care.gifts", "care.gift_value"])
def gifts(scope: Scope) -> Iterator[Sentence]:
    """One sentence for each issue signed for in the period."""
    issues = Issue.objects.filter(entitlements__signed_on__range=(scope.first, scope.last)).distinct()
    for issue in issues.order_by("roll_on", "number"):
        here = scope.of(issue=issue)
        yield Sentence(
            issue.roll_on,
            _("组织“{name}”，发放慰问品{gifts}，价值{value}。"),
            name=issue.title,
            gifts=figures.gifts(here),
            value=figures.gift_value(here),
        )
