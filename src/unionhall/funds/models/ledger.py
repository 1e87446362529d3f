"""The book itself: periods, vouchers, their entries and what proves them."""

from datetime import date
from typing import Any, NoReturn, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.flows import Blocked
from unionhall.funds.flow.book import PeriodState, VoucherState
from unionhall.funds.kinds.ledger import AccountKind, VoucherKind
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.models.chart import Account
from unionhall.funds.models.fund import Fund
from unionhall.funds.permissions.ledger import reads_book
from unionhall.funds.rules.calendar import month_end, month_said
from unionhall.kernel import clock
from unionhall.kernel.money import MoneyField, to_fen, to_yuan

MARKS = {
    VoucherKind.RECEIPT: gettext_lazy("收"),
    VoucherKind.PAYMENT: gettext_lazy("付"),
    VoucherKind.TRANSFER: gettext_lazy("转"),
    VoucherKind.OPENING: gettext_lazy("初"),
    VoucherKind.CLOSING: gettext_lazy("结"),
}


class BookQuerySet(models.QuerySet):
    """Rows of the book: read by its readers, written once."""

    def visible_to(self, user: Any) -> Self:
        """The book's readers."""
        return self if reads_book(user) else self.none()

    def delete(self) -> NoReturn:
        """Never: what was booked is reversed."""
        raise Blocked(_("账簿记录不能删除，错账用红字冲销更正。"))


class Period(TenantModel):
    """One month of the book. Closed in order, for good: nothing is booked into a closed month or before one."""

    first_on = models.DateField(gettext_lazy("月份"))
    state = models.CharField(
        gettext_lazy("状态"), max_length=8, choices=PeriodState, default=PeriodState.OPEN, editable=False
    )
    closed_on = models.DateField(gettext_lazy("结账日期"), null=True, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=gettext_lazy("结账人")
    )

    objects = tenant_manager(BookQuerySet)

    class Meta:
        verbose_name = gettext_lazy("会计期间")
        ordering = ["-first_on"]
        constraints = [
            models.UniqueConstraint(fields=["union", "first_on"], name="period_month_unique"),
            models.CheckConstraint(name="period_begins_on_the_first", condition=Q(first_on__day=1)),
        ]

    def __str__(self) -> str:
        return month_said(self.first_on)

    @property
    def last_on(self) -> date:
        """Its last day, inclusive."""
        return month_end(self.first_on)

    def is_to_be_carried(self) -> bool:
        """Whether income or spending up to its last day is not carried on yet, on any account of any purse."""
        kinds = (AccountKind.INCOME, AccountKind.EXPENSE)
        rows = Entry.objects.filter(voucher__on__lte=self.last_on, account__kind__in=kinds).order_by()
        return rows.values("fund", "account").annotate(sum=Sum("amount")).exclude(sum=0).exists()


class VoucherQuerySet(BookQuerySet):
    def about(self, record: models.Model) -> Self:
        """The vouchers by which one record of a module above reached the book."""
        return self.filter(subject_type=record._meta.label_lower, subject_id=record.pk)

    def within(self, first: date, last: date) -> Self:
        """Those dated between two days, both inclusive."""
        return self.filter(on__range=(first, last))


class Voucher(TenantModel):
    """One voucher (记账凭证): what happened to the union's money, in entries that add up to nothing.

    Its entries are written with it and never changed. `handled_by` had the money in hand, `made_by` is the accountant,
    `reviewed_by` somebody else (FIN-09). `is_sealed` is what the database asks before it takes another entry.
    """

    period = models.ForeignKey(Period, models.PROTECT, related_name="vouchers", verbose_name=gettext_lazy("期间"))
    kind = models.CharField(gettext_lazy("凭证类别"), max_length=8, choices=VoucherKind)
    serial = models.PositiveIntegerField(gettext_lazy("凭证号"), editable=False)
    on = models.DateField(gettext_lazy("日期"))
    text = models.CharField(gettext_lazy("摘要"), max_length=120)
    total = MoneyField(gettext_lazy("金额（元）"))
    state = models.CharField(
        gettext_lazy("状态"), max_length=8, choices=VoucherState, default=VoucherState.MADE, editable=False
    )
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=gettext_lazy("经办人")
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=gettext_lazy("制单")
    )
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=gettext_lazy("复核")
    )
    reverses = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        related_name="reversed_by",
        editable=False,
        verbose_name=gettext_lazy("冲销的凭证"),
    )
    subject_type = models.CharField(max_length=60, blank=True, editable=False)
    subject_id = models.UUIDField(null=True, editable=False)
    key = models.CharField(max_length=80, blank=True, editable=False)
    is_sealed = models.BooleanField(default=False, editable=False)
    written_at = models.DateTimeField(gettext_lazy("登记时间"), default=clock.now, editable=False)

    objects = tenant_manager(VoucherQuerySet)

    class Meta:
        verbose_name = gettext_lazy("凭证")
        ordering = ["-on", "kind", "-serial"]
        indexes = [
            models.Index(fields=["union", "on"], name="voucher_day"),
            models.Index(fields=["union", "subject_type", "subject_id"], name="voucher_subject"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["union", "period", "kind", "serial"], name="voucher_number_unique"),
            models.UniqueConstraint(fields=["union", "key"], condition=~Q(key=""), name="voucher_key_once"),
            models.CheckConstraint(
                name="voucher_reviewed_by_another", condition=Q(reviewed_by=None) | ~Q(reviewed_by=F("made_by"))
            ),
            models.CheckConstraint(
                name="voucher_made_by_another",
                condition=Q(made_by=None) | Q(handled_by=None) | ~Q(made_by=F("handled_by")),
            ),
            models.CheckConstraint(
                name="voucher_has_maker", condition=Q(state=VoucherState.RECEIVED) | Q(made_by__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on:%Y-%m} {self.number}"

    @property
    def number(self) -> str:
        """Kind and serial in the month, as accountants say it: 付-012."""
        return f"{MARKS[VoucherKind(self.kind)]}-{self.serial:03}"


class EntryQuerySet(BookQuerySet):
    def of(self, *codes: str) -> Self:
        """Those on accounts that begin with one of the codes."""
        chosen = Q()
        for code in codes:
            chosen |= Q(account__code__startswith=code)
        return self.filter(chosen)

    def within(self, first: date, last: date) -> Self:
        """Those dated between two days, both inclusive."""
        return self.filter(voucher__on__range=(first, last))

    def moving(self) -> Self:
        """Without the opening balances and what closes a year: what really came in and went out."""
        return self.exclude(voucher__kind__in=[VoucherKind.OPENING, VoucherKind.CLOSING])

    def fen(self) -> int:
        """What they add up to, in fen: debits less credits."""
        return to_fen(self.aggregate(sum=Sum("amount"))["sum"] or to_yuan(0))


class Entry(TenantModel):
    """One line of a voucher: an account, a purse and a signed amount, a debit positive. Written once."""

    voucher = models.ForeignKey(Voucher, models.PROTECT, related_name="entries", verbose_name=gettext_lazy("凭证"))
    order = models.PositiveSmallIntegerField(default=0)
    account = models.ForeignKey(Account, models.PROTECT, related_name="entries", verbose_name=gettext_lazy("科目"))
    fund = models.ForeignKey(Fund, models.PROTECT, related_name="entries", verbose_name=gettext_lazy("资金来源"))
    amount = MoneyField(gettext_lazy("金额（元）"))
    text = models.CharField(gettext_lazy("摘要"), max_length=120, blank=True)

    objects = tenant_manager(EntryQuerySet)

    class Meta:
        verbose_name = gettext_lazy("分录")
        ordering = ["voucher", "order"]
        constraints = [
            models.UniqueConstraint(fields=["union", "voucher", "order"], name="entry_order_unique"),
            models.CheckConstraint(name="entry_amount_not_zero", condition=~Q(amount=0)),
        ]

    def __str__(self) -> str:
        return f"{self.account} {self.amount}"

    @property
    def fen(self) -> int:
        """Signed, in fen."""
        return to_fen(self.amount)

    @property
    def debit(self) -> Any:
        """The amount in yuan when it is a debit, or None."""
        return self.amount if self.amount > 0 else None

    @property
    def credit(self) -> Any:
        """The amount in yuan when it is a credit, or None."""
        return -self.amount if self.amount < 0 else None


class Paper(TenantModel):
    """One paper a voucher is proved by: of a kind, with the file or the page of the record if there is one (FIN-11)."""

    voucher = models.ForeignKey(Voucher, models.PROTECT, related_name="papers", verbose_name=gettext_lazy("凭证"))
    kind = models.CharField(gettext_lazy("单据"), max_length=8, choices=PieceKind)
    text = models.CharField(gettext_lazy("内容"), max_length=120)
    url = models.CharField(max_length=200, blank=True)
    attachment = models.ForeignKey(
        "files.Attachment", models.PROTECT, null=True, related_name="+", verbose_name=gettext_lazy("附件")
    )

    objects = tenant_manager(BookQuerySet)

    class Meta:
        verbose_name = gettext_lazy("原始单据")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text
