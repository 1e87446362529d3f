"""What waits for whom, what is new, and the doors in the rooms of the house."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.roles import in_office
from unionhall.kernel import clock
from unionhall.pages import nav
from unionhall.pages.desk import News, Waiting
from unionhall.people import permissions
from unionhall.people.flow import FLOW, HELD, WAITING, CorrectionState, State
from unionhall.people.missing import first_steps
from unionhall.people.models import Correction, Membership
from unionhall.people.selectors import opens_office, terms_due, womens_committee_missing
from unionhall.rulebook.services import cite

SOON = timedelta(days=180)


def furnish() -> None:
    """Put the doors into the rooms and register what waits and what is new."""
    nav.room("人", gettext_lazy("花名册"), "people.list", who=permissions.may_list, icon="users")
    nav.room("人", gettext_lazy("导入花名册"), "people.import", who=in_office)
    nav.room("人", gettext_lazy("会籍"), "people.memberships.list", who=permissions.may_list)
    nav.room("人", gettext_lazy("会员名册"), "people.registers", who=in_office)
    nav.room("人", gettext_lazy("更正申请"), "people.corrections.list", who=in_office)
    nav.room("人", gettext_lazy("组织结构图"), "people.chart", who=permissions.may_list)
    nav.room("人", gettext_lazy("工会组织"), "people.units.list", who=in_office)
    nav.room("人", gettext_lazy("科室"), "people.departments.list", who=in_office)
    nav.room("人", gettext_lazy("机构"), "people.bodies.list", who=in_office)
    nav.room("人", gettext_lazy("任职"), "people.posts.list", who=in_office)
    nav.room("人", gettext_lazy("届期"), "people.terms.list", who=in_office)
    nav.room("人", gettext_lazy("工会概况"), "people.profile.list", who=in_office)
    nav.room("人", gettext_lazy("开设工会办公室"), "people.first_clerk", who=opens_office)
    nav.offer(gettext_lazy("申请入会"), "people.join", icon="user-plus", who=permissions.joins_online)
    nav.waiting(waiting)
    nav.news(news)
    nav.missing(first_steps, who=in_office)
    nav.landing("people.first_clerk", who=opens_office, rank=-1)


def waiting(user: Any) -> Iterator[Waiting]:
    """Applications this user may take further, corrections to answer, memberships of leavers, terms that end soon."""
    if not permissions.may_list(user):
        return
    for spell in Membership.objects.visible_to(user).filter(state__in=WAITING).select_related("person__unit__parent"):
        if FLOW.open_steps(spell, by=user):
            yield Waiting(
                _("%(name)s的入会申请：%(state)s") % {"name": spell.person, "state": spell.get_state_display()},
                reverse("people.memberships.detail", args=[spell.pk]),
            )
    if in_office(user):
        yield from _for_the_office()


def _for_the_office() -> Iterator[Waiting]:
    asked = Correction.objects.filter(state=CorrectionState.ASKED).count()
    if asked:
        yield Waiting(
            _("%(count)s项更正申请待处理") % {"count": asked}, reverse("people.corrections.list") + "?state=asked"
        )
    leavers = Membership.objects.filter(state__in=HELD, ended_on=None, person__left_on__isnull=False).count()
    if leavers:
        yield Waiting(
            _("%(count)s名离院人员的会籍待转出") % {"count": leavers},
            reverse("people.memberships.list") + "?leavers=true",
        )
    if womens_committee_missing():
        yield Waiting(
            _("女会员已达应设女职工委员会的人数（%(clause)s），还没有设立")
            % {"clause": cite("people.women_committee_min")},
            reverse("people.bodies.create") + "?kind=women",
        )
    today = clock.today()
    for term in terms_due(today - SOON, today + SOON):
        yield Waiting(
            _("%(term)s届满，应如期换届") % {"term": term}, reverse("people.terms.detail", args=[term.pk]), term.ends_on
        )


def news(user: Any) -> Iterator[News]:
    """Where my own application to join stands."""
    for spell in Membership.objects.filter(person__user=user.pk, state__in=(*WAITING, State.DECLINED)):
        yield News(
            _("您的入会申请：%(state)s") % {"state": spell.get_state_display()},
            reverse("people.mine"),
            clock.on(spell.applied_on),
        )
