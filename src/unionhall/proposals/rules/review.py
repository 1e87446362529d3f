"""What the first review must say for each of its five outcomes."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from unionhall.proposals.kinds import Criterion, Outcome
from unionhall.proposals.rules.articles import clause


def outcome_problem(outcome: str, *, met: Collection[str], grounds: Collection[str], reason: str) -> str | None:
    """Why a review cannot end so, or None.

    Filed only when all four criteria are met (PRO-06); not filed only on a known ground (PRO-07) and with a written reason
    (PRO-08), and so too what is answered or referred instead of filed.
    """
    if outcome in (Outcome.FILE, Outcome.MERGE):
        return _unmet(met)
    if outcome == Outcome.DECLINE and not grounds:
        return _("不予立案须指明属于哪一种情形%(clause)s。") % {"clause": clause("PRO-07")}
    if not reason.strip():
        return _("“%(outcome)s”须书面说明理由%(clause)s。") % {
            "outcome": Outcome(outcome).label,
            "clause": clause("PRO-08"),
        }
    return None


def _unmet(met: Collection[str]) -> str | None:
    missing = [str(one.label) for one in Criterion if one not in met]
    if not missing:
        return None
    return _("立案须四项标准都符合，还未确认：%(missing)s%(clause)s。") % {
        "missing": _("、").join(missing),
        "clause": clause("PRO-06"),
    }


def merge_problem(*, into_itself: bool, lead_is_merged: bool, lead_is_case: bool, carries_others: bool) -> str | None:
    """Why one sheet cannot be merged into another, or None: a case has one lead, and merging does not chain (PRO-08)."""
    problem = None
    if into_itself:
        problem = _("提案不能并入自己")
    elif carries_others:
        problem = _("已有别的提案并入本案，本案不能再并入别的提案")
    elif lead_is_merged:
        problem = _("要并入的提案已并入别的提案，请直接并入主案")
    elif not lead_is_case:
        problem = _("要并入的提案没有按立案审查，不能作主案")
    return problem + clause("PRO-08") + _("。") if problem else None
