"""Votes of a session: opened among the delegates who are there, concluded by what they came to."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.ballots import services as ballots
from unionhall.ballots.kinds import COUNTED, Kind, Way
from unionhall.ballots.models import Poll
from unionhall.ballots.plain import Ask, Candidate, Voter
from unionhall.ballots.scales import Scale, choices_of
from unionhall.ballots.selectors import in_force
from unionhall.congress.flow import ITEM_FLOW
from unionhall.congress.models import AgendaItem, Delegate
from unionhall.congress.rules.powers import NEEDS, Power, VoteKind
from unionhall.flows import Blocked

KINDS = {VoteKind.NONE: Kind.DECISION, VoteKind.DECISION: Kind.DECISION, VoteKind.ELECTION: Kind.ELECTION,
         VoteKind.APPRAISAL: Kind.APPRAISAL}  # fmt: skip


@transaction.atomic
def open_vote(
    item: AgendaItem,
    *,
    by: User,
    way: str,
    tellers: Sequence[User] = (),
    text: str = "",
    seats: int | None = None,
    candidates: Sequence[Delegate] = (),
    appraised: Sequence[str] = (),
) -> Poll:
    """Let the delegates who are there vote on the item called, under the majority and quorum in force, of all delegates.

    What must be approved is voted on secretly on paper (CON-18); a report heard may be, by hands or by name. Two tellers
    count hands and papers. Raises Blocked below quorum (CON-14), for another way, and for what the poll itself refuses.
    """
    ITEM_FLOW.fire(item, "open_vote", by=by)
    kind = KINDS[VoteKind(NEEDS[item.power].vote)]
    if item.power == Power.APPROVE and way != Way.PAPER:
        raise Blocked(_("审议通过事项须无记名投票表决，不能举手或记名（职代会条例第三十一条，CON-18）。"))
    is_election = kind == Kind.ELECTION
    share, clause = in_force.quorum(election=is_election)
    rule = in_force.election_majority() if is_election else in_force.majority() if kind == Kind.DECISION else None
    poll = ballots.prepare(
        item,
        by=by,
        title=item.title,
        text=text,
        kind=kind,
        way=way,
        roll=_roll(item),
        rule=rule,
        quorum=share,
        quorum_text=clause,
        seats=seats if is_election else None,
        candidates=[Candidate(one.person.name, one.pk, one.person.user) for one in candidates],
        margin=in_force.margin() if is_election else None,
        takes_others=is_election and in_force.takes_others(),
        asks=[Ask(name, choices_of(Scale.FITNESS)) for name in appraised],
    )
    if way in COUNTED:
        ballots.name_tellers(poll, by=by, users=tellers)
    ballots.open(poll, by=by)
    return poll


def _roll(item: AgendaItem) -> list[Voter]:
    rows = item.session.attendees.delegates().select_related("person__user", "delegate__delegation")
    return [
        Voter(
            row.delegate_id, row.name, row.person.user, row.delegate.delegation.name if row.delegate.delegation else ""
        )
        for row in rows
    ]


def conclude(item: AgendaItem, *, by: User) -> None:
    """End the item as its vote says: adopted or rejected, elected, appraised."""
    ITEM_FLOW.check(item, "conclude", by=by)
    verdict = item.verdict()
    if verdict is None:
        raise Blocked(_("这项议题还没有表决结果。"))
    if verdict.poll.kind == Kind.ELECTION:
        verb = "settle_election"
    elif verdict.poll.kind == Kind.APPRAISAL:
        verb = "settle_appraisal"
    else:
        verb = "adopt" if verdict.carried else "reject"
    ITEM_FLOW.fire(item, verb, by=by)
