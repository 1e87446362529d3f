"""Visits made in one round, for which money is asked once."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.care.kinds.words import Source


class VisitRoundQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """The office, and whoever put it together."""
        return self if in_office(user) else self.filter(made_by=user.pk)


class VisitRound(TenantModel):
    """Several visits of one source for which one request asks, each person on a line of their own (CARE-08)."""

    number = models.CharField(_("编号"), max_length=24)
    title = models.CharField(_("名称"), max_length=60)
    source = models.CharField(_("资金来源"), max_length=8, choices=Source)
    made_on = models.DateField(_("合并日期"))
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("经办人"))

    objects = tenant_manager(VisitRoundQuerySet)

    class Meta:
        verbose_name = _("走访批次")
        ordering = ["-made_on", "-number"]
        constraints = [models.UniqueConstraint(fields=["union", "number"], name="visit_round_number_unique")]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        """The round at the desk."""
        return reverse("care.rounds.detail", args=[self.pk])
