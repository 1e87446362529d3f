"""The states of aid and of a claim on a mutual-aid cover."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from unionhall.care.kinds.aid import AidKind
from unionhall.care.permissions import corrects_gifts, is_own, may_decide, pays_out, sees_aid
from unionhall.flows import Flow, Step


class AidState(models.TextChoices):
    REQUESTED = "requested", gettext_lazy("已申请")
    AUTHORISED = "authorised", gettext_lazy("已批准")
    PAID = "paid", gettext_lazy("已发放")
    SIGNED = "signed", gettext_lazy("已签收")
    REFUSED = "refused", pgettext_lazy("care", "未批准")
    WITHDRAWN = "withdrawn", gettext_lazy("已撤回")
    TAKEN_BACK = "taken_back", gettext_lazy("已退回")


class CoverState(models.TextChoices):
    COVERED = "covered", gettext_lazy("已参保")
    CANCELLED = "cancelled", gettext_lazy("已撤销")


class ClaimState(models.TextChoices):
    FILED = "filed", gettext_lazy("已受理")
    SENT = "sent", gettext_lazy("已上报")
    PAID = "paid", gettext_lazy("已给付")
    REFUSED = "refused", gettext_lazy("未给付")


LIVE_AID = (AidState.REQUESTED, AidState.AUTHORISED, AidState.PAID, AidState.SIGNED)
GIVEN_AID = (AidState.PAID, AidState.SIGNED)


def may_be_given(aid: Any) -> str | None:
    """Aid for hardship needs a household on file; who left the file gets no new aid (CARE-05, CARE-07)."""
    if aid.kind != AidKind.HARDSHIP:
        return None
    if aid.file is None or not aid.file.is_on_file:
        return _("困难补助发给在档的困难职工；这一户没有在档，请先建档，或按一次性救助申请（CARE-05、CARE-07）。")
    return None


def is_unused(cover: Any) -> str | None:
    """Nothing is asked of it: then it was no mistake."""
    if cover.claims.exclude(state=ClaimState.REFUSED).exists():
        return _("这份保障已有给付申请，不能撤销；申请有误的，请先登记未给付。")
    return None


# fmt: off
AID = Flow("care.aid", AidState, [
    Step("authorise", AidState.REQUESTED, AidState.AUTHORISED, may_decide, may_be_given, gettext_lazy("批准")),
    Step("pay", AidState.AUTHORISED, AidState.PAID, pays_out, None, pgettext_lazy("care", "发放")),
    Step("sign", AidState.PAID, AidState.SIGNED, sees_aid | is_own, None, gettext_lazy("签收")),
    Step("take_back", GIVEN_AID, AidState.TAKEN_BACK, corrects_gifts, None, gettext_lazy("退回付款")),
    Step("refuse", (AidState.REQUESTED, AidState.AUTHORISED), AidState.REFUSED, may_decide, None,
         pgettext_lazy("care", "不予批准")),
    Step("withdraw", AidState.REQUESTED, AidState.WITHDRAWN, sees_aid | is_own, None, gettext_lazy("撤回")),
])
COVERS = Flow("care.cover", CoverState, [
    Step("cancel", CoverState.COVERED, CoverState.CANCELLED, sees_aid, is_unused, gettext_lazy("撤销参保")),
])
CLAIMS = Flow("care.claim", ClaimState, [
    Step("send", ClaimState.FILED, ClaimState.SENT, sees_aid, None, gettext_lazy("上报互助保障组织")),
    Step("pay", ClaimState.SENT, ClaimState.PAID, sees_aid, None, gettext_lazy("登记给付")),
    Step("correct", ClaimState.PAID, ClaimState.SENT, sees_aid, None, gettext_lazy("更正给付")),
    Step("refuse", (ClaimState.FILED, ClaimState.SENT), ClaimState.REFUSED, sees_aid, None,
         gettext_lazy("登记未给付")),
])
# fmt: on
