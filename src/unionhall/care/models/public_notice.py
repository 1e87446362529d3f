"""What is posted for all to object to, masked."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import Role, units_where
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.care import permissions
from unionhall.care.flow.notice import NoticeState
from unionhall.kernel import clock
from unionhall.kernel.cipher import EncryptedTextField
from unionhall.people.choices import UnitKind
from unionhall.people.permissions import is_of_the_union
from unionhall.people.selectors import person_of


class PublicNoticeQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "PublicNoticeQuerySet":
        """The office sees all, a branch's chair what hung there; colleagues those that run today, and no longer."""
        if permissions.sees_hardship(user):
            return self
        return self.posted_to(user) | self.in_branches_of(user)

    def in_branches_of(self, user: Any) -> "PublicNoticeQuerySet":
        """The quarters of the branches this user is chair of."""
        return self.filter(unit__in=units_where(user, Role.BRANCH_CHAIR))

    def posted_to(self, user: Any) -> "PublicNoticeQuerySet":
        """What hangs today for this reader: what is for all, and what is for the members of their own branch."""
        if not is_of_the_union(user):
            return self.none()
        person = person_of(user)
        branch = person.unit.branch if person and person.unit else None
        for_all = Q(unit=None) | Q(unit__kind=UnitKind.UNION)
        return self.running(clock.today()).filter(for_all | Q(unit=branch) if branch else for_all)

    def hung(self, first: date, last: date) -> "PublicNoticeQuerySet":
        """What was given in these days as it was posted in the branches, none taken down."""
        return self.filter(unit__isnull=False, first_on=first, last_on=last, state=NoticeState.RUNNING)

    def running(self, today: Any) -> "PublicNoticeQuerySet":
        """Those posted whose last day is not over."""
        return self.filter(state=NoticeState.RUNNING, began_on__lte=today, ends_on__gte=today)


class PublicNotice(TenantModel):
    """One posting: family name, department and kind alone (CARE-20). It comes down after its last day, inclusive.

    `file` is whose it is, for the office; the posting itself leads nowhere. `unit` is the branch that reads what its
    members were given from `first_on` to `last_on`, inclusive.
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
    unit = models.ForeignKey(
        "people.Unit", models.PROTECT, null=True, editable=False, related_name="+", verbose_name=_("分会")
    )
    first_on = models.DateField(_("自"), null=True, editable=False)
    last_on = models.DateField(_("至"), null=True, editable=False)
    state = models.CharField(_("状态"), max_length=8, choices=NoticeState, default=NoticeState.RUNNING, editable=False)

    objects = tenant_manager(PublicNoticeQuerySet)

    class Meta:
        verbose_name = _("公示")
        ordering = ["-began_on", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("began_on")), name="care_notice_days_in_order"),
            models.CheckConstraint(
                condition=Q(file__isnull=False, batch=None, unit=None)
                | Q(file=None, batch__isnull=False, unit=None)
                | Q(file=None, batch=None, unit__isnull=False),
                name="care_notice_about_one",
            ),
            models.UniqueConstraint(
                fields=["union", "unit", "first_on", "last_on"],
                condition=Q(state=NoticeState.RUNNING, unit__isnull=False),
                name="care_notice_once_a_quarter",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def stands(self) -> str:
        """How it stands today: it comes down by itself after its last day."""
        if self.state == NoticeState.RUNNING and self.ends_on < clock.today():
            return gettext("公示期满")
        return str(self.get_state_display())

    @property
    def about(self) -> str:
        """What it is about, for the office: the file, the batch or the branch."""
        return str(self.file or self.batch or self.unit)


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
    due_on = models.DateField(_("答复期限"), editable=False)
    overdue_on = models.DateField(_("逾期提醒日期"), null=True, editable=False)

    objects = tenant_manager(ObjectionQuerySet)

    class Meta:
        verbose_name = _("异议")
        ordering = ["at"]

    def __str__(self) -> str:
        return str(self.notice)
