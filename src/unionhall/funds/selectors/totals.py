"""The rows behind the figures of the book."""

from django.db.models import ExpressionWrapper, F, QuerySet

from unionhall.figures.scope import Scope
from unionhall.funds.flow.audit import FindingState
from unionhall.funds.flow.book import FundState
from unionhall.funds.kinds.ledger import AccountKind
from unionhall.funds.models import Audit, Disclosure, Entry, Finding, Fund, Voucher
from unionhall.funds.rules.chart import CONTRIBUTION, CUSTODY, MONEY, PAYABLE_UP
from unionhall.kernel.money import MoneyField

CREDITED = ExpressionWrapper(F("amount") * -1, output_field=MoneyField())


def income(scope: Scope) -> QuerySet[Entry]:
    """What came in as the union's income; `credited` is positive."""
    return _moving(scope).filter(account__kind=AccountKind.INCOME).annotate(credited=CREDITED)


def spending(scope: Scope) -> QuerySet[Entry]:
    """What was spent as the union's own expense."""
    return _moving(scope).filter(account__kind=AccountKind.EXPENSE)


def custody_in(scope: Scope) -> QuerySet[Entry]:
    """What came into custody, what was reversed of it taken off again; `credited` is positive."""
    return _side(scope, CUSTODY, receipts=True).annotate(credited=CREDITED)


def custody_out(scope: Scope) -> QuerySet[Entry]:
    """What was paid out of custody."""
    return _side(scope, CUSTODY, receipts=False)


def retained(scope: Scope) -> QuerySet[Entry]:
    """What of the employer's contributions that came in is the union's own income; `credited` is positive (FIN-05)."""
    return _moving(scope).of(CONTRIBUTION).annotate(credited=CREDITED)


def due_upward(scope: Scope) -> QuerySet[Entry]:
    """What of them is owed to the unions above, what was reversed taken off; `credited` is positive (FIN-05)."""
    return _side(scope, PAYABLE_UP, receipts=True).annotate(credited=CREDITED)


def remitted(scope: Scope) -> QuerySet[Entry]:
    """What was passed on to them (FIN-05)."""
    return _side(scope, PAYABLE_UP, receipts=False)


def money(scope: Scope) -> QuerySet[Entry]:
    """Every entry on cash and bank up to the last day."""
    return _narrowed(scope, Entry.objects.of(*MONEY).filter(voucher__on__lte=scope.last))


def restricted(scope: Scope) -> QuerySet[Fund]:
    """Restricted purses open on the last day."""
    opened = Fund.objects.restricted().filter(opened_on__lte=scope.last)
    rows = opened.exclude(state=FundState.CLOSED, closed_on__lte=scope.last)
    return scope.narrow(rows, source="kind")


def vouchers(scope: Scope) -> QuerySet[Voucher]:
    """Vouchers dated in the period."""
    return Voucher.objects.within(scope.first, scope.last)


def audits(scope: Scope) -> QuerySet[Audit]:
    """Audits whose opinion was given in the period."""
    return Audit.objects.filter(reported_on__range=(scope.first, scope.last))


def findings(scope: Scope) -> QuerySet[Finding]:
    """What audits reported in the period found."""
    return Finding.objects.filter(audit__in=audits(scope))


def put_right(scope: Scope) -> QuerySet[Finding]:
    """Those of them that are put right."""
    return findings(scope).filter(state=FindingState.CLOSED)


def disclosures(scope: Scope) -> QuerySet[Disclosure]:
    """Quarters told in the period."""
    return Disclosure.objects.filter(published_on__range=(scope.first, scope.last))


def _narrowed(scope: Scope, rows: QuerySet[Entry]) -> QuerySet[Entry]:
    rows = scope.narrow(rows, source="fund__kind", fund="fund")
    account = scope.filters.get("account")
    return rows.filter(account__code__startswith=account) if account else rows


def _moving(scope: Scope) -> QuerySet[Entry]:
    return _narrowed(scope, Entry.objects.within(scope.first, scope.last).moving())


def _side(scope: Scope, account: str, *, receipts: bool) -> QuerySet[Entry]:
    """A reversal counts with what it takes back: a receipt's reversal is a debit, a payment's a credit."""
    rows = _moving(scope).of(account)
    plain = rows.filter(voucher__reverses=None, **{"amount__lt" if receipts else "amount__gt": 0})
    turned = rows.exclude(voucher__reverses=None).filter(**{"amount__gt" if receipts else "amount__lt": 0})
    return plain | turned
