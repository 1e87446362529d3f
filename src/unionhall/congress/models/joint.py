"""Joint meetings between two sessions (CON-21)."""

from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.congress import permissions
from unionhall.congress.flow import JointState
from unionhall.congress.kinds import Capacity, Gathering, Outcome
from unionhall.congress.models.session import Session
from unionhall.congress.models.term import Term
from unionhall.congress.rules.joint import agreement_problem
from unionhall.congress.rules.powers import Power


class JointQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """All for those who oversee; for others those they take part in."""
        if permissions.oversees(user):
            return self
        return self.filter(pk__in=self.model.objects.filter(participants__person__user=user.pk).values("pk"))


class JointMeeting(TenantModel):
    """One joint meeting, called by the union for what cannot wait (`cause`); the next session hears of it (`reported_to`)."""

    term = models.ForeignKey(Term, models.PROTECT, related_name="joint_meetings", verbose_name=_("届"))
    kind = models.CharField(_("会议"), max_length=8, choices=Gathering, default=Gathering.JOINT)
    number = models.CharField(_("编号"), max_length=24)
    held_on = models.DateField(_("开会日期"))
    venue = models.CharField(_("地点"), max_length=80)
    cause = models.TextField(_("召集事由"))
    state = models.CharField(_("状态"), max_length=10, choices=JointState, default=JointState.CALLED, editable=False)
    minutes = models.TextField(_("会议纪要"), blank=True)
    reported_to = models.ForeignKey(
        Session, models.PROTECT, null=True, related_name="joint_reports", editable=False, verbose_name=_("提交的大会")
    )

    objects = tenant_manager(JointQuerySet)

    class Meta:
        verbose_name = _("联席会议")
        ordering = ["-held_on", "-number"]
        constraints = [models.UniqueConstraint(fields=["union", "number"], name="congress_joint_number")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"


class OfJointQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """Those of the meetings one may see."""
        return self.filter(meeting__in=JointMeeting.objects.visible_to(user))


class JointParticipant(TenantModel):
    """Somebody called to a joint meeting by what they are to the congress."""

    meeting = models.ForeignKey(JointMeeting, models.CASCADE, related_name="participants", verbose_name=_("联席会议"))
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name=_("姓名"))
    capacity = models.CharField(_("身份"), max_length=10, choices=Capacity)
    came = models.BooleanField(_("到会"), default=False)

    objects = tenant_manager(OfJointQuerySet)

    class Meta:
        verbose_name = _("参加人员")
        ordering = ["capacity", "person__staff_no"]
        constraints = [
            models.UniqueConstraint(fields=["union", "meeting", "person"], name="congress_joint_person_once")
        ]

    def __str__(self) -> str:
        return str(self.person)


class JointMatter(TenantModel):
    """One matter of a joint meeting. What the congress has to vote on is never `agreed` here: the table refuses it too."""

    meeting = models.ForeignKey(JointMeeting, models.CASCADE, related_name="matters", verbose_name=_("联席会议"))
    position = models.PositiveSmallIntegerField(_("序号"))
    title = models.CharField(_("事项"), max_length=100)
    power = models.CharField(_("职权类型"), max_length=10, choices=Power)
    outcome = models.CharField(_("结论"), max_length=10, choices=Outcome, blank=True, editable=False)
    conclusion = models.TextField(_("处理意见"), blank=True, editable=False)

    objects = tenant_manager(OfJointQuerySet)

    class Meta:
        verbose_name = _("联席会议事项")
        ordering = ["meeting", "position"]
        constraints = [
            models.UniqueConstraint(fields=["union", "meeting", "position"], name="congress_matter_position"),
            models.CheckConstraint(
                name="congress_joint_passes_nothing",
                condition=~Q(outcome=Outcome.AGREED) | Q(power__in=[Power.DELIBERATE, Power.SUPERVISE]),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def why_not_agreed(self) -> str | None:
        """Why it can only be sent on to the congress, or None (CON-21)."""
        return agreement_problem(self.power)
