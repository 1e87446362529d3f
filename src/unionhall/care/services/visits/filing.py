"""What becomes of a visit: signed for, filed, or taken back with a reason."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.care.flow.visits import TASK_FLOW, VISIT_FLOW, VisitState
from unionhall.care.models import Attestation, Visit
from unionhall.care.permissions import is_own
from unionhall.care.services import attesting, checks, claims, paying, signing
from unionhall.flows import Blocked, NotAllowed
from unionhall.kernel import clock


@transaction.atomic
def sign(
    visit: Visit, *, by: User, signed_on: date | None = None, signed_for_by: str = "", signed_relation: str = ""
) -> None:
    """Note that what was given was signed for, by the person or, with a stated relation, by somebody else (CARE-17)."""
    name, relation = checks.signed_by_whom(signed_for_by, signed_relation)
    day = signed_on or clock.today()
    checks.has_been(day, _("签收日期在今天以后，请核对。"))
    if day < visit.visited_on:
        raise Blocked(_("签收日期早于走访日期，请核对。"))
    fields = {"signed_on": day, "signed_for_by": name, "signed_relation": relation}
    VISIT_FLOW.fire(visit, "sign", by=by, fields=fields)


@transaction.atomic
def sign_own(visit: Visit, *, by: User) -> None:
    """The person themself signs on the phone."""
    if not is_own(by, visit):
        raise NotAllowed(_("只能由本人签收。"))
    signed = Visit.objects.filter(pk=visit.pk, state=VisitState.RECORDED).exclude(cash=0, goods=0)
    if not signed.update(state=VisitState.SIGNED, signed_on=clock.today()):
        raise Blocked(_("这笔慰问不用签收，或已经签收过。"))
    audit.record("care.visit.sign_own", visit, by=by, after={"signed_on": clock.today()})


def archive(visit: Visit, *, by: User, note: str = "") -> None:
    """File a visit: what was given is signed for, and by the three of CARE-18, or `note` says why one is missing.

    Never while somebody who is said to have gone denies it and nobody looked into that.
    """
    VISIT_FLOW.check(visit, "archive", by=by)
    if word := Attestation.objects.of_visit(visit).denied().select_related("person").first():
        raise Blocked(_("%(name)s说这次走访不属实，请先核对处理，或作废后重新登记。") % {"name": word.person.name})
    missing = signing.missing_parts(visit)
    if missing and not note.strip():
        parts = "、".join(str(part.label) for part in missing)
        raise Blocked(_("还缺%(parts)s的签字（CARE-18）。请补签；确实不能补签的，写明理由后归档。") % {"parts": parts})
    VISIT_FLOW.fire(visit, "archive", by=by, note=note.strip())


@transaction.atomic
def void(visit: Visit, *, by: User, reason: str) -> None:
    """Take a wrong record back, with a reason: its payment is freed, the task it had fulfilled is due again."""
    if paying.has_request(visit):
        raise Blocked(_("这次走访已经申请经费，请先撤回申请，再作废。"))
    VISIT_FLOW.fire(visit, "void", by=by, note=checks.given(reason, _("请写明作废理由。")))
    claims.give_back(visit)
    attesting.lapse(Attestation.objects.of_visit(visit), by=by)
    if visit.task:
        TASK_FLOW.fire(visit.task, "reopen", by=by, note=reason, fields={"visited_on": None})
