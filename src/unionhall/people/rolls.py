"""Whom a vote or a questionnaire of the office may ask of the people on the roster."""

from collections.abc import Iterator
from functools import partial

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from unionhall.ballots.plain import Voter
from unionhall.ballots.rolls import Roll, offer, offer_each
from unionhall.kernel import clock
from unionhall.people.choices import OUTSIDE_BODIES, UnitKind
from unionhall.people.models import Body, Person, Post, Unit


def members() -> list[Voter]:
    """Today's full members, by unit; who merely keeps a membership has no vote (ORG-26)."""
    return _voters(Person.objects.members(clock.today()))


def branches() -> Iterator[Roll]:
    """The members of each branch, its groups included."""
    for unit in Unit.objects.filter(kind=UnitKind.BRANCH, ended_on=None):
        yield Roll(f"people.branch:{unit.pk}", unit.name, partial(_members_of, unit))


def bodies() -> Iterator[Roll]:
    """Those who sit in each body of the union today, once each."""
    for body in Body.objects.filter(ended_on=None).exclude(kind__in=OUTSIDE_BODIES):
        yield Roll(f"people.body:{body.pk}", str(body), partial(_sitting_in, body))


def _members_of(unit: Unit) -> list[Voter]:
    return _voters(Person.objects.members(clock.today()).filter(Q(unit=unit) | Q(unit__parent=unit)))


def _sitting_in(body: Body) -> list[Voter]:
    held = Post.objects.held(clock.today()).filter(seat__body=body)
    return _voters(Person.objects.filter(pk__in=held.values("person")))


def _voters(people: QuerySet[Person]) -> list[Voter]:
    shown = people.select_related("user", "unit").order_by("unit__name", "staff_no")
    return [Voter(one.pk, one.name, one.user, one.unit.name if one.unit else "") for one in shown]


offer("people.members", _("全体会员"), members)
offer_each(_("分工会会员"), branches)
offer_each(_("委员会成员"), bodies)
