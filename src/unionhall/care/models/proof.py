"""The papers an occasion asks for (CARE-16)."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.care import permissions
from unionhall.care.kinds.proof import STARTING, Proof
from unionhall.care.kinds.words import Occasion


class ProofRuleQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """What has to be handed in is no secret from whoever visits."""
        return self if permissions.may_list(user) else self.none()

    def wanted(self, occasion: str, day: date) -> list[Proof]:
        """What an occasion of that day is proved by: this union's newest row until then, else the house's own set."""
        own = self.filter(occasion=occasion, valid_from__lte=day).order_by("-valid_from").first()
        return [Proof(kind) for kind in (own.papers if own else STARTING.get(Occasion(occasion), ()))]


class ProofRule(TenantModel):
    """The papers this union wants for one occasion from a day until the next such row; none at all is a rule too."""

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

    @property
    def said(self) -> str:
        """The papers in words."""
        return "、".join(str(Proof(kind).label) for kind in self.papers)
