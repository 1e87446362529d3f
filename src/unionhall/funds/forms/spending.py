"""What the steps of a request ask."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from unionhall.accounts.models import User
from unionhall.accounts.roles import Role
from unionhall.funds import services
from unionhall.funds.forms.asking import AskForm
from unionhall.funds.forms.payees import shown
from unionhall.funds.kinds.ladder import Rung
from unionhall.funds.kinds.ledger import Way
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.models import Fund, Piece
from unionhall.funds.services.payments import only_supplier
from unionhall.kernel import clock
from unionhall.pages.forms import PickField, StepForm
from unionhall.people.forms.fields import OnePerson
from unionhall.people.selectors import users_with


def restricted_funds(user: Any) -> QuerySet[Fund]:
    """Funds in use beside the union's own."""
    return Fund.objects.visible_to(user).restricted().in_use()


def auditors(user: Any) -> QuerySet[User]:
    """Who may sit in for the fund audit committee."""
    return users_with(Role.AUDITOR).order_by("staff_no")


def require(field: forms.Field, reason: str = "") -> None:
    """Let a field be filled in after all; the reason is said beside it."""
    field.required = True
    if reason:
        field.error_messages["required"] = reason


class RequestForm(AskForm):
    """What the money is for, from where, and to whom; to persons and to suppliers, in money and in goods."""

    title = forms.CharField(label=pgettext_lazy("funds", "事由"), max_length=100)
    purpose = forms.ChoiceField(label=gettext_lazy("用途"), choices=[("", gettext_lazy("请选择")), *Purpose.choices])
    fund = PickField(
        restricted_funds,
        label=gettext_lazy("资金来源"),
        required=False,
        empty_label=gettext_lazy("本会经费（列年度预算）"),
    )
    field_order = ("title", "purpose", "fund")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["purpose"].choices = [
            choice for choice in self.fields["purpose"].choices if choice[0] != Purpose.REMITTANCE or self._remits()
        ]
        if self.obj is not None:
            payees = list(self.obj.payees.select_related("person"))
            self.initial |= {"cash": shown(payees, goods=False), "goods": shown(payees, goods=True)}

    def _remits(self) -> bool:
        """What is owed upward is asked for at the contributions, where it is known; a draft of it may be amended."""
        return self.obj is not None and self.obj.purpose == Purpose.REMITTANCE


class ApproveForm(StepForm):
    """The decision above the chair's own limit, and an answer to what the checks ask."""

    decision = forms.CharField(
        label=gettext_lazy("集体决定的会议"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("例如：2023年第5次主席办公会。"),
    )
    decided_on = forms.DateField(label=gettext_lazy("决定日期"), required=False)
    witness = PickField(auditors, label=gettext_lazy("列席经审委员"), required=False)
    note = forms.CharField(label=gettext_lazy("审批（核实）意见"), max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.obj is None:  # several at once: what each needs is known when it is its turn
            return
        if self.obj.rung == Rung.CHAIR:
            del self.fields["decision"], self.fields["decided_on"]
        if self.obj.rung != Rung.COMMITTEE:
            del self.fields["witness"]
        for name in {"decision", "decided_on", "witness"} & self.fields.keys():
            require(self.fields[name])
        if self.obj.warnings:
            require(self.fields["note"], _("这笔申请有需要核实的提醒，请写明核实意见后再批准。"))


class PayForm(StepForm):
    way = forms.ChoiceField(
        label=gettext_lazy("付款方式"), choices=[(way.value, way.label) for way in (Way.TRANSFER, Way.CASH)]
    )
    paid_on = forms.DateField(label=gettext_lazy("付款日期"), initial=clock.today)
    reference = forms.CharField(
        label=gettext_lazy("银行回单号或说明"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("慰问金和补助转入本人银行卡；现场发放现金的，写明原因（CARE-17）。"),
    )
    second = OnePerson(
        label=gettext_lazy("第二经办人"),
        required=False,
        help_text=gettext_lazy("超过规定金额的付款须填（FIN-09）；工号，或没有重名的姓名。"),
    )
    amount = forms.DecimalField(
        label=gettext_lazy("实付金额（元）"),
        required=False,
        max_digits=12,
        decimal_places=2,
        help_text=gettext_lazy("按发票少付时填写，不得超过批准金额；不填即按批准金额付。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.obj is None or not only_supplier(self.obj):
            del self.fields["amount"]
        if self.obj is not None and (reason := services.payments.second_asked(self.obj)):
            require(self.fields["second"], reason)


class BookForm(StepForm):
    on = forms.DateField(
        label=gettext_lazy("凭证日期"), required=False, help_text=gettext_lazy("不填即为付款日期；该月已结账的请另填。")
    )


class EvidenceForm(StepForm):
    kind = forms.ChoiceField(
        label=gettext_lazy("附件类别"),
        choices=[(kind.value, kind.label) for kind in PieceKind if kind != PieceKind.APPROVAL],
        initial=PieceKind.INVOICE,
    )
    upload = forms.FileField(label=gettext_lazy("文件"))
    text = forms.CharField(
        label=gettext_lazy("名称"), max_length=120, required=False, help_text=gettext_lazy("不填就用文件名。")
    )

    def _known(self) -> dict[str, Any]:
        return {}


class DropEvidenceForm(StepForm):
    piece = PickField(
        lambda user: Piece.objects.visible_to(user),
        of="request",
        offered=lambda piece: f"{piece.get_kind_display()} {piece.text}",
        label=gettext_lazy("附件"),
    )
    reason = forms.CharField(label=gettext_lazy("理由"), min_length=2, max_length=200)
