"""The last days of handling: set, extended, missed. Days are inclusive; counting them is the calendar's."""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from unionhall.pages.values import day
from unionhall.proposals.rules.articles import clause


def due_problem(due_on: date, *, given_on: date, latest: date, is_working: bool) -> str | None:
    """Why a day cannot be the last for a reply, or None: after the assignment, up to the outer limit, no day off."""
    if due_on <= given_on:
        return _("答复期限应在交办日期之后%(clause)s。") % {"clause": clause("PRO-13")}
    if due_on > latest:
        return _("答复期限最迟到%(latest)s%(clause)s。") % {"latest": day(latest), "clause": clause("PRO-13")}
    if not is_working:
        return _("%(day)s是休息日，期限应落在工作日（民法典第二百零三条，G-05）。") % {"day": day(due_on)}
    return None


def decision_problem(number: str, decided_on: date, submitted_on: date) -> str | None:
    """Why a sitting cannot have decided on a sheet, or None: it was not handed in by then (PRO-10)."""
    if decided_on >= submitted_on:
        return None
    return _("提案%(number)s于%(submitted)s提交，%(decided)s的审定在提交以前，请登记新的审定%(clause)s。") % {
        "number": number,
        "submitted": day(submitted_on),
        "decided": day(decided_on),
        "clause": clause("PRO-10"),
    }


def delivery_problem(held_on: date, decided_on: date) -> str | None:
    """Why a case cannot have been handed over at a meeting, or None: it was not decided on by then (PRO-10)."""
    if held_on >= decided_on:
        return None
    return _("提案%(decided)s审定，%(held)s的交办会在审定以前，请登记新的交办会%(clause)s。") % {
        "decided": day(decided_on),
        "held": day(held_on),
        "clause": clause("PRO-10"),
    }


def return_problem(today: date, last: date) -> str | None:
    """Why a department cannot hand an assignment back any more, or None: within seven working days (PRO-11)."""
    if today <= last:
        return None
    return _("退办期限到%(last)s为止，现已超过，不能再退办%(clause)s。") % {
        "last": day(last),
        "clause": clause("PRO-11"),
    }


def is_late(today: date, closes_on: date) -> bool:
    """Whether a text handed in today is too late to be a proposal (PRO-05)."""
    return today > closes_on


def stage(due_on: date, today: date, *, before: Collection[int], after: Collection[int]) -> int | None:
    """How far something has come, counted in the days at which somebody is told: 7 from the seventh day before its last on,
    0 on it, -1 from the day after; None while there is nothing to tell. What a day off or a stopped clock let pass is told
    with the next.
    """
    left = (due_on - today).days
    if left >= 0:
        return min((days for days in (*before, 0) if days >= left), default=None)
    return -max((days for days in after if days <= -left), default=0) or None
