"""What standards tell the home pages: the lines that wait for a second person."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.care.flow.standard import StandardState
from unionhall.care.models import Standard
from unionhall.care.permissions import approves_standards
from unionhall.pages import history, nav
from unionhall.pages.desk import Waiting

SHOWN = 5


def furnish() -> None:
    """Names of acts and what waits."""
    history.says("care.standard.take_over", gettext_lazy("采用省级标准"))
    history.says("care.standard.propose", gettext_lazy("拟定标准"))
    nav.waiting(to_approve)


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
