"""A term of a congress begins; who elects and who sits together in it."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.calendar.rules import months_after
from unionhall.congress.kinds import Congress
from unionhall.congress.models import Constituency, Delegation, Term
from unionhall.congress.models.term import staff_on
from unionhall.congress.rules import quotas
from unionhall.congress.rules.numbering import counted
from unionhall.congress.services import checks
from unionhall.flows import Blocked, only_once
from unionhall.people.models import Unit
from unionhall.rulebook.services import cite, value

ONE_DAY = timedelta(days=1)


@transaction.atomic
def open_term(
    *, by: User, kind: str, number: int, began_on: date, seats: int, years: int | None = None, document: str = ""
) -> Term:
    """Begin the nth term of a congress; the one before ends on the same day.

    Staff (members, for the members' congress) are counted on that day, and the seats may not be fewer than the formula
    in force asks (CON-08). Raises NotAllowed outside the office, Blocked for too few seats, a number not the next or a day
    not after the last term began.
    """
    checks.by_office(by)
    staff, women = staff_on(kind, began_on)
    _check_seats(kind, staff, seats, began_on)
    last = Term.objects.filter(kind=kind, closed_on=None).first()
    if last and (number != last.number + 1 or began_on <= last.began_on):
        raise Blocked(
            _("现任是%(term)s，下一届应为第%(next)s届，起始日期须晚于现任。")
            % {"term": last, "next": counted(last.number + 1)}
        )
    if last:
        Term.objects.filter(pk=last.pk).update(closed_on=began_on)
        audit.record("congress.close_term", last, by=by, before={"closed_on": None}, after={"closed_on": began_on})
    years = years or value("congress.term_years", began_on)
    facts = {
        "kind": kind, "number": number, "began_on": began_on, "years": years, "seats": seats, "staff_count": staff,
        "women_count": women, "ends_on": months_after(began_on, 12 * years) - ONE_DAY, "document": document,
    }  # fmt: skip
    term = Term.objects.create(**facts)
    audit.record("congress.open_term", term, by=by, after=audit.snapshot(term, facts))
    return term


def _check_seats(kind: str, staff: int, seats: int, on: date) -> None:
    least = quotas.least(value("congress.quota_formula", on), staff) if kind == Congress.STAFF else None
    if least and seats < least:
        raise Blocked(
            _("职工%(staff)s人，职工代表不少于%(least)s人，所填名额%(seats)s人，少%(gap)s人（%(clause)s，CON-08）。")
            % {
                "staff": staff,
                "least": least,
                "seats": seats,
                "gap": least - seats,
                "clause": cite("congress.quota_formula", on),
            }
        )


@transaction.atomic
def add_constituency(
    term: Term, *, by: User, name: str, staff_count: int, seats: int, unit: Unit | None = None
) -> Constituency:
    """Let some of the staff elect `seats` delegates; all constituencies together have no more seats than the term.

    The chair of the branch `unit` may enter whom they elect.
    """
    checks.by_office(by)
    checks.runs(term)
    taken = sum(term.constituencies.values_list("seats", flat=True))
    if taken + seats > term.seats:
        raise Blocked(
            _("代表名额共%(all)s个，各选区已分配%(taken)s个，只剩%(left)s个。")
            % {"all": term.seats, "taken": taken, "left": term.seats - taken}
        )
    with only_once(_("已有同名的选区。")):
        made = Constituency.objects.create(
            term=term, name=name.strip(), staff_count=staff_count, seats=seats, unit=unit
        )
    audit.record("congress.add_constituency", term, by=by, after={"name": name, "staff": staff_count, "seats": seats})
    return made


@transaction.atomic
def add_delegation(term: Term, *, by: User, name: str) -> Delegation:
    """Found a delegation of a term."""
    checks.by_office(by)
    checks.runs(term)
    with only_once(_("已有同名的代表团。")):
        made = Delegation.objects.create(term=term, name=name.strip())
    audit.record("congress.add_delegation", term, by=by, after={"name": name})
    return made
