"""What makes a committee's meeting on a household one (CARE-05): enough were there, more than half of them agreed."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.utils.translation import gettext as _

FEWEST = 3  # below that it is no meeting of a committee


@dataclass(frozen=True)
class Meeting:
    """The committee's meeting as it stands in the minutes; who neither agreed nor disagreed abstained."""

    held_on: date
    minutes: str
    entitled: int
    present: int
    votes_for: int
    votes_against: int = 0

    @property
    def carried(self) -> bool:
        """More than half of those present agreed (G-02)."""
        return self.votes_for * 2 > self.present


def problem(meeting: Meeting, *, quorum: Fraction, clause: str, asked_on: date, today: date) -> str | None:
    """Why this was no meeting that could agree, or None; `quorum` is the share of the committee, inclusive."""
    if not asked_on <= meeting.held_on <= today:
        return _("会议日期应在申请之后、不晚于今天。")
    if not meeting.minutes.strip():
        return _("请写明会议纪要编号，审议由工会委员会集体作出（CARE-05）。")
    if meeting.entitled < FEWEST:
        return _("应到人数至少%(fewest)s人；审议由工会委员会集体作出，不能由一人决定（CARE-05）。") % {"fewest": FEWEST}
    if meeting.present > meeting.entitled:
        return _("实到人数多于应到人数，请核对。")
    if meeting.votes_for + meeting.votes_against > meeting.present:
        return _("同意和不同意的人数之和多于实到人数，请核对。")
    needed = -(-quorum.numerator * meeting.entitled // quorum.denominator)
    if meeting.present < needed:
        return _("应到%(entitled)s人，实到%(present)s人，不足%(needed)s人，会议无效（%(clause)s，CARE-05）。") % {
            "entitled": meeting.entitled,
            "present": meeting.present,
            "needed": needed,
            "clause": clause,
        }
    if not meeting.carried:
        return _(
            "实到%(present)s人，同意%(agreed)s人，没有超过半数，不能审议通过；请办理“不予认定”，或重新审议（CARE-05）。"
        ) % {"present": meeting.present, "agreed": meeting.votes_for}
    return None
