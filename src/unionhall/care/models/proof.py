"""What a visit is proved by: the papers an occasion asks for, and those handed in for one visit (CARE-16)."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office, units_where
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.care import permissions
from unionhall.care.kinds.proof import OPEN, Proof
from unionhall.care.kinds.words import Occasion
from unionhall.care.models.visit import Visit
from unionhall.kernel import clock
from unionhall.kernel.cipher import EncryptedTextField
from unionhall.people.permissions import LEADERS


class ProofRuleQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """What has to be handed in is no secret from whoever visits."""
        return self if permissions.may_list(user) else self.none()


class ProofRule(TenantModel):
    """The papers this union wants for one occasion from a day until the next such row. No row: the house's own set."""

    occasion = models.CharField(_("事由"), max_length=12, choices=Occasion)
    papers = models.JSONField(_("证明材料"), default=list, blank=True)
    valid_from = models.DateField(_("自"))
    source = models.CharField(_("依据"), max_length=120)

    objects = tenant_manager(ProofRuleQuerySet)

    class Meta:
        verbose_name = _("证明材料要求")
        ordering = ["occasion", "-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["union", "occasion", "valid_from"], name="proof_rule_one_a_day"),
        ]

    def __str__(self) -> str:
        return str(self.get_occasion_display())


class VisitPaperQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """As for events, which leaves out who only came along; whoever keeps the book has the invoices of goods alone."""
        if in_office(user):
            return self
        seen = Q(visit__person__user=user.pk) | Q(visit__person__unit__in=units_where(user, *LEADERS))
        return self.filter(seen | Q(kind__in=OPEN)) if permissions.reads_invoices(user) else self.filter(seen)


class VisitPaper(TenantModel):
    """A document handed in for a visit, its content encrypted in the column rather than in the store of files."""

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="papers", verbose_name=_("走访"))
    kind = models.CharField(_("材料"), max_length=12, choices=Proof)
    name = EncryptedTextField(_("文件名"))
    media_type = models.CharField(max_length=100, editable=False)
    content = models.BinaryField(editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("上传人"))
    at = models.DateTimeField(_("上传时间"), default=clock.now, editable=False)

    objects = tenant_manager(VisitPaperQuerySet)

    class Meta:
        verbose_name = _("走访证明材料")
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return str(self.get_kind_display())

    @property
    def person(self) -> Any:
        """Whose data it is."""
        return self.visit.person

    @property
    def concerns_person(self) -> Any:
        """Whose data it is, for the audit trail."""
        return self.visit.person_id
