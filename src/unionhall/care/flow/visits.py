"""The states of events, visit tasks, visits and promises, and the steps between them."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.roles import in_office
from unionhall.care.permissions import asks_money, manages, may_visit, signs_sheet
from unionhall.flows import Flow, Step


class EventState(models.TextChoices):
    TOLD = "told", gettext_lazy("待核实")
    CONFIRMED = "confirmed", gettext_lazy("已核实")
    DISMISSED = "dismissed", gettext_lazy("不属实或重复")


class TaskState(models.TextChoices):
    OPEN = "open", gettext_lazy("待联系")
    CONTACTED = "contacted", gettext_lazy("已联系")
    DONE = "done", gettext_lazy("已走访")
    WAIVED = "waived", gettext_lazy("不必走访")


class VisitState(models.TextChoices):
    RECORDED = "recorded", gettext_lazy("已走访")
    SIGNED = "signed", gettext_lazy("已签收")
    ARCHIVED = "archived", gettext_lazy("已归档")
    VOIDED = "voided", gettext_lazy("已作废")


class PromiseState(models.TextChoices):
    OPEN = "open", gettext_lazy("待落实")
    KEPT = "kept", gettext_lazy("已落实")
    DROPPED = "dropped", gettext_lazy("未能落实")


PENDING = (TaskState.OPEN, TaskState.CONTACTED)
STANDING = (VisitState.RECORDED, VisitState.SIGNED, VisitState.ARCHIVED)


def carries_money(visit: Any) -> str | None:
    """Only what was given is paid and signed for (CARE-17)."""
    return None if visit.cash or visit.goods else _("这次走访没有慰问金和慰问品，不用签收。")


def may_be_paid(visit: Any) -> str | None:
    """What was given is paid once its occasion is proved; goods need their invoice (CARE-16)."""
    if reason := carries_money(visit):
        return reason
    if missing := visit.missing_papers():
        words = "、".join(str(kind.label) for kind in missing)
        return _("还缺证明材料：%(papers)s。材料齐全后才能申请付款（CARE-16）；发票须列明细、抬头为工会。") % {
            "papers": words
        }
    return None


def is_signed_for(visit: Any) -> str | None:
    """Money or goods are signed for before the visit is filed (CARE-12, CARE-17)."""
    if visit.state == VisitState.RECORDED and (visit.cash or visit.goods):
        return _("慰问金（品）还没有签收，不能归档（CARE-17）。请先登记签收。")
    return None


# fmt: off
EVENT_FLOW = Flow("care.event", EventState, [
    Step("confirm", EventState.TOLD, EventState.CONFIRMED, manages, None, gettext_lazy("核实")),
    Step("dismiss", (EventState.TOLD, EventState.CONFIRMED), EventState.DISMISSED, manages, None,
         gettext_lazy("不属实或重复")),
])
TASK_FLOW = Flow("care.task", TaskState, [
    Step("contact", TaskState.OPEN, TaskState.CONTACTED, may_visit, None, gettext_lazy("已联系")),
    Step("fulfil", PENDING, TaskState.DONE, may_visit, None, gettext_lazy("登记走访")),
    Step("waive", PENDING, TaskState.WAIVED, may_visit, None, gettext_lazy("不必走访")),
    Step("reopen", TaskState.DONE, TaskState.CONTACTED, in_office, None, gettext_lazy("重新走访")),
    Step("assign", PENDING, None, in_office, None, gettext_lazy("改派")),
])
VISIT_FLOW = Flow("care.visit", VisitState, [
    Step("sign", VisitState.RECORDED, VisitState.SIGNED, manages, carries_money, gettext_lazy("登记签收")),
    Step("archive", (VisitState.RECORDED, VisitState.SIGNED), VisitState.ARCHIVED, in_office, is_signed_for,
         gettext_lazy("归档")),
    Step("add_paper", STANDING, None, manages, carries_money, gettext_lazy("上传证明材料")),
    Step("countersign", STANDING, None, signs_sheet, carries_money, gettext_lazy("签字确认")),
    Step("ask", STANDING, None, asks_money, may_be_paid, gettext_lazy("申请经费")),
    Step("promise", STANDING, None, manages, None, gettext_lazy("登记承诺事项")),
    Step("void", STANDING, VisitState.VOIDED, in_office, None, gettext_lazy("作废")),
])
PROMISE_FLOW = Flow("care.promise", PromiseState, [
    Step("keep", PromiseState.OPEN, PromiseState.KEPT, manages, None, gettext_lazy("已落实")),
    Step("drop", PromiseState.OPEN, PromiseState.DROPPED, manages, None, gettext_lazy("未能落实")),
])
# fmt: on
