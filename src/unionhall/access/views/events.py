"""The audit trail as pages: who did what, when, to which record."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from unionhall.access.tables import EVENTS, EventFilters
from unionhall.audit.models import Event
from unionhall.audit.permissions import may_read_content, may_read_trail
from unionhall.audit.selectors import rows
from unionhall.pages.declare import Pages
from unionhall.pages.panels import Facts, Panel
from unionhall.pages.tables import Column


def _content(request: HttpRequest, event: Event) -> dict[str, Any]:
    names = sorted(event.before.keys() | event.after.keys())
    return {"changes": [(name, event.before.get(name), event.after.get(name)) for name in names]}


event_pages = Pages(
    name="audit",
    path="office/audit",
    model=Event,
    rows=rows,
    may_list=may_read_trail,
    table=EVENTS,
    filters=EventFilters,
    title=_("审计记录"),
    about=_("每次变更、查阅和导出都记一条，封存后不能改动。"),
    panels=[
        Facts(
            "at",
            Column("by.name", _("经办人")),
            "kind",
            *EVENTS.columns[3:],
            Column("verb", _("动作代码")),
            Column("block", _("审计块")),
        ),
        Panel("access/event_content.html", _content, who=may_read_content),
    ],
)
