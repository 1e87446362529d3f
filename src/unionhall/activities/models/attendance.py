"""Who was there."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.activities.kinds import Attending, How
from unionhall.activities.models.activity import Activity
from unionhall.activities.models.entry import persons_seen_by
from unionhall.audit.concerning import concerns


class AttendanceQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "AttendanceQuerySet":
        """As for entries."""
        seen = persons_seen_by(user)
        return self.filter(pk__in=self.model.objects.filter(seen).values("pk")) if seen else self

    def came(self) -> "AttendanceQuerySet":
        """Those who were seen at the door."""
        return self.filter(came_at__isnull=False)


class Attendance(TenantModel):
    """One person at one activity: in what role, the short code they show, and when and how they were seen to come.

    Two persons may have the same code, which the door then shows both of; a code is made for typing, not for secrecy.
    """

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="attendances", verbose_name=_("活动"))
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name=_("姓名"))
    role = models.CharField(_("身份"), max_length=10, choices=Attending, default=Attending.ENTRANT)
    code = models.CharField(_("签到码"), max_length=6)
    came_at = models.DateTimeField(_("签到时间"), null=True)
    checked_in_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("签到人")
    )
    how = models.CharField(_("签到方式"), max_length=6, choices=How, blank=True)

    objects = tenant_manager(AttendanceQuerySet)
    concerns_person = concerns("person_id")

    class Meta:
        verbose_name = _("签到")
        ordering = ["came_at", "id"]
        indexes = [models.Index(fields=["union", "activity", "code"])]
        constraints = [
            models.UniqueConstraint(fields=["union", "activity", "person"], name="attendance_unique"),
            models.CheckConstraint(
                condition=Q(came_at=None, checked_in_by=None, how="")
                | Q(came_at__isnull=False, checked_in_by__isnull=False) & ~Q(how=""),
                name="attendance_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.activity}"
