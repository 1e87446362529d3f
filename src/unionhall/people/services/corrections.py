"""A member says what is wrong; the office puts it right or says why not (PRI-07)."""

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.flows import Blocked, NotAllowed
from unionhall.notices.services import after_commit
from unionhall.people.flow import CORRECTION_FLOW, CorrectionState
from unionhall.people.models import Correction, Person
from unionhall.people.permissions import is_self


@transaction.atomic
def ask(*, by: User, person: Person, field: str, should_be: str, explanation: str = "") -> Correction:
    """Ask for one thing to be corrected; a second request for the same thing waits for the first."""
    if not is_self(by, person):
        raise NotAllowed(_("更正由本人提出。"))
    if person.corrections.filter(field=field, state=CorrectionState.ASKED).exists():
        raise Blocked(_("这一项已经提出过，办公室正在核对。"))
    asked = Correction.objects.create(person=person, field=field, should_be=should_be, explanation=explanation)
    audit.record("people.correction.ask", asked, by=by, after={"field": field})
    return asked


@transaction.atomic
def settle(correction: Correction, *, by: User, reply: str = "") -> None:
    """The office has put it right on the roster."""
    CORRECTION_FLOW.fire(correction, "settle", by=by, fields={"reply": reply or _("已按您说的更正。")})
    _tell(correction)


@transaction.atomic
def decline(correction: Correction, *, by: User, reply: str) -> None:
    """The office leaves it as it is, and says why (PIPL art. 50)."""
    CORRECTION_FLOW.fire(correction, "decline", by=by, note=reply, fields={"reply": reply})
    _tell(correction)


def take_back(correction: Correction, *, by: User) -> None:
    """The member no longer asks."""
    CORRECTION_FLOW.fire(correction, "take_back", by=by)


def _tell(correction: Correction) -> None:
    user = correction.person.user
    after_commit("people.corrected", correction, to=[user] if user else [], reply=correction.reply)
