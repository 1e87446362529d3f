"""What was handed in for a visit."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office, units_where
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.care.kinds.proof import OPEN, Proof
from unionhall.care.models.round import VisitRound
from unionhall.care.models.visit import Visit
from unionhall.care.permissions import reads_invoices
from unionhall.kernel import clock
from unionhall.kernel.cipher import EncryptedTextField
from unionhall.people.permissions import LEADERS


class PaperQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """As for events, which leaves out who only came along; whoever keeps the book has the invoices of goods alone."""
        if in_office(user):
            return self
        seen = Q(visit__person__user=user.pk) | Q(visit__person__unit__in=units_where(user, *LEADERS))
        seen |= Q(round__made_by=user.pk)
        return self.filter(seen | Q(kind__in=OPEN)) if reads_invoices(user) else self.filter(seen)


class VisitPaper(TenantModel):
    """A document handed in for a visit, or the invoice of a round; its content is encrypted in the column rather than
    in the store of files."""

    visit = models.ForeignKey(Visit, models.PROTECT, null=True, related_name="papers", verbose_name=_("走访"))
    round = models.ForeignKey(VisitRound, models.PROTECT, null=True, related_name="papers", verbose_name=_("走访批次"))
    kind = models.CharField(_("材料"), max_length=12, choices=Proof)
    name = EncryptedTextField(_("文件名"))
    media_type = models.CharField(max_length=100, editable=False)
    content = models.BinaryField(editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("上传人"))
    at = models.DateTimeField(_("上传时间"), default=clock.now, editable=False)

    objects = tenant_manager(PaperQuerySet)

    class Meta:
        verbose_name = _("走访证明材料")
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(visit=None, round__isnull=False, kind=Proof.INVOICE) | Q(visit__isnull=False, round=None),
                name="visit_paper_of_one",
            )
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())

    @property
    def is_private(self) -> bool:
        """Whether it tells of somebody's life: every look at it is logged."""
        return self.kind not in OPEN

    @property
    def concerns_person(self) -> Any:
        """Whose data it is, for the audit trail."""
        return self.visit.person_id if self.visit else None
