"""What the committee found, and what was decided on it."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.proposals import permissions
from unionhall.proposals.kinds import Decider, Outcome
from unionhall.proposals.models.proposal import OfProposalQuerySet, Proposal


class Review(TenantModel):
    """One opinion of the proposals committee on one sheet; a later one takes its place, none is changed (PRO-08).

    `met` are the criteria of filing it meets, `grounds` those on which it is not filed, both as values of their choices.
    """

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="reviews", verbose_name=gettext_lazy("提案"))
    outcome = models.CharField(gettext_lazy("审查结论"), max_length=10, choices=Outcome)
    met = models.JSONField(gettext_lazy("符合的立案标准"), default=list, blank=True)
    grounds = models.JSONField(gettext_lazy("不予立案的情形"), default=list, blank=True)
    reason = models.TextField(gettext_lazy("理由"), blank=True)
    merged_into = models.ForeignKey(
        Proposal, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=gettext_lazy("主案")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=gettext_lazy("审查人")
    )
    reviewed_on = models.DateField(gettext_lazy("审查日期"))

    objects = tenant_manager(OfProposalQuerySet)

    class Meta:
        verbose_name = gettext_lazy("初审意见")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                name="proposals_review_reasoned", condition=Q(outcome__in=[Outcome.FILE, Outcome.MERGE]) | ~Q(reason="")
            )
        ]

    def __str__(self) -> str:
        return str(self.get_outcome_display())


class DecisionQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """Those who oversee proposals see what was decided where."""
        return self if permissions.oversees(user) else self.none()


class Decision(TenantModel):
    """A sitting of the presidium or of the joint meeting that decided on what the committee proposed (PRO-10)."""

    call = models.ForeignKey(
        "proposals.Call", models.PROTECT, related_name="decisions", verbose_name=pgettext_lazy("proposals", "届次")
    )
    decider = models.CharField(gettext_lazy("审定机构"), max_length=10, choices=Decider)
    decided_on = models.DateField(gettext_lazy("审定日期"))
    document = models.CharField(gettext_lazy("会议纪要文号"), max_length=80, blank=True)
    note = models.TextField(gettext_lazy("审定意见"), blank=True)

    objects = tenant_manager(DecisionQuerySet)

    class Meta:
        verbose_name = gettext_lazy("提案审定")
        ordering = ["-decided_on", "-id"]

    def __str__(self) -> str:
        return _("%(day)s%(decider)s") % {"day": self.decided_on.isoformat(), "decider": self.get_decider_display()}
