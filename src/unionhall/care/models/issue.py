"""Benefit issues: something given to everybody on a day, chosen, fetched and signed for."""

from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office, units_where
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.audit.concerning import concerns
from unionhall.care import permissions
from unionhall.care.flow.issues import UNSIGNED, EntitlementState, IssueState
from unionhall.care.kinds.words import Audience, Festival, Source
from unionhall.care.models.event import ByPersonQuerySet
from unionhall.kernel.money import MoneyField
from unionhall.people.permissions import LEADERS


class IssueQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """The office and who leads a unit see all, others those they are entitled to and that are announced."""
        if in_office(user) or permissions.leads(user):
            return self
        own = Entitlement.objects.filter(person__user=user.pk).values("issue")
        return self.filter(pk__in=own).exclude(state=IssueState.DRAFT)


class Issue(TenantModel):
    """One round of gifts for a festival: who was of the union on `roll_on` is entitled, whoever joins later is not."""

    number = models.CharField(_("编号"), max_length=24)
    title = models.CharField(_("名称"), max_length=60)
    festival = models.CharField(_("节日"), max_length=12, choices=Festival)
    audience = models.CharField(_("发放对象"), max_length=8, choices=Audience, default=Audience.MEMBERS)
    source = models.CharField(_("资金来源"), max_length=8, choices=Source, default=Source.UNION)
    roll_on = models.DateField(_("名单日期"))
    fetch_from = models.DateField(_("领取开始"), null=True, blank=True)
    fetch_to = models.DateField(_("领取截止"), null=True, blank=True)
    place = models.CharField(_("领取地点"), max_length=80, blank=True)
    clause = models.CharField(_("标准依据"), max_length=200, blank=True)
    summary = models.CharField(_("归档说明"), max_length=300, blank=True)
    reminded_on = models.DateField(_("提醒领取日期"), null=True, editable=False)
    state = models.CharField(_("状态"), max_length=9, choices=IssueState, default=IssueState.DRAFT)

    objects = tenant_manager(IssueQuerySet)

    class Meta:
        verbose_name = _("福利发放")
        ordering = ["-roll_on", "-number"]
        constraints = [models.UniqueConstraint(fields=["union", "number"], name="issue_number_unique")]

    def __str__(self) -> str:
        return self.title


class PackageQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """Those of the issues one may see."""
        return self.filter(issue__in=Issue.objects.visible_to(user))


class Package(TenantModel):
    """One of the things that can be chosen. `taken` is only changed by guarded UPDATE and never exceeds `stock`."""

    issue = models.ForeignKey(Issue, models.PROTECT, related_name="packages", verbose_name=_("福利发放"))
    name = models.CharField(_("套餐"), max_length=40)
    content = models.CharField(pgettext_lazy("care", "内容"), max_length=120, blank=True)
    price = MoneyField(_("单价（元）"))
    stock = models.PositiveIntegerField(_("入库数量"), default=0)
    taken = models.PositiveIntegerField(_("已选数量"), default=0, editable=False)

    objects = tenant_manager(PackageQuerySet)

    class Meta:
        verbose_name = _("福利套餐")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["union", "issue", "name"], name="package_name_unique"),
            models.CheckConstraint(condition=Q(taken__lte=F("stock")), name="package_stock_not_exceeded"),
            models.CheckConstraint(condition=Q(price__gt=0), name="package_price_positive"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def left(self) -> int:
        """How many can still be chosen."""
        return self.stock - self.taken


class EntitlementQuerySet(ByPersonQuerySet):
    def visible_to(self, user: Any) -> Self:
        """All for the office, the own unit's for who leads it, one's own for everybody else."""
        if in_office(user):
            return self
        own = Q(person__user=user.pk) & ~Q(issue__state=IssueState.DRAFT)
        return self.filter(own | Q(person__unit__in=units_where(user, *LEADERS)))

    def issued(self) -> Self:
        """Fetched and signed for."""
        return self.filter(state=EntitlementState.ISSUED)

    def unsigned(self) -> Self:
        """Those nobody has signed for yet."""
        return self.filter(state__in=UNSIGNED)


class Entitlement(TenantModel):
    """One person's share in an issue: what they chose, when it was fetched, and who signed for it."""

    issue = models.ForeignKey(Issue, models.PROTECT, related_name="entitlements", verbose_name=_("福利发放"))
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="entitlements", verbose_name=_("姓名"))
    package = models.ForeignKey(Package, models.PROTECT, null=True, related_name="+", verbose_name=_("套餐"))
    value = MoneyField(_("价值"), default=0)
    state = models.CharField(_("状态"), max_length=8, choices=EntitlementState, default=EntitlementState.ENTITLED)
    chosen_at = models.DateTimeField(_("选择时间"), null=True)
    signed_on = models.DateField(_("签收日期"), null=True)
    signed_for_by = models.CharField(_("代领人"), max_length=60, blank=True)
    signed_relation = models.CharField(_("代领人关系"), max_length=30, blank=True)

    objects = tenant_manager(EntitlementQuerySet)
    concerns_person = concerns("person_id")

    class Meta:
        verbose_name = _("福利签领")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["union", "issue", "person"], name="entitlement_unique"),
            models.CheckConstraint(
                condition=~Q(state=EntitlementState.ISSUED) | Q(signed_on__isnull=False, package__isnull=False),
                name="entitlement_issued_is_signed",
            ),
            models.CheckConstraint(
                condition=Q(signed_for_by="") | ~Q(signed_relation=""), name="entitlement_relation_stated"
            ),
        ]
        indexes = [models.Index(fields=["union", "issue", "state"])]

    def __str__(self) -> str:
        return f"{self.person} {self.issue}"

    @property
    def standing(self) -> str:
        """The state as its holder reads it: what one has to do while the issue is open. A single package is no choice."""
        if self.state != EntitlementState.ENTITLED or self.issue.state != IssueState.OPEN:
            return self.get_state_display()
        return gettext("未选，请选择") if len(self.issue.packages.all()) > 1 else gettext("待领取")
