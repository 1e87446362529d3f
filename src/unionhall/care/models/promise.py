"""What was promised on a visit."""

from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.audit.concerning import concerns
from unionhall.care.flow.visits import PromiseState
from unionhall.care.models.visit import OfVisitQuerySet, Visit
from unionhall.kernel.cipher import EncryptedTextField


class PromiseQuerySet(OfVisitQuerySet):
    def open(self) -> Self:
        """Those not kept yet."""
        return self.filter(state=PromiseState.OPEN)


class Promise(TenantModel):
    """Something promised on a visit, with the day by which it is due."""

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="promises", verbose_name=_("走访"))
    text = EncryptedTextField(_("承诺事项"))
    due_on = models.DateField(_("落实期限"))
    outcome = EncryptedTextField(_("落实情况"), blank=True)
    state = models.CharField(_("状态"), max_length=7, choices=PromiseState, default=PromiseState.OPEN)

    objects = tenant_manager(PromiseQuerySet)
    concerns_person = concerns("visit.person_id")

    class Meta:
        verbose_name = _("承诺事项")
        ordering = ["due_on", "id"]

    def __str__(self) -> str:
        return f"{self.visit}"

    @property
    def person(self) -> Any:
        """To whom it was promised."""
        return self.visit.person
