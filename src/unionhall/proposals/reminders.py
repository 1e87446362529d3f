"""The clocks of proposals: who owes something is told before it falls due, and who oversees it once it is overdue.

Told are departments of their share, of the lead's reply and of what was promised, on working days; and movers with a draft before
the call closes. Each stage is told once, however often the ticker runs, and caught up with when it did not.
"""

from datetime import date
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from unionhall.accounts.models import User, system_user
from unionhall.audit import services as audit
from unionhall.audit.models import Event
from unionhall.calendar import services as calendar
from unionhall.jobs.registry import every
from unionhall.kernel import clock
from unionhall.notices import services as notices
from unionhall.pages.values import day
from unionhall.proposals.flow import WRITING, AssignmentState
from unionhall.proposals.kinds import Part
from unionhall.proposals.models import Assignment, Call, Proposal
from unionhall.proposals.rules import deadlines
from unionhall.proposals.selectors import persons
from unionhall.rulebook.services import value

HOUR = 3600
OWED = {
    "accept": pgettext_lazy("proposals", "签收"),
    "opinion": _("提出协办意见"),
    "reply": _("答复提案"),
    "promise": _("落实承诺"),
}


@every(HOUR)
def watch_shares() -> int:
    """Departments whose share falls due or is overdue, and whoever watches over them; returns how many times it was told."""
    shares = Assignment.objects.live().select_related("proposal__leader", "department")
    return sum(_watch_share(share) for share in shares) if calendar.is_working_day(clock.today()) else 0


def _watch_share(share: Assignment) -> int:
    owed = "reply" if share.part == Part.LEAD else "opinion"
    told = _watch(share, owed, share.due_on)
    if share.state == AssignmentState.GIVEN:
        told += _watch(share, "accept", share.return_until)
    return told


@every(HOUR)
def watch_promises() -> int:
    """Departments that promised something by a day (PRO-18); returns how many times it was told."""
    if not calendar.is_working_day(clock.today()):
        return 0
    cases = Proposal.objects.promised().filter(promised_on__isnull=False)
    leads = Assignment.objects.filter(part=Part.LEAD, proposal__in=cases).exclude(state=AssignmentState.RETURNED)
    leads = leads.select_related("proposal__leader", "department")
    return sum(_watch(share, "promise", share.proposal.promised_on) for share in leads)


@every(HOUR)
def watch_calls() -> int:
    """Delegates whose draft is not handed in, before the call closes (PRO-05); returns how many times it was told."""
    return sum(_watch_call(call) for call in Call.objects.open_on(clock.today()))


def _watch_call(call: Call) -> int:
    stage = _stage(call.closes_on)
    writing = call.proposals.filter(state__in=WRITING).values("mover__person__user")
    to = list(User.in_union.filter(pk__in=writing, is_active=True))
    if stage is None or not to:
        return 0
    return _tell("proposals.closing", call, to, {"stage": stage}, closes=day(call.closes_on))


@every(HOUR)
def check_each_quarter() -> int:
    """The committee, on the first working day of a quarter, of a session's cases that are not over (PRO-19)."""
    today = clock.today()
    if not calendar.is_working_day(today):
        return 0
    calls = Call.objects.filter(pk__in=Proposal.objects.cases().unsettled().values("call"))
    return sum(_check(call, f"{today.year}-{(today.month + 2) // 3}") for call in calls.select_related("session__term"))


def _check(call: Call, quarter: str) -> int:
    cases = call.proposals.cases().unsettled()
    words = {"count": cases.count(), "late": cases.overdue(clock.today()).count()}
    return _tell("proposals.check", call, list(persons.committee()), {"quarter": quarter}, **words)


def _watch(share: Assignment, owed: str, due_on: date) -> int:
    """Before the day the department, after it also the committee and the leader in charge."""
    stage = _stage(due_on)
    if stage is None:
        return 0
    to = persons.acting_for(share.department)
    if stage < 0:
        to += [*persons.committee(), *persons.leaders(share.proposal)]
    key = "proposals.due" if stage >= 0 else "proposals.overdue"
    mark = {"stage": stage, "owed": owed, "due_on": due_on.isoformat()}
    return _tell(key, share, to, mark, what=OWED[owed], due=day(due_on))


def _stage(due_on: date) -> int | None:
    before, after = value("proposals.remind_days"), value("proposals.escalate_days")
    return deadlines.stage(due_on, clock.today(), before=before, after=after)


@transaction.atomic
def _tell(key: str, subject: models.Model, to: list[User], mark: dict[str, Any], **words: Any) -> int:
    """Once for each stage, by the event it leaves."""
    known = {f"after__{name}": fact for name, fact in mark.items()}
    if Event.objects.about(subject).filter(verb=key, **known).exists():
        return 0
    notices.after_commit(key, subject, to=to, **words)
    audit.record(key, subject, by=system_user(), after=mark)
    return 1
