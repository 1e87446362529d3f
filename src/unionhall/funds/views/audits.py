"""The fund audit committee's desk, and what was found: the office and the accountant put it right."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.files.panels import Files
from unionhall.funds import services
from unionhall.funds.filters.ledger import AuditFilters, FindingFilters
from unionhall.funds.flow.audit import AUDIT_FLOW, FINDING_FLOW, FindingState
from unionhall.funds.forms import audits as forms
from unionhall.funds.models import Audit, Finding
from unionhall.funds.permissions.ledger import answers_findings, audits, reads_audits
from unionhall.funds.selectors import ledger as selectors
from unionhall.funds.tables import ledger as tables
from unionhall.funds.views import ledger_panels as panels
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.forms import ReasonForm
from unionhall.pages.panels import Facts, History, Panel, Related


def turn(finding: Finding) -> Any:
    """Whose turn it is."""
    return {
        FindingState.RAISED: _("等待工会办公室或会计整改"),
        FindingState.ANSWERED: _("等待经费审查委员会确认"),
    }.get(FindingState(finding.state))


audit_pages = Pages(
    name="funds.audits",
    path="office/funds/audits",
    model=Audit,
    rows=selectors.audits,
    may_list=reads_audits,
    flow=AUDIT_FLOW,
    table=tables.AuditTable,
    filters=AuditFilters,
    title=_("经费审查"),
    about=_("预算、决算、会费、拨缴和资产由经费审查委员会审查，每年至少一次；人员调动时监交（FIN-12）。"),
    verbs={
        "begin": Verb(forms.AuditForm, services.audits.begin, label=_("开始审查"), who=audits, creates=True),
        "raise_finding": Verb(
            forms.FindingForm,
            services.audits.raise_finding,
            about=_("写明情况、依据和整改期限，整改后由经审确认销号。"),
        ),
        "report": Verb(forms.OpinionForm, services.audits.report, about=_("出具意见后不再增加问题。")),
        "finish": Verb(None, services.audits.finish),
    },
    panels=[
        Panel("funds/audited.html", panels.audited),
        Facts("kind", "first_on", "last_on", "reported_on", "opinion"),
        Related(
            selectors.found_in,
            _("问题"),
            tables.FindingTable,
            link=lambda row: reverse("funds.findings.detail", args=[row.pk]),
        ),
        Files(Audit, may_attach=audits),
        History(),
    ],
)
finding_pages = Pages(
    name="funds.findings",
    path="office/funds/findings",
    model=Finding,
    rows=selectors.findings,
    may_list=reads_audits,
    flow=FINDING_FLOW,
    table=tables.FindingTable,
    filters=FindingFilters,
    title=_("审查问题"),
    turn=turn,
    about=_("经费审查发现的问题，整改、确认、销号。"),
    verbs={
        "answer": Verb(forms.MeasureForm, services.audits.answer),
        "accept": Verb(None, services.audits.accept),
        "send_back": Verb(ReasonForm, services.audits.send_back, danger=True),
    },
    panels=[
        Facts("audit", "clause", "due_on", "voucher", "text", "measure", "answered_by", "answered_on", "closed_on"),
        Files(Finding, may_attach=audits | answers_findings),
        History(),
    ],
)
