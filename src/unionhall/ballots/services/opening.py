"""From the opening of a poll to its closing."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.ballots import rules, subjects
from unionhall.ballots.flow import FLOW
from unionhall.ballots.kinds import Way
from unionhall.ballots.models import Poll
from unionhall.ballots.rules.counting import quorum_needed
from unionhall.ballots.services.outcome import declare
from unionhall.ballots.services.preparing import given
from unionhall.ballots.services.secrecy import forget_order
from unionhall.flows import Blocked
from unionhall.kernel import clock
from unionhall.notices.services import after_commit


@transaction.atomic
def open(poll: Poll, *, by: User, present: Iterable[UUID] | None = None) -> None:
    """Let voting begin among those `present` (voters' keys).

    None takes those whom the poll's subject knows to be there, and everybody on the roll where nobody keeps attendance.

    How many are entitled and present is fixed now, for quorum and majority. Keys not on the roll do not count: guests
    and observers have no vote (CON-08). Raises Blocked below quorum (ORG-21, CON-14), and then nothing has changed.
    """
    FLOW.check(poll, "open", by=by)
    keys = subjects.here(poll) if present is None else list(present)
    here = poll.roll.all() if keys is None else poll.roll.filter(voter__in=keys)
    entitled, came = poll.roll.count(), here.count()
    _check_quorum(poll, came, entitled)
    FLOW.fire(poll, "open", by=by, fields={"entitled": entitled, "present": came, "opened_at": clock.now()})
    here.update(is_present=True)
    if not (poll.is_counted or poll.subject_type):
        users = User.in_union.filter(pk__in=poll.roll.exclude(user=None).values("user"))
        after_commit("ballots.opened", poll, to=users, kind=poll.get_kind_display())


def _check_quorum(poll: Poll, present: int, entitled: int) -> None:
    share = poll.quorum_share
    if share is None or rules.quorum_reached(present, entitled, share):
        return
    least = quorum_needed(entitled, share)
    raise Blocked(
        _(
            "实到%(present)s人，未达应到%(entitled)s人的%(share)s（%(least)s人），不能开始投票（%(source)s）。"
            "再签到%(more)s人即可。"
        )
        % {
            "present": present,
            "entitled": entitled,
            "share": share,
            "least": least,
            "source": poll.quorum_text,
            "more": least - present,
        }
    )


@transaction.atomic
def close(poll: Poll, *, by: User) -> None:
    """Take no more votes. An electronic poll has its result at once; papers and hands are declared once counted."""
    FLOW.fire(poll, "close", by=by, fields={"closed_at": clock.now()})
    if poll.way == Way.ANONYMOUS:
        forget_order(poll)
    if not poll.is_counted:
        declare(poll, by=by)


@transaction.atomic
def break_off(poll: Poll, *, by: User, reason: str) -> None:
    """End a poll under way without a result, with a reason; what was cast is never counted."""
    FLOW.fire(poll, "break_off", by=by, note=given(reason), fields={"closed_at": clock.now()})
    if poll.way == Way.ANONYMOUS:
        forget_order(poll)
