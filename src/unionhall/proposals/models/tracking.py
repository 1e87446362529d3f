"""What is still promised, from one session to the next."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.proposals.models.proposal import OfProposalQuerySet, Proposal


class CarryOver(TenantModel):
    """A case not done by a session, carried over to it with a word on how far it is (PRO-18)."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="carried", verbose_name=_("提案"))
    session = models.ForeignKey("congress.Session", models.PROTECT, related_name="+", verbose_name=_("结转至"))
    note = models.TextField(_("结转说明"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("登记人"))
    carried_on = models.DateField(_("结转日期"))

    objects = tenant_manager(OfProposalQuerySet)

    class Meta:
        verbose_name = _("结转")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["union", "proposal", "session"], name="proposals_carried_once")]

    def __str__(self) -> str:
        return str(self.session)
