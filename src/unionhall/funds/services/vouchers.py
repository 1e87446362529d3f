"""Write the book: vouchers with their entries, reviewed by a second person, reversed when wrong, never edited."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import next_number
from unionhall.audit import services as audit
from unionhall.flows import Blocked, NotAllowed, only_once
from unionhall.funds.flow.book import VOUCHER_FLOW, VoucherState
from unionhall.funds.kinds.ledger import VoucherKind
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.models import Account, Entry, Fund, Paper, Voucher
from unionhall.funds.permissions.ledger import is_cashier, keeps_book
from unionhall.funds.plain import Evidence
from unionhall.funds.rules import chart, entries
from unionhall.funds.rules.entries import Line
from unionhall.funds.services import cashbox, periods, purses
from unionhall.funds.services.chart import named
from unionhall.kernel import clock
from unionhall.kernel.money import to_yuan


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


@transaction.atomic
def review(voucher: Voucher, *, by: User) -> None:
    """A second person has checked it; refused to its maker and to who had the money in hand (FIN-09)."""
    VOUCHER_FLOW.check(voucher, "review", by=by)
    if reason := why_not_review(voucher, by):
        raise NotAllowed(reason)
    VOUCHER_FLOW.fire(voucher, "review", by=by, fields={"reviewed_by": by})


def why_not_make(voucher: Voucher, by: User) -> str | None:
    """Why this person may not make a voucher of what was received, or None (FIN-09)."""
    try:
        check_maker(by, voucher.handled_by)
    except NotAllowed as refusal:
        return str(refusal)
    return None


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

    Both stay and name each other. Raises Blocked when it was reversed before, and whenever the turned lines may not be
    booked: what a restricted purse has spent meanwhile cannot be taken out of it.
    """
    if not reason.strip():
        raise Blocked(_("请写明冲销的原因。"))
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


@transaction.atomic
def write(
    voucher: Voucher,
    lines: Sequence[Line],
    *,
    by: User,
    verb: str,
    subject: models.Model | None = None,
    evidence: Iterable[Evidence] = (),
) -> Voucher:
    """Number a voucher in its month, write it with its entries and seal it; the purses follow. Raises Blocked."""
    _check_words(voucher)
    lines = with_purses(lines)
    reason = entries.problem(lines)
    if reason:
        raise Blocked(reason)
    accounts = named(line.account for line in lines)
    voucher.period = periods.open_on(voucher.on)
    voucher.serial = next_number(f"funds.vouchers:{voucher.on:%Y-%m}:{voucher.kind}")
    voucher.total = to_yuan(sum(line.debit for line in lines))
    if subject is not None:
        voucher.subject_type, voucher.subject_id = subject._meta.label_lower, subject.pk
    with only_once(_("这笔业务已经登记过凭证，没有重复登记。")):
        voucher.save(force_insert=True)
    _write_lines(voucher, lines, accounts)
    _write_papers(voucher, evidence)
    _check_purses(lines)
    cashbox.check(lines)
    Voucher.objects.filter(pk=voucher.pk).update(is_sealed=True)  # purses and cash follow, in the database
    voucher.is_sealed = True
    audit.record(verb, voucher, by=by, after={"on": voucher.on, "text": voucher.text, "total": voucher.total})
    return voucher


def kind_of(lines: Iterable[Line]) -> str:
    """Receipt, payment or transfer: by what the lines do to cash and bank together."""
    fen = sum(line.fen for line in lines if line.account in chart.MONEY)
    return VoucherKind.RECEIPT if fen > 0 else VoucherKind.PAYMENT if fen < 0 else VoucherKind.TRANSFER


def check_maker(by: User, handled_by: User | None) -> None:
    """Whether this person may make a voucher of money somebody handled; raises NotAllowed with the reason (FIN-09)."""
    if not keeps_book(by):
        raise NotAllowed(_("凭证由工会会计编制。"))
    if not by.is_system and is_cashier(by):
        raise NotAllowed(_("出纳不得兼任收入、支出、债权债务账目的登记工作，请由会计制单（FIN-09，会计法）。"))
    if handled_by is not None and handled_by.pk == by.pk:
        raise NotAllowed(_("经手这笔款项的人不能制单，会计和出纳要由两人担任（FIN-09，会计法）。"))


def _check_words(voucher: Voucher) -> None:
    voucher.text = voucher.text.strip()[:120]
    if not voucher.text:
        raise Blocked(_("请填写摘要。"))
    if voucher.on > clock.today():
        raise Blocked(_("凭证日期不能晚于今天。"))
    if voucher.on.year < 1950:
        raise Blocked(_("凭证日期早于1950年，请核对。"))


def with_purses(lines: Sequence[Line]) -> list[Line]:
    """The same lines, each with its purse: a line without a purse is about the union's own."""
    own = None if all(line.fund for line in lines) else purses.general()
    return [line if line.fund else replace(line, fund=own) for line in lines]


def _write_lines(voucher: Voucher, lines: Sequence[Line], accounts: dict[str, Account]) -> None:
    Entry.objects.bulk_create(
        [
            Entry(
                voucher=voucher,
                order=order,
                account=accounts[line.account],
                fund=line.fund,
                amount=to_yuan(line.fen),
                text=line.text[:120],
            )
            for order, line in enumerate(lines)
        ],
        batch_size=500,
    )


def _write_papers(voucher: Voucher, evidence: Iterable[Evidence]) -> None:
    Paper.objects.bulk_create(
        [
            Paper(voucher=voucher, kind=piece.kind, text=piece.text[:120], url=piece.url, attachment=piece.attachment)
            for piece in evidence
        ]
    )


def _check_purses(lines: Iterable[Line]) -> None:
    """Every purse can bear the net of its lines; asked in one order, so that two vouchers never wait for each other."""
    money: dict[Fund, int] = defaultdict(int)
    goods: dict[Fund, int] = defaultdict(int)
    for line in lines:
        money[line.fund] += line.fen if line.account.startswith(chart.MONEY) else 0
        goods[line.fund] += line.fen if line.account.startswith(chart.GOODS) else 0
    for fund in sorted((fund for fund in money if money[fund] or goods[fund]), key=lambda fund: str(fund.pk)):
        purses.check(fund, money=money[fund], goods=goods[fund])


def _turned(voucher: Voucher) -> list[Line]:
    rows: Any = voucher.entries.select_related("account", "fund")
    return entries.reversed_lines((row.account.code, row.fen, row.fund, row.text) for row in rows)
