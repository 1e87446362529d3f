"""The employer's contribution: what is due each month, and what of it came in (FIN-01, FIN-03, FIN-05)."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.flows import Blocked
from unionhall.funds.kinds.ledger import Way
from unionhall.funds.models import Contribution, Entry, Voucher
from unionhall.funds.rules import chart
from unionhall.funds.rules import dues as rules
from unionhall.funds.rules.calendar import month_said
from unionhall.funds.services import checks, income
from unionhall.kernel import clock
from unionhall.kernel.money import as_column, shown, to_fen
from unionhall.rulebook.services import value


@transaction.atomic
def declare(*, by: User, month: date, wages: Decimal) -> Contribution:
    """Write down the sum of all wages of a month, and so what the employer owes and by when (FIN-01, FIN-03).

    Raises Blocked for a month to come, for nothing, and when more has come in than the new sum makes due.
    """
    checks.keeps_dues(by)
    month = month.replace(day=1)
    if wages <= 0:
        raise Blocked(_("工资总额应大于零。"))
    if month > clock.today():
        raise Blocked(_("%(month)s还没有到，不能登记工资总额。") % {"month": month_said(month)})
    due = rules.contribution(wages)
    known = Contribution.objects.filter(month=month).first()
    if known and known.received > due:
        raise Blocked(
            _("已到账%(received)s元，多于按新的工资总额应拨的数，请核对。") % {"received": shown(known.received)}
        )
    facts = {"wages": wages, "due": due, "due_on": rules.due_on(month, value("funds.contribution_day", month))}
    contribution, _made = Contribution.objects.update_or_create(month=month, defaults=facts)
    before = audit.snapshot(known, ["wages", "due"]) if known else None
    after = audit.snapshot(contribution, ["wages", "due", "due_on"])
    audit.record("funds.contributions.declare", contribution, by=by, before=before, after=after)
    return contribution


@transaction.atomic
def receive(contribution: Contribution, *, by: User, amount: Decimal, on: date | None = None) -> Voucher:
    """A contribution came in by bank, all or part: income as far as the union retains it, owed upward the rest (FIN-05).

    Raises Blocked for nothing, or more than is due.
    """
    checks.keeps_dues(by)
    if amount <= 0:
        raise Blocked(_("到账金额应大于零。"))
    rows = Contribution.objects.filter(pk=contribution.pk, received__lte=F("due") - as_column(amount))
    if not rows.update(received=F("received") + as_column(amount)):
        raise Blocked(_("超过尚未拨缴的%(owed)s元，请核对到账金额或工资总额。") % {"owed": shown(contribution.owed)})
    contribution.refresh_from_db()
    up = _still_upward(contribution)
    voucher = income.receive(
        contribution,
        by=by,
        fund=None,
        fen=to_fen(amount),
        way=Way.TRANSFER,
        on=checks.has_been(on, _("到账日期在今天以后。")),
        text=str(contribution),
        shares=[(chart.CONTRIBUTION, to_fen(amount) - up), (chart.PAYABLE_UP, up)],
    )
    audit.record("funds.contributions.receive", contribution, by=by, after={"amount": str(amount)})
    return voucher


def undone(voucher: Voucher, by: User, reason: str) -> None:
    """A receipt of a contribution was reversed: that much is owed again."""
    came = as_column(voucher.total)
    Contribution.objects.filter(pk=voucher.subject_id).update(received=F("received") - came)


def _still_upward(contribution: Contribution) -> int:
    """In fen, what of all that came in is for the unions above and not booked so yet: to the fen over any parts."""
    ratio = value("funds.retain_ratio", contribution.month)
    booked = Entry.objects.of(chart.PAYABLE_UP).filter(voucher__in=Voucher.objects.about(contribution)).fen()
    return to_fen(rules.upward(contribution.received, ratio)) + booked
