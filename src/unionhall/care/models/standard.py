"""Welfare standards: what may be given on which occasion, since when, and on whose authority."""

from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.care.flow.standard import StandardState
from unionhall.care.kinds.words import Festival, Form, Layer, Occasion, Source
from unionhall.kernel.money import MoneyField
from unionhall.people.permissions import is_of_the_union
from unionhall.rulebook.registry import Checked


class StandardQuerySet(models.QuerySet):
    def approved(self) -> Self:
        """Those somebody else than their author approved, in force or to come."""
        return self.filter(state=StandardState.APPROVED)

    def in_force(self, occasion: str, day: date, festival: str = "", **narrower: Any) -> "list[Standard]":
        """The line of each layer that binds on a day: the newest, that of the festival itself before the general one."""
        lines = self.approved().filter(occasion=occasion, valid_from__lte=day, festival__in={"", festival}, **narrower)
        found: dict[str, Standard] = {}
        for line in lines.order_by("festival", "valid_from"):
            found[line.layer] = line
        return list(found.values())

    def visible_to(self, user: Any) -> Self:
        """What one is entitled to is no secret among the union's own; what is only proposed is the office's."""
        if in_office(user):
            return self
        return self.approved() if is_of_the_union(user) else self.none()


class Standard(TenantModel):
    """One dated line of a standard: the most that may be given once and in a year, how often, and in which form.

    `cap_year` and `times` are empty where there is no bound. A new line of the same layer and occasion takes the place
    of the old from its first day; none is rewritten. It binds when somebody else than `proposed_by` approved it; the
    lines of a table that ships with the house need no second person.
    """

    layer = models.CharField(_("层级"), max_length=8, choices=Layer)
    occasion = models.CharField(_("事由"), max_length=12, choices=Occasion)
    festival = models.CharField(_("节日"), max_length=12, choices=Festival, blank=True)
    cap_once = MoneyField(_("每次上限（元）"))
    cap_year = MoneyField(_("每人每年上限（元）"), null=True, blank=True)
    times = models.PositiveSmallIntegerField(_("每年次数"), null=True, blank=True)
    for_relatives = models.BooleanField(_("含直系亲属"), default=False)
    form = models.CharField(_("形式"), max_length=5, choices=Form, default=Form.ANY)
    jurisdiction = models.CharField(_("适用范围"), max_length=20)
    source = models.CharField(_("依据"), max_length=120)
    article = models.CharField(_("条款"), max_length=40, blank=True)
    year = models.PositiveSmallIntegerField(_("文件年份"), null=True, blank=True)
    checked = models.CharField(_("核验"), max_length=10, choices=Checked, default=Checked.UNVERIFIED)
    valid_from = models.DateField(_("自"))
    note = models.CharField(_("备注"), max_length=120, blank=True)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False, verbose_name=_("提出人")
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False, verbose_name=_("批准人")
    )
    approved_on = models.DateField(_("批准日期"), null=True, editable=False)
    state = models.CharField(
        _("状态"), max_length=8, choices=StandardState, default=StandardState.PROPOSED, editable=False
    )

    objects = tenant_manager(StandardQuerySet)

    class Meta:
        verbose_name = _("慰问标准")
        ordering = ["occasion", "festival", "layer", "-valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["union", "layer", "occasion", "festival", "valid_from"],
                condition=Q(state=StandardState.APPROVED),
                name="standard_one_a_day",
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("proposed_by")), name="standard_two_people"
            ),
            models.CheckConstraint(condition=Q(cap_once__gte=0), name="standard_cap_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.get_occasion_display()} {self.get_layer_display()}"

    @property
    def clause(self) -> str:
        """What a refusal quotes."""
        year = f"（{self.year}）" if self.year else ""
        return gettext("%(source)s%(year)s%(article)s") % {"source": self.source, "year": year, "article": self.article}


class Tally(TenantModel):
    """What one person was given on one kind of occasion in one year. Changed only by guarded UPDATE (services.claims)."""

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name=_("姓名"))
    year = models.PositiveSmallIntegerField(_("年度"))
    occasion = models.CharField(_("事由"), max_length=12, choices=Occasion)
    spent = MoneyField(_("累计金额"), default=0)
    times = models.PositiveSmallIntegerField(_("次数"), default=0)

    class Meta:
        verbose_name = _("年度累计")
        constraints = [
            models.UniqueConstraint(fields=["union", "person", "year", "occasion"], name="tally_unique"),
            models.CheckConstraint(condition=Q(spent__gte=0), name="tally_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.year} {self.get_occasion_display()}"


class Claim(TenantModel):
    """One payment for one event or occasion: `key` names it, and the database keeps that it is paid once (CARE-13).

    `subject` is the record that pays: a visit, a grant of aid. One given back leaves the key free again.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="care_claims", verbose_name=_("姓名"))
    key = models.CharField(max_length=80)
    occasion = models.CharField(_("事由"), max_length=12, choices=Occasion)
    year = models.PositiveSmallIntegerField(_("年度"))
    source = models.CharField(_("资金来源"), max_length=8, choices=Source)
    amount = MoneyField(_("金额"))
    subject_type = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    subject_label = models.CharField(_("单据"), max_length=60)
    is_live = models.BooleanField(_("有效"), default=True)

    class Meta:
        verbose_name = _("发放登记")
        constraints = [
            models.UniqueConstraint(fields=["union", "key"], condition=Q(is_live=True), name="claim_paid_once"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="claim_amount_positive"),
        ]

    def __str__(self) -> str:
        return self.subject_label
