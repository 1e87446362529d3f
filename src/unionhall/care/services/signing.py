"""The three signatures under what a visit brought: who handled it, who was witness, the chair of the branch (CARE-18)."""

from contextlib import suppress

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.roles import Role, has_role, units_where
from unionhall.audit import services as audit
from unionhall.care.flow.attestation import ATTESTATIONS
from unionhall.care.flow.visits import VISIT_FLOW
from unionhall.care.kinds.words import Part
from unionhall.care.models import Attestation, Signature, Visit
from unionhall.care.permissions import signs_sheet
from unionhall.flows import Blocked, NotAllowed, only_once
from unionhall.kernel import clock
from unionhall.people.selectors import users_with

leads_union = has_role(Role.CHAIR, Role.VICE_CHAIR)


@transaction.atomic
def countersign(visit: Visit, *, by: User, part: str) -> Signature:
    """Sign, in one's own name and today, as one of the three; nobody signs twice, and not who was called on.

    Raises NotAllowed for who cannot sign as the chair of the branch, Blocked for a part taken or a second signature.
    """
    VISIT_FLOW.check(visit, "countersign", by=by)
    if part == Part.CHAIR and not chairs_branch_of(by, visit):
        raise NotAllowed(
            _("“分工会主席”由这位职工所在分会的主席签字；分会没有主席或主席本人受慰问的，由院工会主席、副主席签。")
        )
    if visit.signatures.filter(by=by).exists():
        raise Blocked(_("您已经签过字，三处签字须是三个不同的人（CARE-18）。"))
    signature = _write(visit, by, part)
    for word in Attestation.objects.of_visit(visit).waiting().filter(person__user=by.pk):
        ATTESTATIONS.fire(word, "confirm", by=by, fields={"said_on": signature.signed_on})
    return signature


def witness(visit: Visit, *, by: User) -> None:
    """Who went along and says so signs as the witness of what was brought: an ordinary member has no other place on the
    sheet. Nothing is written where somebody has signed as that, or `by` as something else, or may choose what to sign as.
    """
    if not visit.total or signs_sheet(by, visit) or visit.signatures.filter(by=by).exists():
        return
    with suppress(Blocked):  # somebody else who went along was quicker
        _write(visit, by, Part.WITNESS)


def _write(visit: Visit, by: User, part: str) -> Signature:
    today = clock.today()
    with only_once(_("“%(part)s”已经有人签字。") % {"part": Part(part).label}):
        signature = Signature.objects.create(visit=visit, part=part, by=by, signed_on=today)
    audit.record("care.visit.countersign", visit, by=by, after={"part": part, "on": today})
    return signature


def chairs_branch_of(user: User, visit: Visit) -> bool:
    """The chair of the branch of who was called on; where there is none but the one called on, who leads the union."""
    if visit.person.unit_id in units_where(user, Role.BRANCH_CHAIR):
        return True
    branch = visit.person.unit.branch if visit.person.unit else None
    chairs = users_with(Role.BRANCH_CHAIR, unit=branch).exclude(pk=visit.person.user_id) if branch else None
    return leads_union(user) and not (chairs is not None and chairs.exists())


def missing_parts(visit: Visit) -> list[Part]:
    """Which of the three are not there yet; none is wanted for a visit with empty hands."""
    if not visit.total:
        return []
    there = set(visit.signatures.values_list("part", flat=True))
    return [part for part in Part if part not in there]
