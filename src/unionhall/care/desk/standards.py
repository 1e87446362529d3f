"""What standards and the five visits tell the home pages: what is yet to be set up, lines that wait for a second person."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.roles import in_office
from unionhall.care.flow.standard import StandardState
from unionhall.care.kinds.words import Source
from unionhall.care.models import Standard, VisitSet
from unionhall.care.permissions import approves_standards
from unionhall.care.services.paying import has_purse
from unionhall.funds.permissions.ledger import opens_purses
from unionhall.pages import history, nav
from unionhall.pages.desk import Missing, Waiting
from unionhall.people.flow import State
from unionhall.people.models import Membership

SHOWN = 5


def furnish() -> None:
    """Names of acts and what waits."""
    history.says("care.standard.take_over", gettext_lazy("采用省级标准"))
    history.says("care.standard.propose", gettext_lazy("拟定标准"))
    nav.waiting(to_approve)
    nav.missing(first_steps, who=in_office)


def first_steps() -> Iterator[Missing]:
    """Standards, without which nothing of the union's own money is given, and the set that makes visits due."""
    office = gettext_lazy("工会办公室")
    if not Standard.objects.approved().exists():
        text = _("还没有慰问标准：用工会经费的慰问、福利和救助都不能登记金额")
        yield Missing(text, reverse("care.standards.take_over"), in_office, office)
    if not VisitSet.objects.exists():
        text = _("还没有确定必访事项：登记的职工事件不生成走访任务")
        yield Missing(text, reverse("care.sets.adopt"), in_office, office)
    if Membership.objects.filter(state=State.RETAINED).exists() and not has_purse(Source.RETIREES):
        text = _("还没有离退休经费的专项资金：离退休职工的慰问不用工会经费，没有钱付（CARE-14）")
        yield Missing(text, reverse("funds.purses.open"), opens_purses, gettext_lazy("工会办公室或会计"))


def to_approve(user: Any) -> Iterator[Waiting]:
    """The lines one may put into force."""
    if approves_standards(user):
        lines = Standard.objects.filter(state=StandardState.PROPOSED).exclude(proposed_by=user.pk)
        for line in lines.order_by("valid_from")[:SHOWN]:
            yield Waiting(
                _("请批准%(layer)s：%(occasion)s")
                % {"layer": line.get_layer_display(), "occasion": line.get_occasion_display()},
                reverse("care.standards.detail", args=[line.pk]),
            )
