"""The states of a donation drive and of what is paid out of it."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.care.kinds.drive import Remainder
from unionhall.care.permissions import (
    corrects_gifts,
    is_paid_to,
    pays_out,
    publishes_drives,
    runs_drives,
    takes_donations,
)
from unionhall.flows import Flow, Step
from unionhall.kernel import clock, money


class DriveState(models.TextChoices):
    DRAFT = "draft", gettext_lazy("草拟")
    OPEN = "open", gettext_lazy("募集中")
    CLOSED = "closed", gettext_lazy("已截止")
    SETTLED = "settled", gettext_lazy("已结清")
    CANCELLED = "cancelled", gettext_lazy("已取消")


class PayState(models.TextChoices):
    ASKED = "asked", gettext_lazy("待支付")
    PAID = "paid", gettext_lazy("已支付")
    REFUSED = "refused", gettext_lazy("未支付")
    TAKEN_BACK = "taken_back", gettext_lazy("已退回")


RUNNING = (DriveState.OPEN, DriveState.CLOSED)
PUBLIC = (*RUNNING, DriveState.SETTLED)


def is_agreed(drive: Any) -> str | None:
    """The one it is for has agreed in writing, and the need was verified (DON-06, DON-07)."""
    if drive.consent_on is None:
        return _("请先登记受助人（或其近亲属）书面授权的日期，再发布募捐（DON-07，个人信息保护法第二十九条）。")
    if not drive.verified_by_id:
        return _("请先登记由谁核实了求助情况（慈善法第一百二十四条）。")
    return None


def has_begun(drive: Any) -> str | None:
    """No donation before the first day."""
    if clock.today() < drive.opens_on:
        return _("募集从%(month)s月%(day)s日开始。") % {"month": drive.opens_on.month, "day": drive.opens_on.day}
    return None


def is_empty(drive: Any) -> str | None:
    """Only a drive nobody gave to can be called off."""
    came = drive.gifts.exists() or drive.goods.standing().exists()
    return _("已经收到捐赠，不能取消；请截止后按约定处理结余（慈善法第五十四条）。") if came else None


def has_goods(drive: Any) -> str | None:
    """Something waits to be handed on."""
    waiting = drive.goods.standing().filter(handed_on=None).exists()
    return None if waiting else _("没有待交付的物品。")


def has_unsigned(drive: Any) -> str | None:
    """Something was paid and not signed for."""
    waiting = drive.payments.paid().filter(signed_on=None).exists()
    return None if waiting else _("没有已支付、待签收的款项。")


# Who does what with what is left, by what was said at the start.
HANDLED = {
    Remainder.BENEFICIARY: gettext_lazy("在这里“申请支付”，用途选“交付受助人”"),
    Remainder.FUND: gettext_lazy("请会计在“专项资金”里打开这次募捐的资金，办理“转出结余”"),
    Remainder.RETURN: gettext_lazy("在这里“申请支付”，用途选“按约定处理结余”"),
}


def is_spent(drive: Any) -> str | None:
    """Nothing left, nothing on its way, and all goods handed over."""
    if drive.balance:
        return _("还有结余%(yuan)s元，请先按发起时的约定“%(rule)s”处理：%(how)s（DON-03、DON-07）。") % {
            "yuan": money.shown(drive.balance),
            "rule": drive.get_remainder_display(),
            "how": HANDLED[Remainder(drive.remainder)],
        }
    if drive.payments.filter(state=PayState.ASKED).exists():
        return _("还有待支付的款项，支付后才能结清。")
    if drive.goods.standing().filter(handed_on=None).exists():
        return _("还有没有交付的捐赠物品，交付后才能结清。")
    return None


# fmt: off
DRIVES = Flow("care.drive", DriveState, [
    Step("amend", DriveState.DRAFT, None, runs_drives, None, gettext_lazy("修改")),
    Step("publish", DriveState.DRAFT, DriveState.OPEN, publishes_drives, is_agreed, gettext_lazy("发布募捐")),
    Step("receive", DriveState.OPEN, None, takes_donations, has_begun, gettext_lazy("登记捐款")),
    Step("receive_goods", DriveState.OPEN, None, takes_donations, has_begun, gettext_lazy("登记捐赠物品")),
    Step("reverse", RUNNING, None, corrects_gifts, None, gettext_lazy("冲销一笔")),
    Step("close", DriveState.OPEN, DriveState.CLOSED, runs_drives, None, gettext_lazy("截止募集")),
    Step("ask_payment", RUNNING, None, runs_drives, None, gettext_lazy("申请支付")),
    Step("hand_goods", RUNNING, None, runs_drives, has_goods, gettext_lazy("交付物品")),
    Step("sign_payment", PUBLIC, None, runs_drives, has_unsigned, gettext_lazy("登记签收")),
    Step("settle", DriveState.CLOSED, DriveState.SETTLED, runs_drives, is_spent, gettext_lazy("结清并公开账目")),
    Step("reopen", DriveState.SETTLED, DriveState.CLOSED, corrects_gifts, None, gettext_lazy("重开账目")),
    Step("cancel", (DriveState.DRAFT, DriveState.OPEN), DriveState.CANCELLED, runs_drives, is_empty,
         gettext_lazy("取消")),
])
PAYMENTS = Flow("care.drive_payment", PayState, [
    Step("pay", PayState.ASKED, PayState.PAID, pays_out, None, gettext_lazy("支付")),
    Step("sign", PayState.PAID, None, runs_drives | is_paid_to, None, gettext_lazy("签收")),
    Step("take_back", PayState.PAID, PayState.TAKEN_BACK, corrects_gifts, None, gettext_lazy("退回付款")),
    Step("drop", PayState.ASKED, PayState.REFUSED, runs_drives | pays_out, None, gettext_lazy("不再支付")),
])
# fmt: on
