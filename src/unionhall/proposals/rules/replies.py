"""What a reply must say, and what a rating."""

from datetime import date

from django.utils.translation import gettext as _

from unionhall.proposals.kinds import PROMISING, Mark, ReplyClass
from unionhall.proposals.rules.articles import clause


def reply_problem(reply_class: str, *, text: str, promised_on: date | None, reason: str, today: date) -> str | None:
    """Why a reply is incomplete, or None: a class always, for B and C a day to come, for D a reason (PRO-14)."""
    if reply_class not in ReplyClass.values:
        return _("答复须注明 A、B、C、D 中的一类%(clause)s。") % {"clause": clause("PRO-14")}
    if not text.strip():
        return _("请写答复意见%(clause)s。") % {"clause": clause("PRO-15")}
    if reply_class in PROMISING and (promised_on is None or promised_on <= today):
        return _("%(class)s类答复须写明今后落实的日期%(clause)s。") % {
            "class": reply_class,
            "clause": clause("PRO-14"),
        }
    if reply_class == ReplyClass.D and not reason.strip():
        return _("D类答复须说明暂不能解决的原因%(clause)s。") % {"clause": clause("PRO-14")}
    return None


def is_unsatisfied(attitude: str, result: str) -> bool:
    """Whether one of the two marks is 不满意."""
    return Mark.UNSATISFIED in (attitude, result)


def rating_problem(attitude: str, result: str, words: str) -> str | None:
    """Why a rating is incomplete, or None: whoever is not satisfied says why (PRO-16)."""
    if is_unsatisfied(attitude, result) and not words.strip():
        return _("评价“不满意”须写明意见%(clause)s。") % {"clause": clause("PRO-16")}
    return None


def again_problem(rounds: int, *, most: int, wanted: bool) -> str | None:
    """Why a proposal is not handled again, or None: somebody is not satisfied and asks for it, and it was not yet (PRO-17)."""
    if not wanted:
        return _("没有提案人评价“不满意”并要求再次办理%(clause)s。") % {"clause": clause("PRO-17")}
    if rounds > most:
        return _("再次办理以%(most)s次为限，仍不满意的由提案委员会提请党政会议研究%(clause)s。") % {
            "most": most,
            "clause": clause("PRO-17"),
        }
    return None
