"""What the tellers enter, each alone."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.ballots.flow import FLOW
from unionhall.ballots.kinds import Kind, Way
from unionhall.ballots.models import Option, Poll, Question, TellerCount, TellerTally, WriteIn
from unionhall.ballots.services.preparing import given
from unionhall.flows import Blocked


@transaction.atomic
def count(
    poll: Poll,
    *,
    by: User,
    tallies: Mapping[UUID, int],
    issued: int | None = None,
    collected: int | None = None,
    valid: int | None = None,
    others: Mapping[str, int] | None = None,
    reason: str = "",
) -> TellerCount:
    """Enter one's own count: votes by option, for papers how many were issued, collected and valid, and in an election
    that takes them the `others` written in, by name.

    Two tellers do so without seeing each other's. When they differ each counts again and says why (`reason`); what was
    entered stays on record. The same numbers again change nothing. Raises NotAllowed for who is no teller, Blocked for
    numbers that cannot be. More papers back than out is taken as it is: it voids the vote (ORG-24).
    """
    FLOW.check(poll, "count", by=by)
    Poll.objects.select_for_update().get(pk=poll.pk)
    teller, others = poll.tellers.get(user=by), others or {}
    _check(poll, tallies, issued, collected, valid)
    _check_others(poll, tallies, others, valid or 0)
    new = TellerCount(poll=poll, teller=teller, issued=issued, collected=collected, valid=valid)
    last = teller.counts.order_by("-turn").first()
    if last and last.numbers() == _numbers(new, tallies, others):
        return last
    new.reason = given(reason)[:200] if last else ""
    new.turn = last.turn + 1 if last else 1
    new.save()
    TellerTally.objects.bulk_create(
        TellerTally(count=new, option_id=option, votes=votes) for option, votes in tallies.items()
    )
    WriteIn.objects.bulk_create(WriteIn(count=new, name=name, votes=votes) for name, votes in others.items())
    audit.record("ballots.count", poll, by=by, after={"turn": new.turn}, reason=new.reason)
    return new


def _numbers(new: TellerCount, tallies: Mapping[UUID, int], others: Mapping[str, int]) -> tuple:
    counted = sorted((str(option), votes) for option, votes in tallies.items())
    return (new.issued, new.collected, new.valid, counted, sorted(others.items()))


def _check(
    poll: Poll, tallies: Mapping[UUID, int], issued: int | None, collected: int | None, valid: int | None
) -> None:
    if set(tallies) != set(Option.objects.filter(question__poll=poll).values_list("pk", flat=True)):
        raise Blocked(_("请为每个选项填写票数。"))
    if min([*tallies.values(), issued or 0, collected or 0, valid or 0]) < 0:
        raise Blocked(_("票数不能是负数。"))
    if poll.way == Way.HANDS:
        if {issued, collected, valid} != {None}:
            raise Blocked(_("举手表决不发票。"))
        _check_hands(poll, sum(tallies.values()))
        return
    if issued is None or collected is None or valid is None:
        raise Blocked(_("请填写发出、收回和有效票数。"))
    _check_papers(poll, issued, collected, valid)
    for question in poll.questions.prefetch_related("options"):
        _check_question(poll, question, [tallies[option.pk] for option in question.options.all()], valid)


def _check_hands(poll: Poll, raised: int) -> None:
    if raised > (poll.present or 0):
        raise Blocked(
            _("举手共%(raised)s人次，多于实到%(present)s人，请重新清点。") % {"raised": raised, "present": poll.present}
        )


def _check_papers(poll: Poll, issued: int, collected: int, valid: int) -> None:
    if issued > (poll.present or 0):
        raise Blocked(
            _("发出%(issued)s张，多于实到%(present)s人，请核对。") % {"issued": issued, "present": poll.present}
        )
    if valid > collected:
        raise Blocked(_("有效票%(valid)s张多于收回的%(collected)s张。") % {"valid": valid, "collected": collected})


def _check_question(poll: Poll, question: Question, votes: list[int], valid: int) -> None:
    """No option has more votes than valid papers, no paper more marks than allowed; a motion's add up to the papers."""
    if max(votes) > valid or sum(votes) > valid * question.most:
        raise Blocked(
            _("“%(question)s”的票数多于%(valid)s张有效票所能有的，请核对。") % {"question": question, "valid": valid}
        )
    if poll.kind == Kind.DECISION and sum(votes) != valid:
        raise Blocked(
            _("赞成、反对、弃权合计%(sum)s票，应等于有效票%(valid)s张；未作标记的有效票计为弃权。")
            % {"sum": sum(votes), "valid": valid}
        )


def _check_others(poll: Poll, tallies: Mapping[UUID, int], others: Mapping[str, int], valid: int) -> None:
    """Who is written in is no candidate, has a vote, and all marks together fit on the papers."""
    if not others:
        return
    if not poll.takes_others:
        raise Blocked(_("本次选举只在候选人中选，不设另选他人（选举办法，ORG-24）；写有他人的票请按废票计。"))
    known = set(Option.objects.filter(question__poll=poll).values_list("label", flat=True))
    if standing := sorted(known & set(others)):
        raise Blocked(_("%(name)s已是候选人，请计入候选人的票数。") % {"name": standing[0]})
    marks = sum(tallies.values()) + sum(others.values())
    if min(others.values()) < 1 or max(others.values()) > valid or marks > valid * (poll.seats or 1):
        raise Blocked(_("另选他人的票数与%(valid)s张有效票不符，请核对。") % {"valid": valid})
