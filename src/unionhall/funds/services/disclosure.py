"""Tell members how their money came and went, once a quarter, without a private person in it (FIN-13, OPEN-03, OPEN-06)."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.flows import Blocked, NotAllowed, only_once
from unionhall.funds.flow.book import PeriodState
from unionhall.funds.kinds.ledger import AccountKind
from unionhall.funds.models import Disclosure, Period
from unionhall.funds.permissions.ledger import discloses
from unionhall.funds.rules.quarters import quarter_of
from unionhall.funds.selectors import balances
from unionhall.kernel import clock
from unionhall.people.models import Person


def drawn(*, by: User, quarter: date, note: str = "") -> Disclosure:
    """What would be published of the quarter a day falls in, as the closed months have it; nothing is kept.

    Raises Blocked while a month of it is open or without entries, when it was published, or when the note names somebody
    on the roster (Personal Information Protection Law art. 25, OPEN-06).
    """
    if not discloses(by):
        raise NotAllowed(_("经费收支由工会办公室或会计公布。"))
    first, last = quarter_of(quarter)
    _check_closed(first, last)
    _check_names(note)
    disclosure = Disclosure(
        first_on=first,
        last_on=last,
        note=note.strip(),
        lines=lines(first, last),
        published_on=clock.today(),
        published_by=by,
    )
    if Disclosure.objects.filter(first_on=first).exists():
        raise Blocked(_("%(quarter)s已经公布过。") % {"quarter": disclosure})
    return disclosure


@transaction.atomic
def publish(*, by: User, quarter: date, note: str = "") -> Disclosure:
    """Publish a quarter as `drawn`, which raises what stands in the way; frozen from then on."""
    disclosure = drawn(by=by, quarter=quarter, note=note)
    with only_once(_("%(quarter)s已经公布过。") % {"quarter": disclosure}):
        disclosure.save(force_insert=True)
    after = {"first": disclosure.first_on, "last": disclosure.last_on}
    audit.record("funds.disclosures.publish", disclosure, by=by, after=after)
    return disclosure


def lines(first: date, last: date) -> dict[str, Any]:
    """What is told: amounts in yuan, as text, by account and by source; nothing else of the book."""
    return {
        "income": [[line.name, str(line.moved)] for line in balances.details(first, last, AccountKind.INCOME)],
        "spending": [[line.name, str(line.moved)] for line in balances.details(first, last, AccountKind.EXPENSE)],
        "custody": [[kind, str(came), str(went)] for kind, came, went in balances.custody(first, last)],
        "left": [[kind, str(yuan)] for kind, yuan in balances.by_source(last)],
    }


def _check_closed(first: date, last: date) -> None:
    months = Period.objects.filter(first_on__range=(first, last))
    waiting = months.filter(state=PeriodState.OPEN).order_by("first_on").first()
    if waiting:
        raise Blocked(_("%(period)s还没有结账，结账后再公布（FIN-13）。") % {"period": waiting})
    if not months.exists() or last >= clock.today():
        raise Blocked(_("这个季度还没有可以公布的账目；请在季度结束、按月结账后公布（FIN-13）。"))


def _check_names(note: str) -> None:
    named = next((name for name in Person.objects.values_list("name", flat=True) if name in note), None)
    if named:
        raise Blocked(_("公布的说明里不能出现个人姓名（个人信息保护法第二十五条，OPEN-06）。"))
