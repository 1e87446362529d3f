"""How activities are told in a report, each filed under what it is about."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from unionhall.activities import figures, selectors
from unionhall.activities.kinds import Audience, Kind, Sector, Theme
from unionhall.activities.models import Activity, Series
from unionhall.figures.scope import Scope
from unionhall.figures.sentences import Sentence, Topic, sentences

TOLD_APART = (Theme.MODELS, Theme.INTEGRITY)
TAUGHT = (Kind.TRAINING, Kind.LECTURE)


def _line(activity: Activity, words: Any, **slots: Any) -> Sentence:
    return Sentence(activity.held_from, words, on=activity.held_from, name=str(activity), **slots)


def _in_order(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.order_by("held_from", "number")


@sentences(topic=Topic.CULTURE, keys=["activities.held", "activities.entries", "activities.people"])
def year_of_culture(scope: Scope) -> Iterator[Sentence]:
    """How much there was, all in all."""
    yield Sentence(
        scope.first,
        _("期间共举办各类活动{held}，{people}参加，计{entries}。"),
        held=figures.held(scope),
        people=figures.people(scope),
        entries=figures.entries(scope),
    )


@sentences(topic=Topic.CULTURE, keys=["activities.entries", "activities.items", "activities.prizes"])
def meets(scope: Scope) -> Iterator[Sentence]:
    """One sentence for each sports meet (ACT-02)."""
    for meet in _in_order(selectors.held(scope).filter(kind=Kind.SPORTS_MEET)):
        here = scope.of(activity=meet)
        counted = {"entries": figures.entries(here), "items": figures.items(here)}
        if prizes := figures.prizes(here):
            yield _line(
                meet, _("{on}举办{name}，设项目{items}，{entries}参赛，发放奖品{prizes}。"), prizes=prizes, **counted
            )
        else:
            yield _line(meet, _("{on}举办{name}，设项目{items}，{entries}参赛。"), **counted)


@sentences(topic=Topic.CULTURE, keys=["activities.people", "activities.size_rank"])
def shows_and_contests(scope: Scope) -> Iterator[Sentence]:
    """Contests, performances, games, exhibitions and celebrations for all; the largest ever is said to be so."""
    kinds = (Kind.CONTEST, Kind.PERFORMANCE, Kind.GAMES, Kind.EXHIBITION, Kind.CELEBRATION)
    told = selectors.held(scope).filter(kind__in=kinds, series=None).exclude(audience=Audience.WOMEN)
    largest = selectors.largest(scope)
    for activity in _in_order(told.exclude(theme__in=TOLD_APART)):
        here = scope.of(activity=activity)
        if activity == largest and activity.kind == Kind.CONTEST and figures.size_rank(here).value == 1:
            yield _line(
                activity,
                _("{on}举办{name}，{people}参加，参加人数居历次活动第{rank}。"),
                people=figures.people(here),
                rank=figures.size_rank(here),
            )
        else:
            yield _line(activity, _("{on}举办{name}，{people}参加。"), people=figures.people(here))


@sentences(topic=Topic.CULTURE, keys=["activities.held", "activities.entries"])
def series(scope: Scope) -> Iterator[Sentence]:
    """What comes back within the period is told once: how often, and how many came."""
    ran = selectors.held(scope).exclude(kind=Kind.SPORTS_MEET).exclude(kind__in=TAUGHT)
    for one in Series.objects.filter(pk__in=ran.values("series")):
        here = scope.of(series=one)
        yield Sentence(
            _first(ran.filter(series=one)),
            _("“{name}”系列活动举办{held}，{entries}参加。"),
            name=one.name,
            held=figures.held(here),
            entries=figures.entries(here),
        )


@sentences(topic=Topic.WOMEN, keys=["activities.items", "activities.women"])
def for_women(scope: Scope) -> Iterator[Sentence]:
    """What was held for women, with its items by name."""
    for activity in _in_order(selectors.held(scope).filter(audience=Audience.WOMEN)):
        here = scope.of(activity=activity)
        names = str(_("、")).join(activity.items.declared().values_list("name", flat=True))
        if names:
            yield _line(
                activity,
                _("{on}举办{name}，设{names}等项目{items}，女职工{women}参加。"),
                names=names,
                items=figures.items(here),
                women=figures.women(here),
            )
        else:
            yield _line(activity, _("{on}举办{name}，女职工{women}参加。"), women=figures.women(here))


@sentences(topic=Topic.TRAINING, keys=["activities.trainings", "activities.training_hours", "activities.entries"])
def year_of_training(scope: Scope) -> Iterator[Sentence]:
    """How much was taught in skills, and on what."""
    here = scope.of(theme=Theme.SKILLS)
    topics = dict.fromkeys(selectors.trainings(here).order_by("held_from").values_list("training__topic", flat=True))
    yield Sentence(
        scope.first,
        _("组织职业技能培训{held}，内容有{topics}，共{hours}，{entries}参加。"),
        topics=str(_("、")).join(topics),
        held=figures.trainings(here),
        hours=figures.hours(here),
        entries=figures.entries(here),
    )


@sentences(topic=Topic.STUDY, keys=["activities.held", "activities.people", "activities.departments"])
def learning_from_models(scope: Scope) -> Iterator[Sentence]:
    """The campaign to learn from the exemplary, and how many departments answered it."""
    here = scope.of(theme=Theme.MODELS)
    if campaign := _first(selectors.held(here)):
        yield Sentence(
            campaign,
            _("围绕“学先进、树新风”举办活动{held}，{departments}的{people}参加。"),
            held=figures.held(here),
            departments=figures.departments(here),
            people=figures.people(here),
        )


@sentences(topic=Topic.INTEGRITY, keys=["activities.entries"])
def integrity(scope: Scope) -> Iterator[Sentence]:
    """Education in integrity."""
    for activity in _in_order(selectors.held(scope).filter(theme=Theme.INTEGRITY)):
        here = scope.of(activity=activity)
        yield _line(activity, _("{on}举办{name}，{entries}参加。"), entries=figures.entries(here))


@sentences(topic=Topic.LIAISON, keys=["activities.partners"])
def with_others(scope: Scope) -> Iterator[Sentence]:
    """With whom we worked, firms apart."""
    firms = selectors.partners(scope).filter(sector=Sector.ENTERPRISE)
    names = str(_("、")).join(dict.fromkeys(firms.order_by("activity__held_from").values_list("name", flat=True)))
    if names:
        yield Sentence(
            scope.first,
            _("与{names}等单位合作开展培训、调研，合作单位共{partners}。"),
            names=names,
            partners=figures.partners(scope),
        )


@sentences(
    topic=Topic.CULTURE, keys=["activities.outside_people", "activities.outside_women", "activities.outside_placings"]
)
def sent_out(scope: Scope) -> Iterator[Sentence]:
    """Our people at events that others held."""
    for team in selectors.outside(scope).order_by("held_on", "number"):
        here = scope.of(team=team)
        told = {"on": team.held_on, "organiser": team.organiser, "event": str(team), "represents": team.represents}
        if team.kind == Kind.FRIENDSHIP and figures.outside_women(here).value == figures.outside_people(here).value:
            yield Sentence(
                team.held_on,
                _("{on}组织女职工{women}参加{organiser}{event}。"),
                **told,
                women=figures.outside_women(here),
            )
        elif placings := figures.placings(here):
            yield Sentence(
                team.held_on,
                _("{on}组队{people}代表{represents}参加{event}，取得名次{placings}。"),
                **told,
                people=figures.outside_people(here),
                placings=placings,
            )
        else:
            yield Sentence(
                team.held_on,
                _("{on}选派{people}代表{represents}参加{event}。"),
                **told,
                people=figures.outside_people(here),
            )


def _first(rows: QuerySet[Activity]) -> date | None:
    return rows.order_by("held_from").values_list("held_from", flat=True).first()
