"""The states of an audit and of what it found, and the steps between them (FIN-12)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.flows import Flow, Step
from unionhall.funds.permissions.ledger import answers_findings, audits


class AuditState(models.TextChoices):
    OPEN = "open", gettext_lazy("审查中")
    REPORTED = "reported", gettext_lazy("已出具意见")
    DONE = "done", gettext_lazy("已办结")


class FindingState(models.TextChoices):
    RAISED = "raised", gettext_lazy("待整改")
    ANSWERED = "answered", gettext_lazy("已报整改")
    CLOSED = "closed", gettext_lazy("已销号")


def all_put_right(audit: Any) -> str | None:
    """Every finding was put right and accepted as such."""
    left = audit.findings.exclude(state=FindingState.CLOSED).count()
    return left and _("还有%(count)s个问题没有整改销号，不能办结（FIN-12）。") % {"count": left}


# fmt: off
AUDIT_FLOW = Flow("funds.audits", AuditState, [
    Step("raise_finding", AuditState.OPEN, None, audits, None, gettext_lazy("登记问题")),
    Step("report", AuditState.OPEN, AuditState.REPORTED, audits, None, gettext_lazy("出具审查意见")),
    Step("finish", AuditState.REPORTED, AuditState.DONE, audits, all_put_right, gettext_lazy("办结")),
])
FINDING_FLOW = Flow("funds.findings", FindingState, [
    Step("answer", FindingState.RAISED, FindingState.ANSWERED, answers_findings, None, gettext_lazy("报整改情况")),
    Step("accept", FindingState.ANSWERED, FindingState.CLOSED, audits, None, gettext_lazy("确认销号")),
    Step("send_back", FindingState.ANSWERED, FindingState.RAISED, audits, None, gettext_lazy("退回重新整改")),
])
# fmt: on
