"""The accountant's vouchers: made, reviewed by a second person, reversed when wrong, never edited."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.flows import Blocked, NotAllowed
from unionhall.funds.flow.book import VOUCHER_FLOW, VoucherState
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.models import Voucher
from unionhall.funds.permissions.ledger import is_cashier, keeps_book
from unionhall.funds.plain import Evidence
from unionhall.funds.rules import entries
from unionhall.funds.rules.entries import Line
from unionhall.funds.services.vouchers.writing import kind_of, write


@transaction.atomic
def book(
    *,
    by: User,
    on: date,
    text: str,
    lines: Sequence[Line],
    subject: models.Model | None = None,
    kind: str = "",
    evidence: Iterable[Evidence] = (),
    handled_by: User | None = None,
    key: str = "",
) -> Voucher:
    """The accountant's voucher (制单), with its entries and papers, dated `on`; without `kind` the lines tell it.

    A payment's door is `payments.book`, the desk's `by_hand.book`, which lets no spending through. Raises NotAllowed for
    anybody but an accountant who did not have the money in hand (FIN-09), and Blocked for lines that do not add up, an
    account that is not in the chart, a closed month, a restricted purse that would be overdrawn, or cash there is not.
    """
    check_maker(by, handled_by)
    voucher = Voucher(
        on=on,
        text=text,
        kind=kind or kind_of(lines),
        handled_by=handled_by,
        made_by=by,
        state=VoucherState.MADE,
        key=key,
    )
    return write(voucher, lines, by=by, subject=subject, evidence=evidence, verb="funds.vouchers.book")


@transaction.atomic
def make(voucher: Voucher, *, by: User) -> None:
    """The accountant takes what was received at a desk into the book; refused to whoever received it (FIN-09)."""
    check_maker(by, voucher.handled_by)
    VOUCHER_FLOW.fire(voucher, "make", by=by, fields={"made_by": by})


def why_not_make(voucher: Voucher, by: User) -> str | None:
    """Why this person may not make a voucher of what was received, or None (FIN-09)."""
    try:
        check_maker(by, voucher.handled_by)
    except NotAllowed as refusal:
        return str(refusal)
    return None


def check_maker(by: User, handled_by: User | None) -> None:
    """Whether this person may make a voucher of money somebody handled; raises NotAllowed with the reason (FIN-09)."""
    if not keeps_book(by):
        raise NotAllowed(_("凭证由工会会计编制。"))
    if not by.is_system and is_cashier(by):
        raise NotAllowed(_("出纳不得兼任收入、支出、债权债务账目的登记工作，请由会计制单（FIN-09，会计法）。"))
    if handled_by is not None and handled_by.pk == by.pk:
        raise NotAllowed(_("经手这笔款项的人不能制单，会计和出纳要由两人担任（FIN-09，会计法）。"))


@transaction.atomic
def review(voucher: Voucher, *, by: User) -> None:
    """A second person has checked it; refused to its maker and to who had the money in hand (FIN-09)."""
    VOUCHER_FLOW.check(voucher, "review", by=by)
    if reason := why_not_review(voucher, by):
        raise NotAllowed(reason)
    VOUCHER_FLOW.fire(voucher, "review", by=by, fields={"reviewed_by": by})


def why_not_review(voucher: Voucher, by: User) -> str | None:
    """Why this person may not review a voucher, or None (FIN-09)."""
    if by.pk == voucher.made_by_id:
        return _("凭证要由制单人以外的人复核（FIN-09，会计法关于内部牵制的规定）。")
    if by.pk == voucher.handled_by_id:
        return _("经手这笔款项的人不能复核它的凭证（FIN-09，会计法关于内部牵制的规定）。")
    return None


@transaction.atomic
def reverse(voucher: Voucher, *, by: User, on: date, reason: str) -> Voucher:
    """Cancel a voucher by another with every entry turned round (红字冲销), dated `on` in an open month.

    Both stay and name each other. Raises NotAllowed as `book` does, Blocked when it was reversed before, and whenever the
    turned lines may not be booked: what a restricted purse has spent meanwhile cannot be taken out of it.
    """
    if not reason.strip():
        raise Blocked(_("请写明冲销的原因。"))
    check_maker(by, voucher.handled_by)
    VOUCHER_FLOW.fire(voucher, "reverse", by=by, note=reason)
    if on < voucher.on:
        raise Blocked(_("冲销日期不能早于原凭证日期。"))
    text = _("冲销%(voucher)s：%(text)s") % {"voucher": voucher, "text": voucher.text}
    turned = Voucher(
        on=on,
        text=text[:120],
        kind=voucher.kind,
        made_by=by,
        state=VoucherState.MADE,
        reverses_id=voucher.pk,
        subject_type=voucher.subject_type,
        subject_id=voucher.subject_id,
    )
    paper = Evidence(PieceKind.OTHER, _("冲销原因：%(reason)s") % {"reason": reason.strip()})
    return write(turned, _turned(voucher), by=by, evidence=[paper], verb="funds.vouchers.book_reversal")


def _turned(voucher: Voucher) -> list[Line]:
    rows: Any = voucher.entries.select_related("account", "fund")
    return entries.reversed_lines((row.account.code, row.fen, row.fund, row.text) for row in rows)
