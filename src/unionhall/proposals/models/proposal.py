"""The proposal: what delegates ask for, and where it stands."""

from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from unionhall.accounts.roles import departments_where, is_signed_in
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.calendar import services as calendar
from unionhall.congress.models import Delegate
from unionhall.proposals import permissions
from unionhall.proposals.flow import OWED, State
from unionhall.proposals.kinds import PROMISING, Category, Outcome, ReplyClass
from unionhall.proposals.models.call import Call
from unionhall.rulebook.services import value


class ProposalQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """What was handed in, for those who oversee; for everybody what they moved or were asked to second, with the case it
        was merged into; for a department what it was given, with the sheets merged into it. Drafts are their mover's alone.
        """
        if not is_signed_in(user):
            return self.none()
        every = self.model.objects
        own = every.filter(Q(mover__person__user=user.pk) | Q(seconds__delegate__person__user=user.pk))
        shown = Q(pk__in=own.values("pk")) | Q(pk__in=own.values("merged_into"))
        if permissions.oversees(user):
            shown |= Q(submitted_on__isnull=False)
        elif departments := departments_where(user, *permissions.ACTING):
            given = every.filter(assignments__department__in=departments).values("pk")
            shown |= Q(pk__in=given) | Q(merged_into__in=given)
        return self.filter(pk__in=every.filter(shown).values("pk"))

    def public_to(self, user: Any) -> Self:
        """What every member may know of: what was decided on. Pages show of these only the public columns."""
        if not permissions.may_see_progress(user):
            return self.none()
        return self.filter(Q(decision__isnull=False) | Q(outcome=Outcome.SUGGESTION, submitted_on__isnull=False))

    def submitted(self) -> Self:
        """Every sheet handed in and not taken back (份), late ones aside."""
        return self.filter(submitted_on__isnull=False, is_late=False).exclude(state=State.WITHDRAWN)

    def decided(self, *outcomes: str) -> Self:
        """Those on which it was decided so."""
        return self.submitted().filter(decision__isnull=False, outcome__in=outcomes)

    def filed_sheets(self) -> Self:
        """The sheets behind the cases: filed ones and those merged into them (份)."""
        return self.decided(Outcome.FILE, Outcome.MERGE)

    def cases(self) -> Self:
        """What was filed, after merging (件)."""
        return self.decided(Outcome.FILE)

    def answered(self) -> Self:
        """Cases that had their reply."""
        return self.cases().filter(answered_on__isnull=False)

    def unsettled(self) -> Self:
        """Those that are not over."""
        return self.exclude(state__in=(State.CLOSED, State.ARCHIVED))

    def owed(self) -> Self:
        """Cases for which a department still owes something."""
        return self.filter(state__in=OWED)

    def overdue(self, day: date) -> Self:
        """Cases whose last day is over and that have no reply."""
        return self.filter(state__in=OWED, due_on__lt=day).exclude(state=State.TRACKING)

    def promised(self) -> Self:
        """Cases followed until they are done (PRO-18)."""
        return self.filter(state=State.TRACKING)


class Proposal(TenantModel):
    """One sheet handed in (份): one matter, with its grounds and what should be done (PRO-03).

    Filed, it is a case (件) with everything merged into it; `point_count` is how many points it asks for (条). `version`
    counts the texts: a second holds for one of them alone. Department, days and class are those of the round running.
    """

    call = models.ForeignKey(
        Call, models.PROTECT, related_name="proposals", verbose_name=pgettext_lazy("proposals", "届次")
    )
    number = models.CharField(_("编号"), max_length=24, blank=True, editable=False)
    suggestion_number = models.CharField(_("意见建议编号"), max_length=24, blank=True, editable=False)
    category = models.CharField(_("类别"), max_length=2, choices=Category)
    title = models.CharField(_("案由"), max_length=100)
    grounds = models.TextField(_("理由"), blank=True)
    remedy = models.TextField(_("具体建议"), blank=True)
    version = models.PositiveSmallIntegerField(_("稿次"), default=1, editable=False)
    point_count = models.PositiveSmallIntegerField(_("条数"), default=0, editable=False)
    mover = models.ForeignKey(
        "congress.Delegate", models.PROTECT, related_name="proposals", editable=False, verbose_name=_("提案人")
    )
    for_delegation = models.BooleanField(_("以代表团名义"), default=False, editable=False)
    suggested_department = models.ForeignKey(
        "people.Department", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("建议承办部门")
    )
    submitted_on = models.DateField(_("提交日期"), null=True, editable=False)
    is_late = models.BooleanField(_("逾期提交"), default=False, editable=False)
    withdrawal_reason = models.CharField(_("撤回理由"), max_length=200, blank=True, editable=False)
    outcome = models.CharField(_("审查结论"), max_length=10, choices=Outcome, blank=True, editable=False)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="merged", editable=False, verbose_name=_("主案")
    )
    decision = models.ForeignKey(
        "proposals.Decision",
        models.PROTECT,
        null=True,
        related_name="proposals",
        editable=False,
        verbose_name=_("审定"),
    )
    department = models.ForeignKey(
        "people.Department", models.PROTECT, null=True, related_name="+", editable=False, verbose_name=_("主办部门")
    )
    leader = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, related_name="+", editable=False, verbose_name=_("分管院领导")
    )
    is_complex = models.BooleanField(_("复杂"), default=False, editable=False)
    assigned_on = models.DateField(_("交办日期"), null=True, editable=False)
    due_on = models.DateField(_("答复期限"), null=True, editable=False)
    answered_on = models.DateField(_("答复日期"), null=True, editable=False)
    was_on_time = models.BooleanField(_("按期答复"), null=True, editable=False)
    round = models.PositiveSmallIntegerField(_("办理次数"), default=1, editable=False)
    reply_class = models.CharField(_("答复类别"), max_length=1, choices=ReplyClass, blank=True, editable=False)
    promised_on = models.DateField(_("承诺落实日期"), null=True, editable=False)
    fulfilled_on = models.DateField(_("落实日期"), null=True, editable=False)
    carried_to = models.ForeignKey(
        "congress.Session", models.PROTECT, null=True, related_name="+", editable=False, verbose_name=_("结转至")
    )
    closing = models.TextField(_("办结说明"), blank=True, editable=False)
    closed_on = models.DateField(_("办结日期"), null=True, editable=False)
    is_excellent = models.BooleanField(_("优秀提案"), default=False, editable=False)
    archive_number = models.CharField(_("归档号"), max_length=24, blank=True, editable=False)
    state = models.CharField(_("状态"), max_length=12, choices=State, default=State.DRAFT, editable=False)

    objects = tenant_manager(ProposalQuerySet)

    class Meta:
        verbose_name = _("提案")
        ordering = ["-call__opens_on", "number", "-id"]
        indexes = [
            models.Index(fields=["union", "call", "state"], name="proposals_state"),
            models.Index(fields=["union", "department", "due_on"], name="proposals_due"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["union", "number"], condition=~Q(number=""), name="proposals_number"),
            models.UniqueConstraint(
                fields=["union", "suggestion_number"], condition=~Q(suggestion_number=""), name="proposals_suggestion"
            ),
            models.CheckConstraint(
                name="proposals_submitted_has_number",
                condition=Q(submitted_on=None, number="") | Q(submitted_on__isnull=False) & ~Q(number=""),
            ),
            models.CheckConstraint(
                name="proposals_merged_has_case",
                condition=Q(merged_into=None) & ~Q(outcome=Outcome.MERGE)
                | Q(merged_into__isnull=False, outcome=Outcome.MERGE),
            ),
            models.CheckConstraint(
                name="proposals_assigned_whole",
                condition=Q(assigned_on=None, due_on=None)
                | Q(assigned_on__isnull=False, due_on__isnull=False, department__isnull=False),
            ),
            models.CheckConstraint(
                name="proposals_answered_has_class",
                condition=Q(answered_on=None) | ~Q(reply_class=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()

    def get_absolute_url(self) -> str:
        """Its page at the committee's desk, which the rows of a figure lead to."""
        return reverse("proposals.detail", args=[self.pk])

    @property
    def promises(self) -> bool:
        """Whether the reply says what is still to be done (PRO-14)."""
        return self.reply_class in PROMISING

    def movers(self) -> "models.QuerySet[Delegate]":
        """Who moved this sheet and those merged into it."""
        return Delegate.objects.filter(Q(proposals=self.pk) | Q(proposals__merged_into=self.pk)).distinct()

    def current_reply(self) -> Any:
        """The reply of the round running, drafted, signed or issued; None before."""
        return self.replies.filter(round=self.round).first()

    def ratings_now(self) -> Any:
        """What movers said of the round running."""
        return self.ratings.filter(reply__round=self.round)

    def rating_until(self) -> date:
        """The last day on which movers may rate the answer, after which it is taken as accepted; inclusive."""
        assert self.answered_on is not None  # asked of answered ones alone
        count = value("proposals.rating_days", self.answered_on)
        return calendar.add(self.answered_on, count, calendar.Unit.DAY).day


class OfProposalQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """Those of the proposals one may see."""
        return self.filter(proposal__in=Proposal.objects.visible_to(user))


class TextVersion(TenantModel):
    """A text of a proposal as it stood: what a second was given for."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="texts", verbose_name=_("提案"))
    version = models.PositiveSmallIntegerField(_("稿次"))
    title = models.CharField(_("案由"), max_length=100)
    grounds = models.TextField(_("理由"), blank=True)
    remedy = models.TextField(_("具体建议"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("修改人"))
    written_at = models.DateTimeField(_("修改时间"))

    objects = tenant_manager(OfProposalQuerySet)

    class Meta:
        verbose_name = _("提案文本")
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["union", "proposal", "version"], name="proposals_text_unique")]

    def __str__(self) -> str:
        return f"{self.title} v{self.version}"
