"""Who is called or invited to a session, and who came."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.audit.concerning import concerns
from unionhall.congress import permissions
from unionhall.congress.kinds import How, Role
from unionhall.congress.models.delegate import Delegate
from unionhall.congress.models.session import Session

HERE = Q(came_at__isnull=False, left_at=None)


class AttendeeQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """All for the office; delegates know one another; everybody themselves."""
        if permissions.sees_persons(user):
            return self
        seen = Delegate.objects.visible_to(user)
        return self.filter(Q(person__user=user.pk, person__isnull=False) | Q(delegate__in=seen))

    def delegates(self) -> Self:
        """The roll: those with a vote (CON-08)."""
        return self.filter(role=Role.DELEGATE)

    def came(self) -> Self:
        """Those who were seen to come."""
        return self.filter(came_at__isnull=False)

    def here(self) -> Self:
        """Those who came and have not left."""
        return self.filter(HERE)

    def counted(self) -> tuple[int, int]:
        """How many there are, and how many of them are there now."""
        known = self.aggregate(all=Count("pk"), here=Count("pk", filter=HERE))
        return known["all"], known["here"]


class Attendee(TenantModel):
    """One person at one session: in what role, when they came and left, or why they were excused.

    A delegate's row is their place on the roll, drawn up when the session is convened; leaders, observers and guests have
    no vote (CON-08). A guest from elsewhere is a name without a person.
    """

    session = models.ForeignKey(Session, models.CASCADE, related_name="attendees", verbose_name=_("会议"))
    role = models.CharField(_("身份"), max_length=8, choices=Role)
    delegate = models.ForeignKey(
        Delegate, models.PROTECT, null=True, blank=True, related_name="attendances", verbose_name=_("代表")
    )
    person = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("职工")
    )
    name = models.CharField(_("姓名"), max_length=60)
    organisation = models.CharField(_("单位、职务"), max_length=80, blank=True)
    came_at = models.DateTimeField(_("签到时间"), null=True, editable=False)
    how = models.CharField(_("签到方式"), max_length=4, choices=How, blank=True, editable=False)
    checked_in_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False, verbose_name=_("签到人")
    )
    left_at = models.DateTimeField(_("离会时间"), null=True, editable=False)
    leave_reason = models.CharField(_("请假事由"), max_length=100, blank=True)

    objects = tenant_manager(AttendeeQuerySet)
    concerns_person = concerns("person_id")

    class Meta:
        verbose_name = _("参会人员")
        ordering = ["role", "delegate__delegation__name", "person__staff_no", "id"]
        indexes = [models.Index(fields=["union", "session", "role"], name="congress_attendee_role")]
        constraints = [
            models.UniqueConstraint(fields=["union", "session", "person"], name="congress_attendee_unique"),
            models.CheckConstraint(
                name="congress_delegates_alone_vote",
                condition=Q(role=Role.DELEGATE, delegate__isnull=False, person__isnull=False)
                | ~Q(role=Role.DELEGATE) & Q(delegate=None),
            ),
            models.CheckConstraint(
                name="congress_left_after_coming", condition=Q(left_at=None) | Q(left_at__gte=F("came_at"))
            ),
            models.CheckConstraint(
                name="congress_check_in_whole",
                condition=Q(came_at=None, checked_in_by=None, how="")
                | Q(came_at__isnull=False, checked_in_by__isnull=False) & ~Q(how=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def place(self) -> str:
        """With whom they sit: their delegation, or where a guest comes from."""
        return str(self.delegate.delegation or "") if self.delegate else self.organisation
