"""How every voucher gets into the book: numbered, written with its entries and papers, sealed; purses and cash follow."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.db import models, transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import next_number
from unionhall.audit import services as audit
from unionhall.flows import Blocked, only_once
from unionhall.funds.kinds.ledger import VoucherKind
from unionhall.funds.models import Account, Entry, Fund, Paper, Voucher
from unionhall.funds.plain import Evidence
from unionhall.funds.rules import chart, entries
from unionhall.funds.rules.entries import Line
from unionhall.funds.services import cashbox, periods, purses
from unionhall.funds.services.chart import named
from unionhall.kernel import clock
from unionhall.kernel.money import to_yuan


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


def with_purses(lines: Sequence[Line]) -> list[Line]:
    """The same lines, each with its purse: a line without a purse is about the union's own."""
    own = None if all(line.fund for line in lines) else purses.general()
    return [line if line.fund else replace(line, fund=own) for line in lines]


def kind_of(lines: Iterable[Line]) -> str:
    """Receipt, payment or transfer: by what the lines do to cash and bank together."""
    fen = sum(line.fen for line in lines if line.account in chart.MONEY)
    return VoucherKind.RECEIPT if fen > 0 else VoucherKind.PAYMENT if fen < 0 else VoucherKind.TRANSFER


def _check_words(voucher: Voucher) -> None:
    voucher.text = voucher.text.strip()[:120]
    if not voucher.text:
        raise Blocked(_("请填写摘要。"))
    if voucher.on > clock.today():
        raise Blocked(_("凭证日期不能晚于今天。"))
    if voucher.on.year < 1950:
        raise Blocked(_("凭证日期早于1950年，请核对。"))


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
