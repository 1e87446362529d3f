"""What people are told of the book by themselves."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.notices.registry import define


def _month(period: Any, user: Any) -> str:
    return reverse("funds.periods.detail", args=[period.pk])


def _audits(about: Any, user: Any) -> str:
    return reverse("funds.audits.list")


def _finding(finding: Any, user: Any) -> str:
    return reverse("funds.findings.detail", args=[finding.pk])


# It is read as a table:
# fmt: off
define("funds.finding_raised", label=_("经费审查问题"), subject=_("经费审查提出问题：%(title)s"),
       body=_("请在整改期限内整改，并报整改情况（FIN-12）。"), url=_finding)
define("funds.finding_answered", label=_("经费审查整改"), subject=_("已报整改情况：%(title)s"),
       body=_("请核对整改情况，确认销号或退回。"), url=_finding)
define("funds.period_due", label=_("结账提醒"), subject=_("%(period)s还没有结账"),
       body=_("上月的凭证请复核完毕后结账；结账后的月份不能再记账。"), url=_month)
define("funds.disclosure_due", label=_("经费公布提醒"), subject=_("%(quarter)s的经费收支还没有公布"),
       body=_("各月结账后，请公布上季度的经费收支情况（FIN-13）。"), url=_month)
define("funds.audit_due", label=_("经费审查提醒"), subject=_("%(year)s年的经费还没有审查"),
       body=_("经费每年至少审查一次（FIN-12），请安排审查。"), url=_audits)
define("funds.handover_due", label=_("监交提醒"), subject=_("%(post)s已于%(day)s离任"),
       body=_("会计、出纳离任须由经费审查委员会监交（FIN-12）；请登记一次“人员调动监交”。"), url=_audits)
# fmt: on
