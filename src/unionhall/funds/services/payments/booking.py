"""Entering a paid request into the book, with its evidence pack (FIN-11)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.flows import Blocked, NotAllowed
from unionhall.funds import subjects
from unionhall.funds.flow.request import FLOW
from unionhall.funds.kinds.ledger import VoucherKind, Way
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.models import Payment, SpendingRequest, Voucher
from unionhall.funds.plain import Evidence
from unionhall.funds.rules.chart import GOODS, HELD_IN, payment_account
from unionhall.funds.rules.entries import Line
from unionhall.funds.services import reserving, vouchers
from unionhall.kernel.money import to_fen
from unionhall.pages.values import day


@transaction.atomic
def book(request: SpendingRequest, *, by: User, on: date | None = None) -> Voucher:
    """Enter a paid request into the book with its evidence pack; `on` is the voucher's day, that of the payment if none.

    Raises Blocked for an incomplete pack, a day before the payment or in a closed period, NotAllowed for who paid it.
    """
    FLOW.check(request, "book", by=by)
    payment = request.payment
    if reason := why_not_book(request, by):
        raise NotAllowed(reason)
    if on is not None and on < payment.paid_on:
        raise Blocked(
            _("凭证日期%(on)s早于付款日期%(paid_on)s，请填付款当日或以后未结账的日期（会计法，按实际发生的业务记账）。")
            % {"on": day(on), "paid_on": day(payment.paid_on)}
        )
    FLOW.fire(request, "book", by=by, fields={"booked_by": by})
    reserving.free(request)
    voucher = vouchers.book(
        by=by,
        on=on or payment.paid_on,
        text=str(request)[:120],
        lines=_lines(request, payment),
        subject=subjects.record(request) or request,
        kind=VoucherKind.PAYMENT,
        evidence=_pack(request),
        handled_by=payment.by,
    )
    SpendingRequest.objects.filter(pk=request.pk).update(voucher=voucher)
    request.voucher = voucher
    audit.record("funds.requests.voucher", request, by=by, after=audit.snapshot(request, ["voucher"]))
    return voucher


def why_not_book(request: SpendingRequest, by: User) -> str | None:
    """Why this person may not book a request, or None (FIN-09)."""
    payment = request.payment
    second = payment.second.user_id if payment.second else None
    if by.pk not in (payment.by_id, second, request.asked_by_id, request.approved_by_id):
        return None
    return _("申请、审批、付款的人不得记这笔账，会计与出纳须由两人分别担任（会计法（2024）出纳不相容岗位，FIN-09）。")


def _lines(request: SpendingRequest, payment: Payment) -> list[Line]:
    """The expense against the bank or the cash box, and against the store for goods taken from it."""
    fund, total, store = request.fund, to_fen(request.amount), to_fen(request.from_store)
    debit = payment_account(fund.kind, request.account) if fund else request.account
    money = HELD_IN[Way.CASH if payment.way == Way.CASH else Way.TRANSFER]
    credits = [(money, total - store), (GOODS, store)]
    return [
        Line(debit, debit=total, fund=fund, text=request.said),
        *(Line(account, credit=fen, fund=fund, text=request.said) for account, fen in credits if fen),
    ]


def _pack(request: SpendingRequest) -> list[Evidence]:
    """The whole pack as the voucher keeps it: the approval, the list, what the record shows and what was attached."""
    own = [
        Evidence(PieceKind.APPROVAL, _("经费审批单 %(number)s") % {"number": request.number}),
        Evidence(PieceKind.PLAN, request.text[:120]),
        Evidence(PieceKind.ROSTER, _("收款名单，共%(count)s行") % {"count": request.payees.count()}),
    ]
    attached = [
        Evidence(PieceKind(piece.kind), piece.said, attachment=piece.attachment)
        for piece in request.pieces.select_related("attachment")
    ]
    return [one for one in [*own, *subjects.evidence_of(request), *attached] if one.text]
