"""A request for money, from the draft to the voucher."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from unionhall.accounts.roles import Role, in_office, units_where
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.funds import subjects
from unionhall.funds.flow.request import GRANTED, LIVE, SETTLED, State
from unionhall.funds.kinds.ladder import Rung
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.models.budget import Allotment
from unionhall.funds.permissions import spending as permissions
from unionhall.funds.rules import pack
from unionhall.kernel.money import MoneyField


class RequestQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """All for office and finance, for a branch chair those of the branch, for everybody their own.

        What is asked for a confidential record is there only for finance, for who asked, and for who may see the record.
        """
        own = Q(asked_by=user.pk)
        if permissions.in_finance(user):
            return self
        seen = self if in_office(user) else self.filter(own | Q(unit__in=units_where(user, Role.BRANCH_CHAIR)))
        for kind, subject in subjects.confidential_kinds().items():
            hidden = Q(subject_type=kind) & ~Q(subject_id__in=subject.rows(user).values("pk")) & ~own
            seen = seen.exclude(pk__in=self.model.objects.filter(hidden).values("pk"))
        return seen

    def about(self, subject: models.Model) -> Self:
        """Those for one record of a module above."""
        return self.filter(subject_type=subject._meta.label_lower, subject_id=subject.pk)

    def live(self) -> Self:
        """Those neither refused nor withdrawn."""
        return self.filter(state__in=LIVE)

    def granted(self) -> Self:
        """Those approved, paid or not."""
        return self.filter(state__in=GRANTED)

    def settled(self) -> Self:
        """Those paid."""
        return self.filter(state__in=SETTLED)


class SpendingRequest(TenantModel):
    """Money asked for one purpose, from the draft to the voucher.

    `subject_type` and `subject_id` name the record of a module above it is for; `fund` a restricted fund, None for the
    union's own money under the yearly budget. `rung` and `warnings` are fixed at submission, `account` when it is written;
    approval notes the `allotment` it reserves, or how much of a restricted fund's goods in store it takes, and what was
    `granted`: `amount` is what was asked for until it is paid, then what was paid, which may be less.
    """

    number = models.CharField(_("编号"), max_length=24, editable=False)
    subject_type = models.CharField(max_length=60, blank=True, editable=False)
    subject_id = models.UUIDField(null=True, editable=False)
    title = models.CharField(pgettext_lazy("funds", "事由"), max_length=100)
    purpose = models.CharField(_("用途"), max_length=16, choices=Purpose)
    account = models.CharField(_("预算科目"), max_length=12, editable=False)
    fund = models.ForeignKey(
        "funds.Fund", models.PROTECT, null=True, blank=True, related_name="requests", verbose_name=_("资金来源")
    )
    text = models.TextField(_("用途说明"), blank=True)
    needed_on = models.DateField(_("用款日期"), null=True, blank=True)
    unit = models.ForeignKey(
        "people.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("申请分会")
    )
    cash = MoneyField(_("现金（转账）金额"), default=0, editable=False)
    goods = MoneyField(_("物品价值"), default=0, editable=False)
    amount = MoneyField(_("金额"), default=0, editable=False)
    granted = MoneyField(_("批准金额"), null=True, editable=False)
    from_store = MoneyField(_("其中库存物品"), default=0, editable=False)
    allotment = models.ForeignKey(
        Allotment, models.PROTECT, null=True, related_name="requests", verbose_name=_("预算额度"), editable=False
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("申请人"), editable=False
    )
    asked_on = models.DateField(_("申请日期"), editable=False)
    rung = models.CharField(_("审批权限"), max_length=10, choices=Rung, blank=True, editable=False)
    warnings = models.JSONField(pgettext_lazy("funds", "提醒"), default=list, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("审批人"), editable=False
    )
    approved_on = models.DateField(_("批准日期"), null=True, editable=False)
    decision = models.CharField(_("集体决定"), max_length=120, blank=True)
    decided_on = models.DateField(_("决定日期"), null=True, blank=True)
    witness = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("列席经审委员"),
        editable=False,
    )
    voucher = models.ForeignKey(
        "funds.Voucher", models.PROTECT, null=True, related_name="requests", verbose_name=_("凭证"), editable=False
    )
    booked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("入账人"), editable=False
    )
    state = models.CharField(_("状态"), max_length=10, choices=State, default=State.DRAFTED, editable=False)

    objects = tenant_manager(RequestQuerySet)

    class Meta:
        verbose_name = _("经费申请")
        ordering = ["-asked_on", "-number"]
        indexes = [
            models.Index(fields=["union", "state"]),
            models.Index(fields=["union", "subject_type", "subject_id"]),
            models.Index(fields=["union", "asked_on"]),
        ]
        constraints = [
            models.UniqueConstraint(fields=["union", "number"], name="spending_number_unique"),
            models.CheckConstraint(name="spending_adds_up", condition=Q(amount=F("cash") + F("goods"))),
            models.CheckConstraint(
                name="spending_within_what_was_granted", condition=Q(granted=None) | Q(amount__lte=F("granted"))
            ),
            models.CheckConstraint(
                name="spending_store_within_goods", condition=Q(from_store__gte=0, from_store__lte=F("goods"))
            ),
            models.CheckConstraint(
                name="spending_not_approved_by_asker",
                condition=Q(approved_by=None) | ~Q(approved_by=F("asked_by")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.said}"

    @property
    def said(self) -> str:
        """What it is for as the book, notices and the audit trail say it: of a confidential record the purpose alone."""
        return str(self.get_purpose_display()) if self.is_confidential else self.title

    @property
    def is_confidential(self) -> bool:
        """Whether the record it is for is not everybody's."""
        return self.subject_type in subjects.confidential_kinds()

    def names_payees_to(self, user: Any) -> bool:
        """Whether this reader learns whom it pays: of a confidential record who handles its money, who asked, and who may
        see the record; others who read along see amounts alone (PRI-09)."""
        if not self.is_confidential:
            return True
        return permissions.handles_money(user) or self.asked_by_id == user.pk or subjects.seen_by(user, self)

    def pieces_there(self) -> set[str]:
        """What its pack holds: the record's own evidence, what was attached, and its own list of payees."""
        there = {piece.kind for piece in subjects.evidence_of(self)}
        return there | set(self.pieces.values_list("kind", flat=True)) | _own_pieces(self)

    def missing_pieces(self) -> list[PieceKind]:
        """What its pack lacks (FIN-11)."""
        payees = self.payees.aggregate(
            persons=models.Count("person"), all=models.Count("pk"), goods=models.Sum("goods", default=0)
        )
        needs = pack.needed(
            to_persons=bool(payees["persons"]),
            to_suppliers=payees["all"] > payees["persons"],
            bought=payees["goods"] > self.from_store,
            remitted=self.purpose == Purpose.REMITTANCE,
        )
        return pack.missing(needs, (PieceKind(kind) for kind in self.pieces_there()))


def _own_pieces(request: SpendingRequest) -> set[str]:
    """A written purpose is what it is for, the payees it names are its list."""
    there = {PieceKind.ROSTER.value} if request.payees.exists() else set()
    return there | {PieceKind.PLAN.value} if request.text.strip() else there
