"""Who stands behind a proposal."""

from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.audit.concerning import concerns
from unionhall.proposals.kinds import Answer
from unionhall.proposals.models.proposal import OfProposalQuerySet, Proposal


class SecondQuerySet(OfProposalQuerySet):
    def of(self, user: Any) -> Self:
        """Those asked of one person."""
        return self.filter(delegate__person__user=user.pk, delegate__person__user__isnull=False)

    def confirmed(self) -> Self:
        """Those given, whatever became of the text since."""
        return self.filter(state=Answer.CONFIRMED)

    def standing(self) -> Self:
        """Those given for the text as it stands now (PRO-04)."""
        return self.confirmed().filter(version=F("proposal__version"))

    def waiting(self) -> Self:
        """Those asked for and not answered."""
        return self.filter(state=Answer.ASKED)


class Second(TenantModel):
    """One delegate asked to second (附议): for which `version` of the text, and whether they agree to its withdrawal."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="seconds", verbose_name=_("提案"))
    delegate = models.ForeignKey(
        "congress.Delegate", models.PROTECT, related_name="proposal_seconds", verbose_name=_("附议人")
    )
    version = models.PositiveSmallIntegerField(_("稿次"))
    state = models.CharField(_("状态"), max_length=10, choices=Answer, default=Answer.ASKED, editable=False)
    answered_at = models.DateTimeField(_("答复时间"), null=True, editable=False)
    consented_at = models.DateTimeField(_("同意撤回时间"), null=True, editable=False)

    objects = tenant_manager(SecondQuerySet)
    concerns_person = concerns("delegate.person_id")

    class Meta:
        verbose_name = _("附议")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["union", "proposal", "delegate"], name="proposals_second_once"),
            models.CheckConstraint(
                name="proposals_second_answered",
                condition=Q(state=Answer.ASKED, answered_at=None)
                | ~Q(state=Answer.ASKED) & Q(answered_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.proposal)

    @property
    def is_standing(self) -> bool:
        """Whether it holds for the text as it stands."""
        return self.state == Answer.CONFIRMED and self.version == self.proposal.version
