"""The road of a request: asked, approved by the ladder, paid by the cashier, booked by the accountant."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.flows import Flow, Step
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.permissions.spending import (
    adds_evidence,
    drops_evidence,
    is_accountant,
    is_asker,
    is_cashier,
    may_approve,
    may_withdraw,
)


class State(models.TextChoices):
    DRAFTED = "drafted", gettext_lazy("草拟")
    SUBMITTED = "submitted", gettext_lazy("待审批")
    APPROVED = "approved", gettext_lazy("待付款")
    PAID = "paid", gettext_lazy("已付款")
    BOOKED = "booked", gettext_lazy("已入账")
    REFUSED = "refused", gettext_lazy("不予批准")
    WITHDRAWN = "withdrawn", gettext_lazy("已撤回")
    TAKEN_BACK = "taken_back", gettext_lazy("已退回")


BEFORE_PAYMENT = (State.DRAFTED, State.SUBMITTED, State.APPROVED)
LIVE = (State.DRAFTED, State.SUBMITTED, State.APPROVED, State.PAID, State.BOOKED)
GRANTED = (State.APPROVED, State.PAID, State.BOOKED)
SETTLED = (State.PAID, State.BOOKED)
OPEN_PACK = (*BEFORE_PAYMENT, State.PAID)


def names_payees(request: Any) -> str | None:
    """Nobody can be paid who is not named."""
    return None if request.payees.exists() else _("还没有写明付给谁、多少钱。")


def pack_is_complete(request: Any) -> str | None:
    """What it is for, the list, invoice and sign-off, or it cannot be booked (FIN-11)."""
    lacking = request.missing_pieces()
    if not lacking:
        return None
    names = _("、").join(str(PieceKind(kind).label) for kind in lacking)
    return _("凭证附件还缺：%(names)s，缺一不得入账（医院工会财务制度，FIN-11）。请补齐后再入账。") % {"names": names}


# fmt: off
FLOW = Flow("funds.requests", State, [
    Step("amend", State.DRAFTED, None, is_asker, None, gettext_lazy("修改")),
    Step("submit", State.DRAFTED, State.SUBMITTED, is_asker, names_payees, gettext_lazy("提交审批")),
    Step("approve", State.SUBMITTED, State.APPROVED, may_approve, None, gettext_lazy("批准")),
    Step("pay", State.APPROVED, State.PAID, is_cashier, None, gettext_lazy("付款")),
    Step("book", State.PAID, State.BOOKED, is_accountant, pack_is_complete, gettext_lazy("入账")),
    Step("book_anew", State.BOOKED, State.PAID, is_accountant, None, gettext_lazy("冲销凭证，重新入账")),
    Step("add_evidence", OPEN_PACK, None, adds_evidence, None, gettext_lazy("补充附件")),
    Step("drop_evidence", OPEN_PACK, None, drops_evidence, None, gettext_lazy("撤下附件")),
    Step("refuse", State.SUBMITTED, State.REFUSED, may_approve, None, gettext_lazy("不予批准")),
    Step("withdraw", BEFORE_PAYMENT, State.WITHDRAWN, may_withdraw, None, gettext_lazy("撤回")),
    Step("take_back", SETTLED, State.TAKEN_BACK, is_accountant, None, gettext_lazy("退回付款")),
])
# fmt: on
