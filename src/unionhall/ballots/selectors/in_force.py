"""The rulebook's values as the arithmetic takes them, with the clause they rest on."""

from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import override

from unionhall.ballots.rules import Base, Rule
from unionhall.rulebook.services import cite, value

MORE = "more"
RECORD = "zh-hans"  # the clauses are kept with the poll, and a record is in one language whoever prepares it


@override(RECORD)
def majority() -> Rule:
    """What passes a matter of the congress: of all delegates, present or not (CON-18)."""
    share, inclusive = value("congress.majority"), value("congress.majority_strictness") != MORE
    words = (
        _("赞成票达到全体应到人员的%(share)s（含）为通过（%(source)s）")
        if inclusive
        else _("赞成票超过全体应到人员的%(share)s为通过（%(source)s）")
    )
    return Rule(Base.ALL, share, inclusive, words % {"share": share, "source": cite("congress.majority_strictness")})


@override(RECORD)
def election_majority() -> Rule:
    """What elects: more than the share of all entitled (ORG-22)."""
    share, source = value("people.election_majority"), cite("people.election_majority")
    words = _("赞成票超过全体应到人员的%(share)s方可当选（%(source)s）")
    return Rule(Base.ALL, share, False, words % {"share": share, "source": source})


@override(RECORD)
def quorum(*, election: bool = False) -> tuple[Fraction, str]:
    """The share of those entitled who have to be there, and its clause (CON-14; for elections ORG-21)."""
    key = "people.election_quorum" if election else "congress.quorum"
    return value(key), cite(key)


def takes_others() -> bool:
    """Whether voters may write in somebody who is no candidate (另选他人), as the union's election rules have it."""
    return value("people.election_write_ins") == "yes"


def margin() -> Fraction:
    """By how much there are more candidates than seats (ORG-17)."""
    return value("people.candidate_margin")
