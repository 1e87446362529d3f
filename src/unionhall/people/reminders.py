"""Terms that end: the office is told 180, 90 and 30 days before (ORG-06)."""

from django.db import transaction

from unionhall.accounts.models import system_user
from unionhall.accounts.roles import OFFICE_ROLES
from unionhall.audit import services as audit
from unionhall.audit.models import Event
from unionhall.jobs.registry import every
from unionhall.kernel import clock
from unionhall.notices.services import after_commit
from unionhall.people.models import Term
from unionhall.people.rules.terms import reminders_due
from unionhall.people.selectors import users_with
from unionhall.rulebook.services import value

HOUR = 3600


@every(HOUR)
def remind_of_terms() -> int:
    """Tell the office of each term that ends in 180, 90 or 30 days, once for each of these days; returns how many."""
    today = clock.today()
    told = 0
    for term in Term.objects.filter(closed_on=None, ends_on__gte=today).select_related("body"):
        for days in reminders_due(term.ends_on, today, value("people.term_reminders", today)):
            told += _tell(term, days)
    return told


@transaction.atomic
def _tell(term: Term, days: int) -> int:
    verb = f"people.term_due.{days}"
    if Event.objects.about(term).filter(verb=verb).exists():
        return 0
    after_commit("people.term_due", term, to=users_with(*OFFICE_ROLES), days=days)
    audit.record(verb, term, by=system_user(), after={"ends_on": term.ends_on})
    return 1
