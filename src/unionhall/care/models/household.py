"""What is known of a household, and what was found and decided on it; encrypted at rest, every look logged."""

import json
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.care.kinds.hardship import Grade, Kin, Paper
from unionhall.care.models.hardship import HardshipFile
from unionhall.care.rules.means import Line, Means, assess
from unionhall.kernel import clock
from unionhall.kernel.cipher import EncryptedTextField, blind_index
from unionhall.kernel.text import masked_id


class OfFileQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "OfFileQuerySet":
        """Those of the files one may see."""
        return self.filter(file__in=HardshipFile.objects.visible_to(user).values("pk"))


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
