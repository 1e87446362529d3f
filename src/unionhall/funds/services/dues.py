"""Dues of members: what is due each month, what came in, who is reminded (MEM-09)."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Greatest
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.flows import Blocked
from unionhall.funds.kinds.ledger import Way
from unionhall.funds.models import Dues, DuesReceipt, Voucher
from unionhall.funds.rules import chart
from unionhall.funds.rules import dues as rules
from unionhall.funds.rules.calendar import month_said
from unionhall.funds.services import checks, income
from unionhall.kernel.money import as_column, shown, to_fen
from unionhall.notices import services as notices
from unionhall.people.models import Person
from unionhall.rulebook.services import value


class Wage(NamedTuple):
    """The wage one member's dues of a month are reckoned on, in yuan; `paid` is what was withheld, if known."""

    person: Person
    month: date
    wage: Decimal
    paid: Decimal | None = None


@transaction.atomic
def reckon(wages: Iterable[Wage], *, by: User) -> int:
    """Write down what members owe for a month by their wages (MEM-09); a month written before is written anew.

    Returns how many. What was paid stays unless told otherwise.
    """
    checks.keeps_dues(by)
    wages = list(wages)
    known = {month: terms(month) for month in {wage.month.replace(day=1) for wage in wages}}
    rows = [_row(wage, *known[wage.month.replace(day=1)]) for wage in wages]
    before = _take_places([row for row, _told in rows])
    with_payment = [row for row, told in rows if told]
    without = [row for row, told in rows if not told]
    for batch, columns in ((with_payment, ["wage", "due", "paid"]), (without, ["wage", "due"])):
        Dues.objects.bulk_create(
            batch,
            update_conflicts=True,
            unique_fields=["union", "person", "month"],
            update_fields=columns,
            batch_size=1000,
        )
    changes = ((row, before.get(row.pk, {}), {"due": str(row.due)}) for row, _told in rows)
    audit.record_many("funds.dues.reckon", changes, by=by)  # without the wage: it is nobody's business but theirs
    return len(rows)


def terms(month: date) -> tuple[Fraction, Decimal]:
    """Rate and step of a month, asked once for all who owe (MEM-09)."""
    return value("people.dues_rate", month), value("people.dues_step", month)


def _row(wage: Wage, rate: Fraction, step: Decimal) -> tuple[Dues, bool]:
    due = rules.dues(wage.wage, rate=rate, step=step)
    month, paid = wage.month.replace(day=1), wage.paid or Decimal(0)
    row = Dues(person=wage.person, month=month, wage=wage.wage, due=due, paid=paid)
    return row, wage.paid is not None


def _take_places(rows: list[Dues]) -> dict[Any, dict[str, str]]:
    """Rows of a month written before take the keys of what is there; returns what was due, by key."""
    months = {row.month for row in rows}
    there = {
        (one.person_id, one.month): one for one in Dues.objects.filter(month__in=months).only("person", "month", "due")
    }
    for row in rows:
        if known := there.get((row.person_id, row.month)):
            row.pk = known.pk
    return {one.pk: {"due": str(one.due)} for one in there.values()}


@transaction.atomic
def collect(*, by: User, month: date, on: date | None = None, way: str = Way.TRANSFER) -> Voucher:
    """What the payroll withheld for a month came in: all that is still due of it, as one receipt.

    Raises Blocked when nothing of the month is due any more.
    """
    checks.keeps_dues(by)
    month = month.replace(day=1)
    voucher = _take_in(Dues.objects.filter(month=month), _("%(month)s会费"), month, by=by, on=on, way=way)
    after = {"month": f"{month:%Y-%m}", "amount": str(voucher.total)}
    audit.record("funds.dues.collect", voucher, by=by, after=after)
    return voucher


@transaction.atomic
def pay(dues: Dues, *, by: User, on: date | None = None, way: str = Way.TRANSFER) -> Voucher:
    """One member paid what was still due of a month, after it or apart from the payroll; the receipt names nobody.

    Raises Blocked when nothing of it is due any more.
    """
    checks.keeps_dues(by)
    voucher = _take_in(Dues.objects.filter(pk=dues.pk), _("%(month)s会费补缴"), dues.month, by=by, on=on, way=way)
    audit.record("funds.dues.pay", dues, by=by, after={"amount": str(voucher.total)})
    return voucher


def _take_in(rows: QuerySet[Dues], text: str, month: date, *, by: User, on: date | None, way: str) -> Voucher:
    owed = rows.filter(paid__lt=F("due"))
    owed.update(paid=F("paid"))  # nobody else collects them while we look
    rests = {row: row.owed for row in owed}
    rest = sum(rests.values(), Decimal(0))
    if not rest:
        raise Blocked(_("%(month)s没有待收的会费。") % {"month": month_said(month)})
    voucher = income.receive(
        None,
        by=by,
        fund=None,
        fen=to_fen(rest),
        way=way,
        on=checks.has_been(on, _("收款日期在今天以后。")),
        text=text % {"month": month_said(month)},
        account=chart.DUES,
    )
    receipts = (DuesReceipt(dues=row, voucher=voucher, amount=amount) for row, amount in rests.items())
    DuesReceipt.objects.bulk_create(receipts, batch_size=1000)
    owed.update(paid=F("due"))
    return voucher


@transaction.atomic
def remind(dues: Dues, *, by: User) -> None:
    """Tell a member what is still due of a month. Raises Blocked for one paid up, or without an account."""
    checks.keeps_dues(by)
    if not dues.owed:
        raise Blocked(_("这个月的会费已经缴清。"))
    if dues.person.user is None:
        raise Blocked(_("%(name)s还没有开通账号，请另行通知。") % {"name": dues.person.name})
    notices.after_commit(
        "funds.dues_owed", dues, to=dues.person.user, month=month_said(dues.month), amount=shown(dues.owed)
    )
    audit.record("funds.dues.remind", dues, by=by, after={"owed": str(dues.owed)})


def uncollected(voucher: Voucher) -> None:
    """A receipt of dues was reversed: what each line had from it is owed again."""
    part = voucher.dues.filter(dues=OuterRef("pk")).values("amount")
    left = Greatest(F("paid") - Subquery(part), as_column(Decimal(0)))  # what the payroll told may be less meanwhile
    Dues.objects.filter(receipts__voucher=voucher).update(paid=left)
