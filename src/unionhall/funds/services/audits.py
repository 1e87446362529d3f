"""Audit the funds, name what is wrong, see it put right (FIN-12)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import next_number
from unionhall.accounts.roles import Role
from unionhall.audit import services as audit_trail
from unionhall.flows import Blocked, NotAllowed
from unionhall.funds.flow.audit import AUDIT_FLOW, FINDING_FLOW
from unionhall.funds.models import Audit, Finding, Voucher
from unionhall.funds.permissions.ledger import audits, keeps_book
from unionhall.kernel import clock
from unionhall.notices import services as notices
from unionhall.people.selectors import users_with


@transaction.atomic
def begin(*, by: User, title: str, kind: str, first_on: date, last_on: date) -> Audit:
    """The fund audit committee begins an audit of a span of days; refused to who keeps the book itself (FIN-12)."""
    if not audits(by):
        raise NotAllowed(_("经费由经费审查委员会审查（工会法第四十五条，FIN-12）。"))
    if keeps_book(by) and not by.is_system:
        raise NotAllowed(_("记账的人不能审查自己的账（FIN-12）。"))
    if last_on < first_on:
        raise Blocked(_("审查期间的止日早于起日。"))
    if first_on > clock.today():
        raise Blocked(_("审查期间还没有开始，请核对起止日期。"))
    number = f"{clock.today().year}-{next_number(f'funds.audits:{clock.today().year}'):02}"
    audit = Audit(number=number, title=title.strip(), kind=kind, first_on=first_on, last_on=last_on)
    audit.save(force_insert=True)
    fields = ["title", "kind", "first_on", "last_on"]
    audit_trail.record("funds.audits.begin", audit, by=by, after=audit_trail.snapshot(audit, fields))
    return audit


@transaction.atomic
def raise_finding(
    audit: Audit, *, by: User, title: str, text: str, clause: str, due_on: date, voucher: Voucher | None = None
) -> Finding:
    """Name what is wrong, on which clause, and by when it is to be put right, the day inclusive."""
    AUDIT_FLOW.fire(audit, "raise_finding", by=by)
    if due_on < clock.today():
        raise Blocked(_("整改期限早于今天。"))
    finding = Finding(audit=audit, title=title, text=text, clause=clause, due_on=due_on, voucher=voucher)
    finding.save(force_insert=True)
    audit_trail.record("funds.findings.raise", finding, by=by, after={"title": title, "clause": clause, "due": due_on})
    notices.after_commit("funds.finding_raised", finding, to=users_with(Role.ACCOUNTANT, Role.CHAIR), title=title)
    return finding


@transaction.atomic
def report(audit: Audit, *, by: User, opinion: str) -> None:
    """Give the opinion; further findings belong to another audit."""
    AUDIT_FLOW.fire(audit, "report", by=by, fields={"opinion": opinion.strip(), "reported_on": clock.today()})


def finish(audit: Audit, *, by: User) -> None:
    """Everything found was put right."""
    AUDIT_FLOW.fire(audit, "finish", by=by)


@transaction.atomic
def answer(finding: Finding, *, by: User, measure: str) -> None:
    """Tell what was done about it."""
    fields = {"measure": measure.strip(), "answered_on": clock.today(), "answered_by": by}
    FINDING_FLOW.fire(finding, "answer", by=by, fields=fields)
    notices.after_commit("funds.finding_answered", finding, to=users_with(Role.AUDITOR), title=finding.title)


@transaction.atomic
def accept(finding: Finding, *, by: User) -> None:
    """It is put right."""
    if finding.answered_by_id == by.pk:
        raise NotAllowed(_("报整改的人不能自己销号（FIN-12）。"))
    FINDING_FLOW.fire(finding, "accept", by=by, fields={"closed_on": clock.today()})


@transaction.atomic
def send_back(finding: Finding, *, by: User, reason: str) -> None:
    """It is not put right yet."""
    FINDING_FLOW.fire(finding, "send_back", by=by, note=reason)
    notices.after_commit(
        "funds.finding_raised", finding, to=users_with(Role.ACCOUNTANT, Role.CHAIR), title=finding.title
    )
