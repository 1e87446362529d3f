"""What a member says is wrong in what the union holds about them (PRI-07)."""

from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.audit.concerning import concerns
from unionhall.kernel import clock
from unionhall.kernel.cipher import EncryptedTextField
from unionhall.people.choices import CorrectionField
from unionhall.people.flow import CorrectionState
from unionhall.people.models.person import Person


class CorrectionQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """The office that answers and the member who asked."""
        if in_office(user):
            return self
        return self.filter(person__user=user.pk) if getattr(user, "is_active", False) else self.none()


class Correction(TenantModel):
    """A member asks for one thing to be put right; the office does it or says why not."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="corrections", verbose_name=_("职工"))
    field = models.CharField(_("哪一项"), max_length=18, choices=CorrectionField)
    should_be = EncryptedTextField(_("应为"))
    explanation = models.TextField(_("说明"), blank=True)
    state = models.CharField(_("状态"), max_length=10, choices=CorrectionState, default=CorrectionState.ASKED)
    asked_at = models.DateTimeField(_("提出时间"), default=clock.now, editable=False)
    reply = models.TextField(_("答复"), blank=True)

    objects = tenant_manager(CorrectionQuerySet)
    concerns_person = concerns("person_id")

    class Meta:
        verbose_name = _("更正申请")
        ordering = ["-asked_at"]

    def __str__(self) -> str:
        return f"{self.person} {self.get_field_display()}"
