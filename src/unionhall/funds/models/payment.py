"""Whom a request pays, that it was paid, and what proves it."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.audit.concerning import concerns
from unionhall.funds.flow.request import SETTLED
from unionhall.funds.kinds.ledger import Way
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.models.request import SpendingRequest
from unionhall.kernel.money import MoneyField
from unionhall.kernel.text import masked_name


class PayeeQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """Those of the requests one may see, and what one is paid oneself."""
        seen = Q(request__in=SpendingRequest.objects.visible_to(user).values("pk"))
        own = Q(person__user=user.pk, request__state__in=SETTLED)
        return self.filter(seen | own) if user.pk else self.none()


class RequestPayee(TenantModel):
    """One line of a request: a person on the roster, or by name somebody else; cash and value of goods apart."""

    request = models.ForeignKey(SpendingRequest, models.CASCADE, related_name="payees", verbose_name=_("经费申请"))
    order = models.PositiveSmallIntegerField(default=0, editable=False)
    person = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("职工")
    )
    name = models.CharField(_("收款方"), max_length=80)
    cash = MoneyField(_("金额"), default=0)
    goods = MoneyField(_("物品价值"), default=0)
    text = models.CharField(_("说明"), max_length=100, blank=True)

    objects = tenant_manager(PayeeQuerySet)
    concerns_person = concerns("person_id")

    class Meta:
        verbose_name = _("收款人")
        ordering = ["request", "order"]
        indexes = [models.Index(fields=["union", "person"])]
        constraints = [
            models.CheckConstraint(name="payee_not_negative", condition=Q(cash__gte=0, goods__gte=0)),
            models.CheckConstraint(name="payee_gets_something", condition=Q(cash__gt=0) | Q(goods__gt=0)),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def masked_name(self) -> str:
        """The family name alone of somebody on the roster."""
        return masked_name(self.name) if self.person_id else self.name

    @property
    def department(self) -> Any:
        """The department of who is named; whoever is kept anonymous has none here either."""
        return self.person.department if self.person and self.person.name == self.name else None


class OfRequestQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """Those of the requests one may see."""
        return self.filter(request__in=SpendingRequest.objects.visible_to(user).values("pk"))


class PaymentQuerySet(OfRequestQuerySet):
    def standing(self) -> Self:
        """Those not taken back."""
        return self.filter(taken_back_on=None)


class Payment(TenantModel):
    """That a request was paid: once, which the database itself keeps.

    `by` is the cashier; `second` the other hand a larger payment needs (FIN-09). One taken back keeps its row, with the day.
    """

    request = models.OneToOneField(SpendingRequest, models.PROTECT, related_name="payment", verbose_name=_("经费申请"))
    way = models.CharField(_("付款方式"), max_length=10, choices=Way)
    paid_on = models.DateField(_("付款日期"))
    reference = models.CharField(_("银行回单号"), max_length=60, blank=True)
    amount = MoneyField(_("付款金额"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("出纳"))
    second = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, related_name="+", verbose_name=_("第二经办人")
    )
    taken_back_on = models.DateField(_("退回日期"), null=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("退回经办人")
    )

    objects = tenant_manager(PaymentQuerySet)

    class Meta:
        verbose_name = _("付款")
        ordering = ["-paid_on", "-id"]
        indexes = [models.Index(fields=["union", "paid_on"])]
        constraints = [
            models.CheckConstraint(
                name="payment_taken_back_by_another", condition=Q(taken_back_by=None) | ~Q(taken_back_by=F("by"))
            )
        ]

    def __str__(self) -> str:
        return str(self.request)


class Piece(TenantModel):
    """One piece of a request's pack: a file attached to the request."""

    request = models.ForeignKey(SpendingRequest, models.CASCADE, related_name="pieces", verbose_name=_("经费申请"))
    kind = models.CharField(_("附件类别"), max_length=10, choices=PieceKind)
    text = models.CharField(_("名称"), max_length=120)
    attachment = models.ForeignKey("files.Attachment", models.PROTECT, related_name="+", verbose_name=_("文件"))

    objects = tenant_manager(OfRequestQuerySet)

    class Meta:
        verbose_name = _("凭证附件")
        ordering = ["kind", "id"]

    def __str__(self) -> str:
        return self.text

    @property
    def said(self) -> str:
        """Its name, of a confidential request its kind alone: files are named after people."""
        return str(self.get_kind_display()) if self.request.is_confidential else self.text
