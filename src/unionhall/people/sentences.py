"""What people have to say in a report: how the union stands at the end of the period, and who came."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from unionhall.figures.scope import Scope
from unionhall.figures.sentences import Sentence, Topic, sentences
from unionhall.people import figures
from unionhall.people.models import Profile, Term


@sentences(topic=Topic.ORGANISATION, keys=["people.members", "people.women", "people.join_rate", "people.new_members"])
def membership(scope: Scope) -> Iterator[Sentence]:
    """How many members the union has, and how many joined (MEM-12)."""
    yield Sentence(
        scope.last,
        _("截至{on}，工会共有会员{members}，其中女会员{women}；职工入会率为{rate}。"),
        on=scope.as_of,
        members=figures.members(scope),
        women=figures.women(scope),
        rate=figures.join_rate(scope),
    )
    yield Sentence(scope.last, _("期间新入会{people}。"), people=figures.new_members(scope))


@sentences(topic=Topic.ORGANISATION, keys=["people.branches", "people.groups", "people.stations", "people.officers"])
def structure(scope: Scope) -> Iterator[Sentence]:
    """The union's levels, stations and officers (ORG-44, ORG-45)."""
    yield Sentence(
        scope.last,
        _("工会下设分工会{branches}、工会小组{groups}，由{officers}担任各级工会职务。"),
        branches=figures.branches(scope),
        groups=figures.groups(scope),
        officers=figures.officers(scope),
    )
    yield Sentence(scope.last, _("在院内设有职工服务站点{stations}。"), stations=figures.stations(scope))


@sentences(topic=Topic.ORGANISATION, keys=["people.terms_due"])
def terms(scope: Scope) -> Iterator[Sentence]:
    """Each body that was elected anew in the period, and how many terms end in it (ORG-05, ORG-06)."""
    for term in Term.objects.filter(began_on__range=(scope.first, scope.last)).select_related("body"):
        yield Sentence(
            term.began_on,
            _("{on}，{body}换届，产生第{number}届。"),
            on=term.began_on,
            body=term.body,
            number=term.number,
        )
    yield Sentence(scope.last, _("期间有{terms}届满。"), terms=figures.terms_due(scope))


@sentences(topic=Topic.ORGANISATION)
def guidance(scope: Scope) -> Iterator[Sentence]:
    """Under whom the union works, from its own papers."""
    profile = Profile.objects.first()
    if profile and profile.party_committee and profile.upper_union:
        yield Sentence(
            scope.first,
            _("工会在{party}和{upper}的领导下开展工作。"),
            party=profile.party_committee,
            upper=profile.upper_union,
        )
