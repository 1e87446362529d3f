"""A line of the welfare standards: proposed by one of the office, in force once somebody else approved it."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.roles import in_office
from unionhall.care.kinds.words import Layer
from unionhall.care.permissions import approves_standards
from unionhall.care.rules.ceilings import above
from unionhall.flows import Flow, Step
from unionhall.pages.values import day


class StandardState(models.TextChoices):
    PROPOSED = "proposed", gettext_lazy("待批准")
    APPROVED = "approved", gettext_lazy("已批准")
    DROPPED = "dropped", gettext_lazy("未采用")


def may_stand(line: Any) -> str | None:
    """Why a line cannot come into force: a later one binds already, or the union's own goes beyond the province's (G-09)."""
    approved = type(line).objects.approved().filter(occasion=line.occasion)
    last = approved.filter(layer=line.layer, festival=line.festival).order_by("-valid_from").first()
    if last and line.valid_from <= last.valid_from:
        return _("“%(name)s”已有自%(day)s起生效的标准，新标准只能从其后的日期起生效，过去的不改写。") % {
            "name": last.get_occasion_display(),
            "day": day(last.valid_from),
        }
    if line.layer != Layer.UNION:
        return None
    provinces = type(line).objects.in_force(line.occasion, line.valid_from, line.festival, layer=Layer.PROVINCE)
    return next(filter(None, (above(line, province) for province in provinces)), None)


# fmt: off
STANDARD_FLOW = Flow("care.standard", StandardState, [
    Step("approve", StandardState.PROPOSED, StandardState.APPROVED, approves_standards, may_stand,
         gettext_lazy("批准执行")),
    Step("drop", StandardState.PROPOSED, StandardState.DROPPED, in_office, None, gettext_lazy("不采用")),
])
# fmt: on
