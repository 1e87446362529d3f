"""What is posted for all to object to, masked."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.care import permissions
from unionhall.care.flow.notice import NoticeState
from unionhall.kernel import clock
from unionhall.kernel.cipher import EncryptedTextField
from unionhall.people.permissions import is_of_the_union


class PublicNoticeQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "PublicNoticeQuerySet":
        """The office sees all; colleagues those that run today, and no longer."""
        if permissions.sees_hardship(user):
            return self
        return self.running(clock.today()) if is_of_the_union(user) else self.none()

    def running(self, today: Any) -> "PublicNoticeQuerySet":
        """Those posted whose last day is not over."""
        return self.filter(state=NoticeState.RUNNING, began_on__lte=today, ends_on__gte=today)


class PublicNotice(TenantModel):
    """One posting: family name, department and kind alone (CARE-20). It comes down after its last day, inclusive.

    `file` is whose it is, for the office; the posting itself leads nowhere.
    """

    title = models.CharField(_("标题"), max_length=60)
    text = EncryptedTextField(_("公示内容"))
    began_on = models.DateField(_("公示开始"))
    ends_on = models.DateField(_("公示截止"))
    file = models.ForeignKey(
        "care.HardshipFile", models.CASCADE, null=True, editable=False, related_name="notices", verbose_name=_("档案")
    )
    batch = models.ForeignKey(
        "care.RestBatch",
        models.CASCADE,
        null=True,
        editable=False,
        related_name="notices",
        verbose_name=_("疗休养批次"),
    )
    state = models.CharField(_("状态"), max_length=8, choices=NoticeState, default=NoticeState.RUNNING, editable=False)

    objects = tenant_manager(PublicNoticeQuerySet)

    class Meta:
        verbose_name = _("公示")
        ordering = ["-began_on", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("began_on")), name="care_notice_days_in_order"),
            models.CheckConstraint(
                condition=Q(file=None, batch__isnull=False) | Q(file__isnull=False, batch=None),
                name="care_notice_about_one",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ObjectionQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "ObjectionQuerySet":
        """The office, and whoever wrote it."""
        if permissions.sees_hardship(user):
            return self
        return self.filter(by=user.pk) if is_of_the_union(user) else self.none()


class Objection(TenantModel):
    """What somebody has against a posting, and what they were answered."""

    notice = models.ForeignKey(PublicNotice, models.CASCADE, related_name="objections", verbose_name=_("公示"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    at = models.DateTimeField(_("提出时间"), default=clock.now, editable=False)
    text = EncryptedTextField(_("异议"))
    answer = EncryptedTextField(_("答复"), blank=True)
    answered_at = models.DateTimeField(_("答复时间"), null=True, editable=False)

    objects = tenant_manager(ObjectionQuerySet)

    class Meta:
        verbose_name = _("异议")
        ordering = ["at"]

    def __str__(self) -> str:
        return str(self.notice)
