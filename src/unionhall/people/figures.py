"""What the union can count about its own people, each number with its rows."""

from collections.abc import Callable

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from unionhall.figures.kinds import Count, Distinct, Share
from unionhall.figures.registry import FilterBy, of_record
from unionhall.figures.scope import Scope
from unionhall.pages.tables import Column, Table
from unionhall.people.choices import Entry, PostClass, Sex, UnitKind
from unionhall.people.flow import WAITING, State
from unionhall.people.models import Membership, Person, Post, Term, Unit

_PEOPLE = Table(
    "staff_no",
    "name",
    "sex",
    Column("department.name", _("科室")),
    Column("unit.name", _("分工会、小组")),
    "post_class",
    "employment",
)
_UNITS = Table("name", Column("parent.name", _("上级")), "began_on", "place")
_by_person = {
    "unit": of_record(_("分工会"), Unit),
    "post_class": FilterBy(_("岗位类别"), lambda text: PostClass(text).label),
    "sex": FilterBy(_("性别"), lambda text: Sex(text).label),
}


def _narrowed(scope: Scope, people: QuerySet[Person]) -> QuerySet[Person]:
    unit = scope.filters.get("unit")
    if unit:
        people = people.filter(Q(unit=unit) | Q(unit__parent=unit))
    return scope.narrow(people, post_class="post_class", sex="sex")


def _members(scope: Scope) -> QuerySet[Person]:
    return _narrowed(scope, Person.objects.members(scope.as_of))


def _units(kind: str) -> Callable[[Scope], QuerySet[Unit]]:
    return lambda scope: Unit.objects.standing(scope.as_of).filter(kind=kind)


def _new_members(scope: Scope) -> QuerySet[Membership]:
    begun = Membership.objects.filter(joined_on__range=(scope.first, scope.as_of)).exclude(entry=Entry.REINSTATED)
    return begun.exclude(state__in=(*WAITING, State.DECLINED)) if scope.first <= scope.as_of else begun.none()


members = Count(
    "people.members",
    _("会员人数"),
    unit=_("人"),
    rows=_members,
    filters=_by_person,
    table=_PEOPLE,
    definition=_("期末在会的会员；退休等保留会籍的不计，已离院的不计。"),
)
women = Count(
    "people.women",
    _("女会员人数"),
    unit=_("人"),
    filters=_by_person,
    table=_PEOPLE,
    rows=lambda scope: _members(scope).filter(sex=Sex.FEMALE),
    definition=_("期末在会的女会员。"),
)
front_line = Count(
    "people.front_line",
    _("一线会员人数"),
    unit=_("人"),
    filters=_by_person,
    table=_PEOPLE,
    rows=lambda scope: _members(scope).filter(is_front_line=True),
    definition=_("期末在会的一线会员。"),
)
retained = Count(
    "people.retained",
    _("保留会籍人数"),
    unit=_("人"),
    filters=_by_person,
    table=_PEOPLE,
    rows=lambda scope: _narrowed(scope, Person.objects.retained(scope.as_of)),
    definition=_("期末保留会籍的人，多为退休会员；不缴会费，没有表决权。"),
)
staff = Count(
    "people.staff",
    _("职工人数"),
    unit=_("人"),
    filters=_by_person,
    table=_PEOPLE,
    rows=lambda scope: _narrowed(scope, Person.objects.on_staff(scope.as_of)),
    definition=_("期末在院的职工，不论用工性质、是否会员；退休的不计，返聘的计。"),
)
join_rate = Share(
    "people.join_rate",
    _("入会率"),
    part=members,
    whole=staff,
    table=_PEOPLE,
    definition=_("期末会员人数除以期末职工人数。"),
)
new_members = Count(
    "people.new_members",
    _("新会员人数"),
    unit=_("人"),
    rows=_new_members,
    table=Table("person.name", "joined_on", "entry", "card_no"),
    definition=_("期间内入会或转入的会员；恢复会籍的不计。"),
)
branches = Count(
    "people.branches",
    _("分工会数"),
    unit=pgettext_lazy("people", "个"),
    rows=_units(UnitKind.BRANCH),
    table=_UNITS,
    definition=_("期末存在的分工会。"),
)
groups = Count(
    "people.groups",
    _("工会小组数"),
    unit=pgettext_lazy("people", "个"),
    rows=_units(UnitKind.GROUP),
    table=_UNITS,
    definition=_("期末存在的工会小组。"),
)
stations = Count(
    "people.stations",
    _("服务站点数"),
    unit=_("处"),
    rows=_units(UnitKind.STATION),
    table=_UNITS,
    definition=_("期末开放的职工服务站点。"),
)
posts = Count(
    "people.posts",
    _("工会任职数"),
    unit=pgettext_lazy("people", "个"),
    table=Table("person.name", "seat", "began_on", "how"),
    rows=lambda scope: Post.objects.held(scope.as_of).in_union_bodies(),
    definition=_("期末在任的工会职务，一人多职分别计。"),
)
officers = Distinct(
    "people.officers",
    _("工会干部人数"),
    of=posts,
    by="person",
    unit=_("人"),
    definition=_("期末担任工会职务的人，一人多职计一次。"),
)
terms_due = Count(
    "people.terms_due",
    _("届满届次数"),
    unit=pgettext_lazy("people", "届"),
    table=Table("body.name", "number", "ends_on"),
    rows=lambda scope: Term.objects.due(scope.first, scope.last),
    definition=_("届满日期在期间内的届次。"),
)
