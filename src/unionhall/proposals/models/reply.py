"""The reply, and what movers think of it."""

import hashlib
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import departments_where
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.proposals import permissions
from unionhall.proposals.flow import ReplyState
from unionhall.proposals.kinds import CONTENT, PROMISING, Mark, ReplyClass
from unionhall.proposals.models.proposal import OfProposalQuerySet, Proposal


class ReplyQuerySet(OfProposalQuerySet):
    def visible_to(self, user: Any) -> Self:
        """Issued ones with the proposal; what is still drafted, for the department, the leaders and who manages."""
        shown = super().visible_to(user)
        if permissions.manages(user) or permissions.is_leader(user):
            return shown
        own = departments_where(user, *permissions.ACTING)
        return shown.filter(Q(state=ReplyState.ISSUED) | Q(proposal__department__in=own))


class Reply(TenantModel):
    """The written reply of one round: drafted by the department, signed by its head, seen by the leader in charge (PRO-15).

    `digest` seals what was signed: whoever changed the words elsewhere is found out (`is_intact`; G-07).
    """

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="replies", verbose_name=_("提案"))
    round = models.PositiveSmallIntegerField(_("办理次数"), editable=False)
    reply_class = models.CharField(_("答复类别"), max_length=1, choices=ReplyClass)
    text = models.TextField(_("答复意见"))
    promised_on = models.DateField(_("承诺落实日期"), null=True, blank=True)
    reason = models.TextField(_("暂不能解决的原因"), blank=True)
    met_on = models.DateField(_("与提案人沟通日期"), null=True, blank=True)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False, verbose_name=_("起草人")
    )
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False, verbose_name=_("审签人")
    )
    signed_at = models.DateTimeField(_("审签时间"), null=True, editable=False)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        verbose_name=_("阅签领导"),
    )
    seen_at = models.DateTimeField(_("阅签时间"), null=True, editable=False)
    remark = models.TextField(_("院领导批示"), blank=True, editable=False)
    digest = models.CharField(max_length=64, blank=True, editable=False)
    state = models.CharField(_("状态"), max_length=6, choices=ReplyState, default=ReplyState.DRAFT, editable=False)

    objects = tenant_manager(ReplyQuerySet)

    class Meta:
        verbose_name = _("答复")
        ordering = ["round"]
        constraints = [
            models.UniqueConstraint(fields=["union", "proposal", "round"], name="proposals_one_reply_a_round"),
            models.CheckConstraint(
                name="proposals_reply_promises",
                condition=~Q(reply_class__in=PROMISING) | Q(promised_on__isnull=False),
            ),
            models.CheckConstraint(
                name="proposals_reply_explains", condition=~Q(reply_class=ReplyClass.D) | ~Q(reason="")
            ),
            models.CheckConstraint(
                name="proposals_reply_signed",
                condition=Q(state=ReplyState.DRAFT, signed_by=None, seen_by=None)
                | Q(state=ReplyState.SIGNED, signed_by__isnull=False, seen_by=None)
                | Q(state=ReplyState.ISSUED, signed_by__isnull=False, seen_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.proposal)

    @property
    def seal(self) -> str:
        """The digest of what it says now."""
        said = (self.reply_class, self.text, str(self.promised_on or ""), self.reason)
        return hashlib.sha256("\x1f".join((str(self.proposal_id), str(self.round), *said)).encode()).hexdigest()

    @property
    def is_intact(self) -> bool:
        """Whether it still says what was signed."""
        return self.state == ReplyState.DRAFT or self.seal == self.digest


class RatingQuerySet(OfProposalQuerySet):
    def of_last_round(self) -> Self:
        """Each mover's word on the last reply of the case."""
        last = Reply.objects.filter(proposal=OuterRef("proposal"), state=ReplyState.ISSUED).order_by("-round")
        return self.filter(reply=Subquery(last.values("pk")[:1]))

    def unsatisfied(self) -> Self:
        """Those not satisfied with attitude or result."""
        return self.filter(Q(attitude=Mark.UNSATISFIED) | Q(result=Mark.UNSATISFIED))

    def content(self) -> Self:
        """Those satisfied, or fairly, with the result."""
        return self.filter(result__in=CONTENT)

    def wanting_again(self) -> Self:
        """Those not satisfied who ask for it to be handled again (PRO-17)."""
        return self.unsatisfied().filter(wants_again=True)


class Rating(TenantModel):
    """One mover's word on one reply: attitude and result apart (PRO-16)."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="ratings", verbose_name=_("提案"))
    reply = models.ForeignKey(Reply, models.PROTECT, related_name="ratings", verbose_name=_("答复"))
    delegate = models.ForeignKey("congress.Delegate", models.PROTECT, related_name="+", verbose_name=_("提案人"))
    attitude = models.CharField(_("办理态度"), max_length=12, choices=Mark)
    result = models.CharField(_("办理结果"), max_length=12, choices=Mark)
    words = models.TextField(_("意见"), blank=True)
    wants_again = models.BooleanField(_("要求再次办理"), default=False)
    rated_on = models.DateField(_("评价日期"))

    objects = tenant_manager(RatingQuerySet)

    class Meta:
        verbose_name = _("评价")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["union", "reply", "delegate"], name="proposals_rated_once"),
            models.CheckConstraint(
                name="proposals_unsatisfied_says_why",
                condition=~Q(attitude=Mark.UNSATISFIED) & ~Q(result=Mark.UNSATISFIED) | ~Q(words=""),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_result_display())
