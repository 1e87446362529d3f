"""The states of a benefit issue and of each person's share in it, and the steps between them."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.roles import in_office
from unionhall.care.permissions import hands_out
from unionhall.flows import Flow, Step
from unionhall.kernel import clock


class IssueState(models.TextChoices):
    DRAFT = "draft", gettext_lazy("草拟")
    OPEN = "open", gettext_lazy("领取中")
    CLOSED = "closed", gettext_lazy("已截止")
    ARCHIVED = "archived", gettext_lazy("已归档")
    CANCELLED = "cancelled", gettext_lazy("已取消")


class EntitlementState(models.TextChoices):
    ENTITLED = "entitled", gettext_lazy("未选")
    CHOSEN = "chosen", gettext_lazy("已选")
    ISSUED = "issued", gettext_lazy("已签收")
    LAPSED = "lapsed", gettext_lazy("未领取")


UNSIGNED = (EntitlementState.ENTITLED, EntitlementState.CHOSEN)


def can_be_handed_out(issue: Any) -> str | None:
    """A list, something to give, and pieces enough for everybody on the list."""
    people = issue.entitlements.count()
    if not people:
        return _("还没有生成名单，请先生成名单。")
    stock = sum(package.stock for package in issue.packages.all())
    if stock < people:
        return _("名单有%(people)s人，库存%(stock)s份，还差%(short)s份。") % {
            "people": people,
            "stock": stock,
            "short": people - stock,
        }
    if issue.roll_on > clock.today():
        return _("名单日期还没有到。")
    return None


def has_packages(issue: Any) -> str | None:
    """There is one to change or take away."""
    return None if issue.packages.exists() else _("还没有设套餐。")


# fmt: off
ISSUE_FLOW = Flow("care.issue", IssueState, [
    Step("amend", IssueState.DRAFT, None, in_office, None, gettext_lazy("修改")),
    Step("add_package", IssueState.DRAFT, None, in_office, None, gettext_lazy("设套餐")),
    Step("change_package", IssueState.DRAFT, None, in_office, has_packages, gettext_lazy("修改套餐")),
    Step("drop_package", IssueState.DRAFT, None, in_office, has_packages, gettext_lazy("去掉套餐")),
    Step("draw_up", IssueState.DRAFT, None, in_office, None, gettext_lazy("生成名单")),
    Step("open", IssueState.DRAFT, IssueState.OPEN, in_office, can_be_handed_out, gettext_lazy("开始领取")),
    Step("restock", IssueState.OPEN, None, in_office, None, gettext_lazy("补充库存")),
    Step("ask", (IssueState.OPEN, IssueState.CLOSED), None, in_office, None, gettext_lazy("申请经费")),
    Step("hand_out", IssueState.OPEN, None, hands_out, None, gettext_lazy("发放签收")),
    Step("sign_sheet", (IssueState.OPEN, IssueState.CLOSED), None, in_office, None, gettext_lazy("签收表已收回")),
    Step("close", IssueState.OPEN, IssueState.CLOSED, in_office, None, gettext_lazy("截止领取")),
    Step("archive", IssueState.CLOSED, IssueState.ARCHIVED, in_office, None, gettext_lazy("归档")),
    Step("cancel", IssueState.DRAFT, IssueState.CANCELLED, in_office, None, gettext_lazy("取消")),
])
# fmt: on
