"""Audits of the funds, what they found and how it was put right."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.funds.flow.audit import AuditState, FindingState
from unionhall.funds.kinds.audit import AuditKind
from unionhall.funds.models.ledger import Voucher
from unionhall.funds.permissions.ledger import reads_audits


class AuditQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """The book's readers and the union committee."""
        return self if reads_audits(user) else self.none()


class Audit(TenantModel):
    """One audit of the funds by the fund audit committee, over a span of days, both inclusive (FIN-12)."""

    number = models.CharField(_("编号"), max_length=16)
    title = models.CharField(_("名称"), max_length=80)
    kind = models.CharField(_("类别"), max_length=10, choices=AuditKind, default=AuditKind.YEARLY)
    first_on = models.DateField(_("审查期间起"))
    last_on = models.DateField(_("审查期间止"))
    opinion = models.TextField(_("审查意见"), blank=True)
    reported_on = models.DateField(_("出具意见日期"), null=True, editable=False)
    state = models.CharField(_("状态"), max_length=10, choices=AuditState, default=AuditState.OPEN, editable=False)

    objects = tenant_manager(AuditQuerySet)

    class Meta:
        verbose_name = _("经费审查")
        ordering = ["-first_on", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["union", "number"], name="audit_number_unique"),
            models.CheckConstraint(name="audit_days_in_order", condition=Q(last_on__gte=F("first_on"))),
        ]

    def __str__(self) -> str:
        return self.title


class FindingQuerySet(AuditQuerySet):
    def open_first(self) -> Self:
        """What is not put right by its last day, then what is, the latest first."""
        return self.order_by(F("closed_on").desc(nulls_first=True), "due_on", "id")


class Finding(TenantModel):
    """One thing an audit found wrong: on which clause, about which voucher if one, and by when it is put right."""

    audit = models.ForeignKey(Audit, models.PROTECT, related_name="findings", verbose_name=_("经费审查"))
    title = models.CharField(_("问题"), max_length=80)
    text = models.TextField(_("情况"))
    clause = models.CharField(_("依据"), max_length=120)
    voucher = models.ForeignKey(
        Voucher, models.PROTECT, null=True, blank=True, related_name="findings", verbose_name=_("涉及凭证")
    )
    due_on = models.DateField(_("整改期限"))
    measure = models.TextField(_("整改情况"), blank=True, editable=False)
    answered_on = models.DateField(_("报整改日期"), null=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("整改人"), editable=False
    )
    closed_on = models.DateField(_("销号日期"), null=True, editable=False)
    state = models.CharField(
        _("状态"), max_length=10, choices=FindingState, default=FindingState.RAISED, editable=False
    )

    objects = tenant_manager(FindingQuerySet)

    class Meta:
        verbose_name = _("审查问题")
        ordering = ["due_on", "id"]

    def __str__(self) -> str:
        return self.title
