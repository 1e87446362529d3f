"""Households in hardship: who asked, how far the file is, and who may know of it."""

from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import Role, units_where
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.audit.concerning import concerns
from unionhall.care import permissions
from unionhall.care.flow.hardship import LIVE, FileState
from unionhall.care.kinds.hardship import Cause, Exclusion, Grade
from unionhall.care.rules.means import Means
from unionhall.kernel.cipher import EncryptedTextField
from unionhall.people.permissions import sees_no_person


class HardshipQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "HardshipQuerySet":
        """The office, and the household itself; for everybody else there are no such files."""
        if permissions.sees_hardship(user):
            return self
        return self.none() if sees_no_person(user) else self.filter(person__user=user.pk)

    def to_confirm_by(self, user: Any) -> "HardshipQuerySet":
        """Those that wait for this user's first look, and no longer (CARE-05): as `permissions.may_confirm` says."""
        waiting = self.filter(state=FileState.APPLIED, confirmed_on=None).exclude(person__user=user.pk)
        led = Q(branch_may_check=True, person__unit__in=units_where(user, Role.BRANCH_CHAIR))
        went = self.model.objects.filter(home_visits__visitors__user=user.pk).values("pk")
        return waiting.exclude(applied_by=user.pk).filter(led | Q(branch_may_check=False, pk__in=went))

    def on_file(self) -> "HardshipQuerySet":
        """Those recognised and not left, their grade being decided anew or not."""
        return self.filter(state__in=LIVE).filter(Q(state=FileState.FILED) | Q(filed_on__isnull=False))

    def to_review_by(self, day: date) -> "HardshipQuerySet":
        """Those whose yearly review is due by a day, inclusive, and does not run already."""
        return self.filter(state=FileState.FILED, review_due_on__lte=day)


class HardshipFile(TenantModel):
    """One household, under the member who asked. A household has one open file, whoever of it works here (CARE-05)."""

    number = models.CharField(_("档案号"), max_length=24)
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="hardship_files", verbose_name=_("申请人"))
    cause = models.CharField(_("主要原因"), max_length=10, choices=Cause)
    circumstances = EncryptedTextField(_("家庭情况与申请理由"))
    housing = EncryptedTextField(_("住房与财产"), blank=True)
    bank_account = EncryptedTextField(_("收款银行卡"), blank=True)
    exclusions = models.JSONField(_("需要留意的情形"), default=list, blank=True)
    grade = models.CharField(_("困难类别"), max_length=8, choices=Grade, blank=True, editable=False)
    consented_on = models.DateField(_("单独同意处理敏感信息"))
    applied_on = models.DateField(_("申请日期"))
    applied_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    branch_may_check = models.BooleanField(
        _("同意由分工会主席核实"),
        default=False,
        help_text=_(
            "分工会主席会看到姓名、主要原因和申请理由，不看收入、证件和病历；不同意的，由院工会另一名走访人核实。"
        ),
    )
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False, verbose_name=_("初核人")
    )
    confirmed_on = models.DateField(_("初核日期"), null=True, editable=False)
    confirmation = EncryptedTextField(_("初核意见"), blank=True)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False, verbose_name=_("核实人")
    )
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False, verbose_name=_("审议人")
    )
    filed_on = models.DateField(_("建档日期"), null=True, editable=False)
    review_due_on = models.DateField(_("应复核日期"), null=True, editable=False)
    left_on = models.DateField(_("退出日期"), null=True, editable=False)
    opinion = EncryptedTextField(_("审议意见"), blank=True)
    state = models.CharField(_("状态"), max_length=10, choices=FileState, default=FileState.APPLIED, editable=False)

    objects = tenant_manager(HardshipQuerySet)
    concerns_person = concerns("person_id")

    class Meta:
        verbose_name = _("困难职工档案")
        ordering = ["-applied_on", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["union", "number"], name="hardship_number_unique"),
            models.UniqueConstraint(
                fields=["union", "person"], condition=Q(state__in=LIVE), name="hardship_one_open_file"
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def looked_twice_at(self) -> str:
        """What usually keeps such a household from being filed, in words; empty where nothing of it was noted (CARE-04)."""
        return gettext("、").join(str(Exclusion(kind).label) for kind in self.exclusions)

    @property
    def is_on_file(self) -> bool:
        """Recognised and not left: a grade decided anew takes nothing from the household meanwhile."""
        return self.state == FileState.FILED or (self.filed_on is not None and self.state in LIVE)

    @property
    def handled_by(self) -> set[UUID]:
        """Who asked for it on the household's behalf, confirmed or verified it, and so cannot also decide."""
        return {self.applied_by_id, self.confirmed_by_id, self.verified_by_id} - {None}

    @cached_property
    def latest_means(self) -> Means | None:
        """The newest calculation, or None."""
        test = self.means_tests.order_by("-made_on", "-id").first()
        return test.means if test else None
