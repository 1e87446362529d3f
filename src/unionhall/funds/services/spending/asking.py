"""Asking for money: written down, put before who decides, taken back before it is paid."""

from typing import Unpack

from django.db import models, transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import of_year
from unionhall.accounts.roles import Role, units_where
from unionhall.audit import services as audit
from unionhall.flows import Blocked, NotAllowed
from unionhall.funds import subjects
from unionhall.funds.flow.request import FLOW
from unionhall.funds.kinds.ladder import Rung
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.models import SpendingRequest
from unionhall.funds.permissions.spending import may_ask
from unionhall.funds.rules.ladder import rung_of
from unionhall.funds.services import checks, findings, reserving
from unionhall.funds.services.spending.writing import Asked, write
from unionhall.funds.services.telling import tell
from unionhall.kernel import clock
from unionhall.people.choices import UnitKind
from unionhall.people.models import Unit
from unionhall.people.selectors import person_of, users_with
from unionhall.rulebook.services import value

RECORDED = ["number", "title", "purpose", "account", "fund", "cash", "goods", "amount", "needed_on", "text"]


@transaction.atomic
def ask(subject: models.Model | None, *, by: User, **asked: Unpack[Asked]) -> SpendingRequest:
    """Ask for money for a record of a module above and submit the request at once; amounts of payees in fen.

    Raises NotAllowed, or Blocked with the clause when a binding check finds something (see rules.checks).
    """
    request = draft(by=by, subject=subject, **asked)
    submit(request, by=by)
    return request


@transaction.atomic
def draft(*, by: User, subject: models.Model | None = None, **asked: Unpack[Asked]) -> SpendingRequest:
    """Write a request down without submitting it. Raises NotAllowed for who may ask for nothing of the kind."""
    _may_ask(by, subject)
    today = clock.today()
    number = of_year("JF", "funds.requests", today.year, digits=4)
    request = SpendingRequest(number=number, asked_by=by, asked_on=today, unit=_branch_of(by))
    if subject is not None:
        request.subject_type, request.subject_id = subject._meta.label_lower, subject.pk
    write(request, asked)
    audit.record("funds.requests.draft", request, by=by, after=audit.snapshot(request, RECORDED))
    return request


@transaction.atomic
def amend(request: SpendingRequest, *, by: User, **asked: Unpack[Asked]) -> None:
    """Write a draft anew."""
    FLOW.check(request, "amend", by=by)
    before = audit.snapshot(request, RECORDED)
    request.payees.all().delete()
    write(request, asked)
    audit.record("funds.requests.amend", request, by=by, before=before, after=audit.snapshot(request, RECORDED))


@transaction.atomic
def submit(request: SpendingRequest, *, by: User) -> None:
    """Put it before who decides on such an amount; binding checks refuse, the others stand beside it."""
    FLOW.check(request, "submit", by=by)
    found = findings.about(request)
    if reason := findings.refusal(found):
        raise Blocked(reason)
    fields = {
        "rung": rung(request, is_beyond=findings.goes_beyond(found)),
        "warnings": [str(finding) for finding in found],
    }
    FLOW.fire(request, "submit", by=by, fields=fields)
    deciders = users_with(Role.CHAIR, Role.VICE_CHAIR).exclude(pk=by.pk)
    tell("submitted", request, deciders)


@transaction.atomic
def withdraw(request: SpendingRequest, *, by: User, reason: str) -> None:
    """Take it back before it is paid; what was set aside is free again."""
    reason = checks.given(reason, _("请写明撤回的理由。"))
    was = request.approved_on
    FLOW.fire(request, "withdraw", by=by, note=reason)
    if was:
        reserving.release(request)


def rung(request: SpendingRequest, *, is_beyond: bool = False) -> Rung:
    """Who decides on its amount, by the rulebook of the day it was asked (FIN-10); one rung higher for what `is_beyond` its plan.

    What is owed to the union above is no decision on spending: the chair signs it whatever it comes to (FIN-05).
    """
    if request.purpose == Purpose.REMITTANCE:
        return Rung.CHAIR
    return rung_of(
        request.amount,
        chair_up_to=value("funds.chair_up_to", request.asked_on),
        board_up_to=value("funds.board_up_to", request.asked_on),
        is_beyond=is_beyond,
    )


def _may_ask(by: User, subject: models.Model | None) -> None:
    known = subjects.get(subject._meta.label_lower) if subject is not None else None
    if may_ask(by) or (known and subject is not None and known.rows(by).filter(pk=subject.pk).exists()):
        return
    raise NotAllowed(_("经费由工会办公室和分会主席申请。"))


def _branch_of(by: User) -> Unit | None:
    """The branch a branch chair asks for; None for the office."""
    led = units_where(by, Role.BRANCH_CHAIR)
    person = person_of(by) if led else None
    unit = person.unit if person else None
    while unit and unit.kind != UnitKind.BRANCH and unit.parent_id in led:  # the groups of a branch are led with it
        unit = unit.parent
    return unit if unit and unit.pk in led else None
