"""What is left of a restricted purse goes where it was said at the start (DON-03, DON-07)."""

from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.flows import Blocked
from unionhall.funds import subjects
from unionhall.funds.flow.book import FUND_FLOW, VoucherState
from unionhall.funds.kinds.ledger import VoucherKind
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.models import Fund, Voucher
from unionhall.funds.plain import Evidence
from unionhall.funds.rules import chart
from unionhall.funds.rules.entries import signed
from unionhall.funds.services import vouchers
from unionhall.kernel import clock
from unionhall.kernel.money import to_fen


@transaction.atomic
def pass_on(fund: Fund, *, by: User, to: Fund, reason: str) -> Voucher:
    """Move everything that is left into another purse, by the accountant's voucher dated today; the purse's record follows.

    Raises Blocked when nothing is left, something is promised, nothing was said at the start of the remainder, or the record
    was promised otherwise.
    """
    vouchers.check_maker(by, None)
    if not Fund.objects.for_remainder_of(fund).filter(pk=to.pk).exists():
        raise Blocked(
            _("结余不能转入“%(to)s”：请转入为此开立的专项资金；还没有的，先在“专项资金”里开立（CARE-08、DON-03）。")
            % {"to": to.title}
        )
    FUND_FLOW.fire(fund, "pass_on", by=by, note=reason)
    left = _left(fund)
    total = sum(fen for _code, fen in left)
    lines = [
        signed(chart.remainder_account(fund.kind), total, fund),
        *(signed(code, -fen, fund) for code, fen in left),
        *(signed(code, fen, to) for code, fen in left),
        signed(_received(fund, to), -total, to),
    ]
    text = _("%(fund)s结余转入%(to)s") % {"fund": fund.title, "to": to.title}
    voucher = Voucher(
        on=clock.today(), text=text[:120], kind=VoucherKind.TRANSFER, made_by=by, state=VoucherState.MADE,
        subject_type=fund.subject_type, subject_id=fund.subject_id,
    )  # fmt: skip
    words = [fund.remainder_rule, reason.strip()]
    papers = [Evidence(PieceKind.OTHER, said) for said in words]
    voucher = vouchers.write(voucher, lines, by=by, evidence=papers, verb="funds.vouchers.pass_on")
    subject = subjects.get(fund.subject_type)
    if subject and subject.passed_on:
        subject.passed_on(voucher, by)
    return voucher


def _left(fund: Fund) -> list[tuple[str, int]]:
    rows = fund.entries.of(*chart.MONEY, chart.GOODS).order_by("account__code").values_list("account__code")
    return [(code, to_fen(amount)) for code, amount in rows.annotate(sum=Sum("amount")) if amount]


def _received(fund: Fund, to: Fund) -> str:
    """What the other purse is credited with: custody stays custody, given money becomes income, own money is carried on."""
    if to.kind in chart.IN_CUSTODY:
        return chart.CUSTODY
    return chart.OTHER_INCOME if fund.kind in chart.IN_CUSTODY else chart.CARRIED
