"""Who has to do what about a case, by when, and what they did."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from unionhall.accounts.roles import departments_where
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.proposals import permissions
from unionhall.proposals.flow import LIVE_ASSIGNMENT, AssignmentState, ExtensionState
from unionhall.proposals.kinds import Part
from unionhall.proposals.models.proposal import OfProposalQuerySet, Proposal


class DeliveryMeetingQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """Those who oversee proposals, and the departments called to it."""
        if permissions.oversees(user):
            return self
        return self.filter(pk__in=Assignment.objects.of(user).values("meeting"))


class DeliveryMeeting(TenantModel):
    """A meeting at which cases are handed to the departments (交办会, PRO-10)."""

    call = models.ForeignKey(
        "proposals.Call", models.PROTECT, related_name="deliveries", verbose_name=pgettext_lazy("proposals", "届次")
    )
    held_on = models.DateField(gettext_lazy("开会日期"))
    place = models.CharField(gettext_lazy("地点"), max_length=80, blank=True)
    note = models.TextField(gettext_lazy("会议要求"), blank=True)

    objects = tenant_manager(DeliveryMeetingQuerySet)

    class Meta:
        verbose_name = gettext_lazy("交办会")
        ordering = ["-held_on", "-id"]

    def __str__(self) -> str:
        return _("%(day)s交办会") % {"day": self.held_on.isoformat()}


class AssignmentQuerySet(OfProposalQuerySet):
    def visible_to(self, user: Any) -> Self:
        """All of the cases one oversees or moved; a department its own and those beside it on the same case."""
        return self.filter(proposal__in=Proposal.objects.visible_to(user))

    def of(self, user: Any) -> Self:
        """Those given to the departments a user acts for."""
        return self.filter(department__in=departments_where(user, *permissions.ACTING))

    def live(self) -> Self:
        """Those not handed back and not done."""
        return self.filter(state__in=LIVE_ASSIGNMENT)


class Assignment(TenantModel):
    """One department's share in one case: the lead answers, those who support give an opinion to the lead (PRO-10, PRO-12).

    `due_on` is the last day for it, `return_until` the last on which it can be handed back (PRO-11), both inclusive.
    """

    proposal = models.ForeignKey(
        Proposal, models.CASCADE, related_name="assignments", verbose_name=gettext_lazy("提案")
    )
    department = models.ForeignKey(
        "people.Department", models.PROTECT, related_name="+", verbose_name=gettext_lazy("承办部门")
    )
    part = models.CharField(gettext_lazy("分工"), max_length=8, choices=Part)
    meeting = models.ForeignKey(
        DeliveryMeeting, models.PROTECT, related_name="assignments", verbose_name=gettext_lazy("交办会")
    )
    given_on = models.DateField(gettext_lazy("交办日期"))
    due_on = models.DateField(gettext_lazy("期限"))
    is_provisional = models.BooleanField(gettext_lazy("暂估"), default=False)
    return_until = models.DateField(gettext_lazy("退办期限"))
    return_reason = models.TextField(gettext_lazy("退办理由"), blank=True, editable=False)
    opinion = models.TextField(gettext_lazy("协办意见"), blank=True, editable=False)
    done_on = models.DateField(gettext_lazy("完成日期"), null=True, editable=False)
    state = models.CharField(
        gettext_lazy("状态"), max_length=10, choices=AssignmentState, default=AssignmentState.GIVEN, editable=False
    )

    objects = tenant_manager(AssignmentQuerySet)

    class Meta:
        verbose_name = gettext_lazy("交办")
        ordering = ["part", "id"]
        indexes = [models.Index(fields=["union", "department", "state", "due_on"], name="proposals_share_due")]
        constraints = [
            models.UniqueConstraint(
                fields=["union", "proposal", "department"],
                condition=~Q(state=AssignmentState.RETURNED),
                name="proposals_department_once",
            ),
            models.UniqueConstraint(
                fields=["union", "proposal"],
                condition=Q(part=Part.LEAD) & ~Q(state=AssignmentState.RETURNED),
                name="proposals_one_lead",
            ),
            models.CheckConstraint(name="proposals_due_after_given", condition=Q(due_on__gt=F("given_on"))),
            models.CheckConstraint(
                name="proposals_return_reasoned",
                condition=~Q(state__in=[AssignmentState.ASKED_BACK, AssignmentState.RETURNED]) | ~Q(return_reason=""),
            ),
        ]

    def __str__(self) -> str:
        return _("%(proposal)s（%(department)s%(part)s）") % {
            "proposal": self.proposal,
            "department": self.department,
            "part": self.get_part_display(),
        }


class Progress(TenantModel):
    """What a department says it did about a case, while handling it or until what it promised is done (PRO-18).

    `met_on` is the day somebody talked it over with the mover, if it was.
    """

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="progress", verbose_name=gettext_lazy("提案"))
    text = models.TextField(gettext_lazy("办理情况"))
    met_on = models.DateField(gettext_lazy("与提案人沟通日期"), null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=gettext_lazy("登记人")
    )
    noted_at = models.DateTimeField(gettext_lazy("登记时间"))

    objects = tenant_manager(OfProposalQuerySet)

    class Meta:
        verbose_name = gettext_lazy("办理情况")
        ordering = ["-noted_at", "-id"]

    def __str__(self) -> str:
        return self.text[:40]


class Chase(TenantModel):
    """One time the committee pressed the departments for a case (督办)."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="chases", verbose_name=gettext_lazy("提案"))
    text = models.TextField(gettext_lazy("督办意见"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=gettext_lazy("督办人")
    )
    chased_on = models.DateField(gettext_lazy("督办日期"))

    objects = tenant_manager(OfProposalQuerySet)

    class Meta:
        verbose_name = gettext_lazy("督办")
        ordering = ["-chased_on", "-id"]

    def __str__(self) -> str:
        return self.text[:40]


class OfAssignmentQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """Those of the assignments one may see."""
        return self.filter(assignment__in=Assignment.objects.visible_to(user))


class Extension(TenantModel):
    """A department's wish for more time for its reply: once, and only by approval (PRO-13)."""

    assignment = models.ForeignKey(
        Assignment, models.CASCADE, related_name="extensions", verbose_name=gettext_lazy("交办")
    )
    until = models.DateField(gettext_lazy("延长至"))
    reason = models.TextField(gettext_lazy("理由"))
    answer = models.CharField(gettext_lazy("答复"), max_length=200, blank=True, editable=False)
    state = models.CharField(
        gettext_lazy("状态"), max_length=8, choices=ExtensionState, default=ExtensionState.ASKED, editable=False
    )

    objects = tenant_manager(OfAssignmentQuerySet)

    class Meta:
        verbose_name = gettext_lazy("延期申请")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["union", "assignment"],
                condition=~Q(state=ExtensionState.REFUSED),
                name="proposals_extended_once",
            )
        ]

    def __str__(self) -> str:
        return str(self.assignment)

    @property
    def proposal(self) -> Proposal:
        """The case it is about."""
        return self.assignment.proposal
