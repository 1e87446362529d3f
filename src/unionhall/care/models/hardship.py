"""Households in hardship. What they told is encrypted at rest; the office and the household read it, every look logged."""

import json
from decimal import Decimal
from functools import cached_property
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import Role, units_where
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.audit.concerning import concerns
from unionhall.care import permissions
from unionhall.care.flow.hardship import LIVE, FileState
from unionhall.care.kinds.hardship import Cause, Exclusion, Grade, Kin, Paper
from unionhall.care.rules.means import Line, Means, assess
from unionhall.kernel import clock
from unionhall.kernel.cipher import EncryptedTextField, blind_index
from unionhall.kernel.text import masked_id
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
        went = HomeVisit.objects.filter(visitors__user=user.pk).values("file")
        return waiting.exclude(applied_by=user.pk).filter(led | Q(branch_may_check=False, pk__in=went))

    def on_file(self) -> "HardshipQuerySet":
        """Those recognised and not left."""
        return self.filter(state=FileState.FILED)


class OfFileQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "OfFileQuerySet":
        """Those of the files one may see."""
        return self.filter(file__in=HardshipFile.objects.visible_to(user).values("pk"))


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
    def handled_by(self) -> set[UUID]:
        """Who asked for it on the household's behalf, confirmed or verified it, and so cannot also decide."""
        return {self.applied_by_id, self.confirmed_by_id, self.verified_by_id} - {None}

    @cached_property
    def latest_means(self) -> Means | None:
        """The newest calculation, or None."""
        test = self.means_tests.order_by("-made_on", "-id").first()
        return test.means if test else None


class Relative(TenantModel):
    """Somebody of the household. The keyed hash of the identity number keeps one household from having two files."""

    file = models.ForeignKey(HardshipFile, models.CASCADE, related_name="relatives")
    kin = models.CharField(_("关系"), max_length=8, choices=Kin)
    name = EncryptedTextField(_("姓名"))
    id_number = EncryptedTextField(_("证件号码"), blank=True)
    id_index = models.CharField(max_length=64, blank=True, editable=False)
    health = EncryptedTextField(_("健康、就业或就学状况"), blank=True)

    objects = tenant_manager(OfFileQuerySet)

    class Meta:
        verbose_name = _("家庭成员")
        indexes = [models.Index(fields=["union", "id_index"])]

    def __str__(self) -> str:
        return str(self.get_kin_display())

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.id_index = blind_index(self.id_number, "person.id_number")
        super().save(*args, **kwargs)

    @property
    def masked_id_number(self) -> str:
        """The number as everybody sees it."""
        return masked_id(self.id_number)


class MeansTest(TenantModel):
    """One calculation of a household's means: the lines as typed, encrypted whole, and the line they were held against."""

    file = models.ForeignKey(HardshipFile, models.CASCADE, related_name="means_tests")
    made_on = models.DateField(_("测算日期"))
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    sheet = EncryptedTextField(_("测算表"))

    objects = tenant_manager(OfFileQuerySet)

    class Meta:
        verbose_name = _("家庭收支测算")
        ordering = ["-made_on", "-id"]

    def __str__(self) -> str:
        return str(self.made_on)

    @classmethod
    def written(cls, means: Means) -> str:
        """A calculation as the column keeps it."""
        lines = [[line.kind, str(line.amount), line.text] for line in means.lines]
        known = {"heads": means.heads, "line": str(means.poverty_line), "accident": means.is_accident, "lines": lines}
        return json.dumps(known, ensure_ascii=False)

    @property
    def means(self) -> Means:
        """The calculation, made again from its lines."""
        known = json.loads(self.sheet)
        lines = [Line(kind, Decimal(amount), text) for kind, amount, text in known["lines"]]
        return assess(lines, heads=known["heads"], poverty_line=Decimal(known["line"]), is_accident=known["accident"])


class HomeVisit(TenantModel):
    """Two people or more were at the home of the household, and what they found."""

    file = models.ForeignKey(HardshipFile, models.CASCADE, related_name="home_visits")
    visited_on = models.DateField(_("走访日期"))
    visitors = models.ManyToManyField("people.Person", related_name="+", verbose_name=_("走访人"))
    found = EncryptedTextField(_("了解到的情况"))

    objects = tenant_manager(OfFileQuerySet)

    class Meta:
        verbose_name = _("入户走访")
        ordering = ["-visited_on", "-id"]

    def __str__(self) -> str:
        return str(self.visited_on)


class Deliberation(TenantModel):
    """The committee's meeting on one household: who was there, how it voted, where the minutes are (CARE-05)."""

    file = models.ForeignKey(HardshipFile, models.CASCADE, related_name="deliberations")
    held_on = models.DateField(_("会议日期"))
    minutes = models.CharField(_("会议纪要编号"), max_length=60)
    entitled = models.PositiveSmallIntegerField(_("应到"))
    present = models.PositiveSmallIntegerField(_("实到"))
    votes_for = models.PositiveSmallIntegerField(_("同意"))
    votes_against = models.PositiveSmallIntegerField(_("不同意"), default=0)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False, verbose_name=_("登记人")
    )

    objects = tenant_manager(OfFileQuerySet)

    class Meta:
        verbose_name = _("委员会审议")
        ordering = ["held_on", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(present__lte=F("entitled")), name="deliberation_present_entitled"),
            models.CheckConstraint(
                condition=Q(present__gte=F("votes_for") + F("votes_against")), name="deliberation_votes_present"
            ),
        ]

    def __str__(self) -> str:
        return self.minutes


class HardshipPaper(TenantModel):
    """A document of the household, its content encrypted in the column rather than in the store of files."""

    file = models.ForeignKey(HardshipFile, models.CASCADE, related_name="papers")
    kind = models.CharField(_("材料"), max_length=12, choices=Paper)
    name = EncryptedTextField(_("文件名"))
    media_type = models.CharField(max_length=100, editable=False)
    content = models.BinaryField(editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    at = models.DateTimeField(_("上传时间"), default=clock.now, editable=False)

    objects = tenant_manager(OfFileQuerySet)

    class Meta:
        verbose_name = _("证明材料")
        ordering = ["at"]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class Review(TenantModel):
    """A yearly look at a filed household (CARE-07): the grade found, and whether it stays on file."""

    file = models.ForeignKey(HardshipFile, models.CASCADE, related_name="reviews")
    reviewed_on = models.DateField(_("复核日期"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    grade = models.CharField(_("复核类别"), max_length=8, choices=Grade)
    note = EncryptedTextField(_("复核情况"), blank=True)

    objects = tenant_manager(OfFileQuerySet)

    class Meta:
        verbose_name = _("年度复核")
        ordering = ["-reviewed_on"]

    def __str__(self) -> str:
        return str(self.reviewed_on)
