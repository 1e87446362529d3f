"""Who is there, who left, who cannot come."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.congress.flow import FLOW
from unionhall.congress.kinds import How
from unionhall.congress.models import Attendee, Session
from unionhall.congress.services import checks
from unionhall.flows import Blocked, NotAllowed
from unionhall.kernel import clock


@transaction.atomic
def check_in(attendee: Attendee, *, by: User, how: str = How.SCAN) -> bool:
    """Note that somebody came, or came back; True when it was this call that noted it.

    A second scan, or one repeated because the answer was lost, changes nothing and answers False. Raises NotAllowed for
    who has not the desk, WrongState before the session is convened or after it, Blocked before its day.
    """
    FLOW.check(attendee.session, "check_in", by=by)
    came = {"came_at": clock.now(), "checked_in_by": by, "how": how, "leave_reason": ""}
    row = Attendee.objects.filter(pk=attendee.pk)
    is_first = bool(row.filter(came_at=None).update(**came))
    if not is_first and not row.filter(left_at__isnull=False).update(left_at=None):
        attendee.refresh_from_db(fields=[*came, "left_at"])
        return False
    attendee.refresh_from_db(fields=[*came, "left_at"])
    after = {"how": how} if is_first else {"left_at": None}
    audit.record("congress.check_in", attendee, by=by, after=after)
    return True


@transaction.atomic
def check_in_many(session: Session, *, by: User, attendees: Sequence[Attendee]) -> int:
    """Note from a list that several came, who had not; returns how many, with one event each."""
    FLOW.check(session, "check_in", by=by)
    came = {"came_at": clock.now(), "checked_in_by": by, "how": How.DESK, "leave_reason": ""}
    rows = list(session.attendees.filter(pk__in=[one.pk for one in attendees], came_at=None))
    Attendee.objects.filter(pk__in=[one.pk for one in rows]).update(**came)
    audit.record_many("congress.check_in", [(one, {}, {"how": How.DESK}) for one in rows], by=by)
    return len(rows)


@transaction.atomic
def check_out(attendee: Attendee, *, by: User) -> None:
    """Note that somebody left: the quorum of what follows is reckoned without them (CON-14). Raises Blocked for who is not there."""
    FLOW.check(attendee.session, "check_out", by=by)
    now = clock.now()
    if not Attendee.objects.here().filter(pk=attendee.pk).update(left_at=now):
        raise Blocked(_("%(name)s不在会场，不用登记离会。") % {"name": attendee.name})
    attendee.left_at = now
    audit.record("congress.check_out", attendee, by=by, after={"left_at": now})


@transaction.atomic
def excuse(session: Session, *, by: User, attendee: Attendee, reason: str) -> None:
    """Note that somebody cannot come, and why; raises Blocked for who is there."""
    FLOW.check(session, "excuse", by=by)
    _excuse(session, by, attendee, reason)


@transaction.atomic
def ask_leave(attendee: Attendee, *, by: User, reason: str) -> None:
    """Excuse oneself; raises NotAllowed for somebody else, Blocked for who is there."""
    FLOW.check(attendee.session, "ask_leave", by=by)
    if attendee.person is None or attendee.person.user_id != by.pk:
        raise NotAllowed(_("只能为自己请假。"))
    _excuse(attendee.session, by, attendee, reason)


def _excuse(session: Session, by: User, attendee: Attendee, reason: str) -> None:
    reason = checks.given(reason, _("请写明请假事由。"))
    if not Attendee.objects.filter(pk=attendee.pk, session=session, came_at=None).update(leave_reason=reason):
        raise Blocked(_("%(name)s已经签到，不用请假。") % {"name": attendee.name})
    attendee.leave_reason = reason
    audit.record("congress.excuse", attendee, by=by, after={"leave_reason": reason})
