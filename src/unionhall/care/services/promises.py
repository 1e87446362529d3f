"""What was promised on a visit, until it is kept or cannot be."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.care.flow.visits import PROMISE_FLOW, VISIT_FLOW
from unionhall.care.models import Promise, Visit
from unionhall.care.rules.visits import promise_problem
from unionhall.care.services import checks
from unionhall.flows import Blocked


@transaction.atomic
def promise(visit: Visit, *, by: User, text: str, due_on: date) -> Promise:
    """Write down what was promised and by which day; raises Blocked without either, or for a day before the visit."""
    VISIT_FLOW.check(visit, "promise", by=by)
    if reason := promise_problem(text, due_on, visit.visited_on):
        raise Blocked(reason)
    made = Promise.objects.create(visit=visit, text=text.strip(), due_on=due_on)
    audit.record("care.visit.promise", visit, by=by, after={"due_on": due_on})
    return made


def keep(promise: Promise, *, by: User, outcome: str) -> None:
    """Say how it was kept."""
    outcome = checks.given(outcome, _("请写明落实情况。"))
    PROMISE_FLOW.fire(promise, "keep", by=by, fields={"outcome": outcome})


def drop(promise: Promise, *, by: User, outcome: str) -> None:
    """Say why it could not be kept."""
    outcome = checks.given(outcome, _("请写明未能落实的原因。"))
    PROMISE_FLOW.fire(promise, "drop", by=by, fields={"outcome": outcome})
