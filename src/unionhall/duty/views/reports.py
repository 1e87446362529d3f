"""The list of reports and the page of one: declared."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from unionhall.duty import forms, selectors, services
from unionhall.duty.flow import FLOW
from unionhall.duty.models import Report
from unionhall.duty.permissions import is_author, is_draft, may_list, may_write
from unionhall.duty.selectors.shown import shown
from unionhall.duty.tables import REPORTS, ReportFilters
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.panels import Facts, History, Panel
from unionhall.pages.tables import Column


def _paper(request: HttpRequest, report: Report) -> dict[str, Any]:
    return {"sections": shown(report)}


def _doors(request: HttpRequest, report: Report) -> dict[str, Any]:
    return {"may_edit": report.is_draft and (may_write | is_author)(request.user, report)}


report_pages = Pages(
    name="duty",
    path="duty/reports",
    face="year",
    model=Report,
    rows=selectors.rows,
    may_list=may_list,
    flow=FLOW,
    title=_("述职报告"),
    table=REPORTS,
    filters=ReportFilters,
    about=_("按期间和体例起草，数据由记录算出，签发后连同依据一并封存。"),
    verbs={
        "create": Verb(
            forms.DraftForm,
            services.draft,
            label=_("写述职报告"),
            who=may_write,
            creates=True,
            about=_("系统按您选的期间和体例，用已登记的工作写出初稿；没有记录的事项不写，列为待办。"),
        ),
        "sign": Verb(
            None,
            services.sign,
            done=_("报告已签发，数据和依据已封存。"),
            about=_("签发后，正文里的每个数据连同口径和明细一并封存，此后记录变动不影响本报告。请先核对说法。"),
        ),
        "describe": Verb(
            forms.DescribeForm, services.describe, label=_("改标题和称谓"), who=(may_write | is_author) & is_draft
        ),
        "discard": Verb(forms.DiscardForm, services.discard, danger=True),
    },
    panels=[
        Facts(
            "number",
            "kind",
            "outline",
            "first",
            "last",
            "author",
            Column("post.seat", _("职务")),
            "audience",
            "signed_at",
            "signed_by",
        ),
        Panel("duty/paper.html", _paper),
        Panel("duty/doors.html", _doors, aside=True),
        History(),
    ],
)
