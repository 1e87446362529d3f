"""The purses of the union: whose money is kept apart from whose."""

from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.funds.flow.book import FundState
from unionhall.funds.kinds.ledger import IN_CUSTODY, FundKind
from unionhall.funds.permissions.ledger import reads_book
from unionhall.kernel.money import MoneyField, to_fen


class FundQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """The book's readers; a drive's open account is shown by the drive itself."""
        return self if reads_book(user) else self.none()

    def about(self, record: models.Model) -> Self:
        """The purses opened for one record of a module above."""
        return self.filter(subject_type=record._meta.label_lower, subject_id=record.pk)

    def in_use(self) -> Self:
        """Those not settled."""
        return self.filter(state=FundState.OPEN)

    def restricted(self) -> Self:
        """Those whose money may serve only what it was given for."""
        return self.filter(is_general=False)

    def for_remainder_of(self, fund: "Fund") -> Self:
        """Where what is left of one may go: another purse in use that is no record's own; from what others gave into
        custody never the union's own money, which serves anything (CARE-08, DON-03)."""
        others = self.in_use().filter(subject_type="").exclude(pk=fund.pk)
        return others.restricted() if fund.kind in IN_CUSTODY else others


class Fund(TenantModel):
    """One purse: the union's own money (`is_general`), or money restricted by its source or its purpose (CARE-08, DON-03).

    `money` and `goods` always equal what its entries on cash and bank, and on goods in store, add up to; `held` is what
    is promised to approved requests. A restricted purse can neither go below zero nor promise more than it has.
    """

    number = models.CharField(_("编号"), max_length=16)
    title = models.CharField(_("名称"), max_length=80)
    kind = models.CharField(_("资金来源"), max_length=12, choices=FundKind)
    is_general = models.BooleanField(_("本会经费"), default=False, editable=False)
    remainder_rule = models.CharField(_("结余处理办法"), max_length=200, blank=True)
    state = models.CharField(_("状态"), max_length=8, choices=FundState, default=FundState.OPEN, editable=False)
    opened_on = models.DateField(_("开立日期"))
    closed_on = models.DateField(_("结清日期"), null=True, editable=False)
    subject_type = models.CharField(max_length=60, blank=True, editable=False)
    subject_id = models.UUIDField(null=True, editable=False)
    money = MoneyField(_("货币资金（元）"), default=0, editable=False)
    goods = MoneyField(_("实物价值（元）"), default=0, editable=False)
    held = MoneyField(_("已批未付（元）"), default=0, editable=False)

    objects = tenant_manager(FundQuerySet)

    class Meta:
        verbose_name = _("专项资金")
        ordering = ["-is_general", "number"]
        indexes = [models.Index(fields=["union", "subject_type", "subject_id"], name="fund_subject")]
        constraints = [
            models.UniqueConstraint(fields=["union", "number"], name="fund_number_unique"),
            models.UniqueConstraint(fields=["union"], condition=Q(is_general=True), name="fund_general_once"),
            models.CheckConstraint(name="fund_held_not_negative", condition=Q(held__gte=0)),
            models.CheckConstraint(
                name="fund_restricted_not_overdrawn",
                condition=Q(is_general=True) | Q(money__gte=F("held"), goods__gte=0),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def balance(self) -> int:
        """What is left in it, in fen: money and the value of goods."""
        return to_fen(self.money + self.goods)

    @property
    def held_fen(self) -> int:
        """What is promised and not yet paid, in fen."""
        return to_fen(self.held)

    @property
    def free_fen(self) -> int:
        """The money that can still be promised, in fen."""
        return to_fen(self.money - self.held)

    @property
    def left(self) -> Any:
        """What is left in it, in yuan: as pages show it."""
        return self.money + self.goods
