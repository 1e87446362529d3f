"""What proposals tell the home pages: doors in the rooms, what waits, what is new, and how acts read."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.roles import is_signed_in
from unionhall.kernel import clock
from unionhall.pages import history, nav
from unionhall.pages.desk import News, Waiting
from unionhall.proposals import selectors
from unionhall.proposals.flow import State
from unionhall.proposals.models import Extension, Proposal
from unionhall.proposals.permissions import (
    acts_for_some_department,
    is_delegate,
    is_leader,
    manages,
    may_see_progress,
    oversees,
)

SOON = timedelta(days=7)
LATELY = timedelta(days=14)
SHOWN = 10
WAITING_FOR_COMMITTEE = {
    State.SUBMITTED: gettext_lazy("待初审的提案"),
    State.REVIEWING: gettext_lazy("待审定的提案"),
    State.FILED: gettext_lazy("待交办的提案"),
    State.RETURNED: gettext_lazy("待重新交办的提案"),
    State.RATED: gettext_lazy("待办结的提案"),
}

# Acts that are no step of a flow, as a record's history and the audit page say them.
ACTS = {
    "draft": gettext_lazy("草拟提案"),
    "extend": gettext_lazy("延长期限"),
    "free": gettext_lazy("协办改为主办"),
    "enter_past": gettext_lazy("补录往届提案"),
    "move_call": gettext_lazy("调整截止日期"),
    "open_call": gettext_lazy("发出征集"),
    "record_decision": gettext_lazy("登记审定"),
    "record_delivery": gettext_lazy("登记交办会"),
}


def furnish() -> None:
    """Doors, sources and names of acts, registered once at start."""
    for verb, label in ACTS.items():
        history.says(f"proposals.{verb}", label)
    nav.room("会", gettext_lazy("提案"), "proposals.list", who=oversees, icon="clipboard-list")
    nav.room("会", gettext_lazy("提案征集"), "proposals.calls.list", who=oversees, icon="calendar")
    nav.room(
        "会",
        gettext_lazy("承办提案"),
        "proposals.shares.list",
        who=oversees | acts_for_some_department,
        icon="list-check",
    )
    nav.room("会", gettext_lazy("提案答复阅签"), "proposals.signoff.list", who=is_leader, icon="file-text")
    nav.room("会", gettext_lazy("提案统计"), "proposals.statistics", who=oversees, icon="list-check")
    nav.offer(gettext_lazy("提提案"), "my.proposals.home", icon="clipboard-list", who=is_delegate)
    nav.offer(gettext_lazy("提案进展"), "my.progress.list", icon="list-check", who=may_see_progress)
    for source in (asked_to_second, asked_to_consent, asked_to_rate, shares_owed, to_sign, to_see, committees):
        nav.waiting(source)
    nav.news(answered)


def asked_to_second(user: Any) -> Iterator[Waiting]:
    """Proposals one is asked to second."""
    if is_delegate(user):
        for second in selectors.to_second(user)[:SHOWN]:
            yield Waiting(
                _("%(name)s请您附议：%(title)s")
                % {"name": second.proposal.mover.person.name, "title": second.proposal.title},
                reverse("my.seconds.detail", args=[second.pk]),
                second.proposal.call.closes_on,
            )


def asked_to_consent(user: Any) -> Iterator[Waiting]:
    """Proposals one seconded that are to be taken back."""
    if is_delegate(user):
        for second in selectors.to_consent(user)[:SHOWN]:
            text = _("是否同意撤回提案：%(title)s") % {"title": second.proposal.title}
            yield Waiting(text, reverse("my.seconds.detail", args=[second.pk]))


def asked_to_rate(user: Any) -> Iterator[Waiting]:
    """Replies one has not rated."""
    if is_signed_in(user):
        for proposal in selectors.to_rate(user)[:SHOWN]:
            text = _("请评价答复：%(title)s") % {"title": proposal.title}
            yield Waiting(text, reverse("my.proposals.rate", args=[proposal.pk]), proposal.rating_until())


def shares_owed(user: Any) -> Iterator[Waiting]:
    """What one's departments were given and have not done, by due date."""
    if acts_for_some_department(user):
        for share in selectors.owed(user)[:SHOWN]:
            text = _("%(part)s提案：%(title)s") % {"part": share.get_part_display(), "title": share.proposal.title}
            yield Waiting(text, reverse("proposals.shares.detail", args=[share.pk]), share.due_on)


def to_sign(user: Any) -> Iterator[Waiting]:
    """Replies that wait for a department head's signature."""
    if acts_for_some_department(user):
        for reply in selectors.to_sign(user)[:SHOWN]:
            share = reply.proposal.assignments.of(user).last()
            text = _("请审签提案答复：%(title)s") % {"title": reply.proposal.title}
            yield Waiting(text, reverse("proposals.shares.detail", args=[share.pk]), reply.proposal.due_on)


def to_see(user: Any) -> Iterator[Waiting]:
    """Replies that wait for the leader in charge."""
    for reply in selectors.to_see(user)[:SHOWN]:
        text = _("请阅签提案答复：%(title)s") % {"title": reply.proposal.title}
        yield Waiting(text, reverse("proposals.signoff.detail", args=[reply.pk]), reply.proposal.due_on)


def committees(user: Any) -> Iterator[Waiting]:
    """What the committee has before it: one line for each state, then what is overdue and who asks for more time."""
    if not manages(user):
        return
    address = reverse("proposals.list")
    for state, label in WAITING_FOR_COMMITTEE.items():
        if count := Proposal.objects.filter(state=state).count():
            yield Waiting(_("%(label)s：%(count)s份") % {"label": label, "count": count}, f"{address}?state={state}")
    if late := Proposal.objects.overdue(clock.today()).count():
        yield Waiting(_("逾期未答复的提案：%(count)s件") % {"count": late}, f"{address}?overdue=true", clock.today())
    for extension in Extension.objects.filter(state="asked").select_related(
        "assignment__proposal", "assignment__department"
    )[:SHOWN]:
        text = _("%(department)s申请延期：%(title)s") % {
            "department": extension.assignment.department.name,
            "title": extension.assignment.proposal.title,
        }
        yield Waiting(text, reverse("proposals.shares.detail", args=[extension.assignment_id]))


def answered(user: Any) -> Iterator[News]:
    """One's own proposals answered in the last fortnight."""
    if not is_signed_in(user):
        return
    own = Q(mover__person__user=user.pk) | Q(merged__mover__person__user=user.pk)
    lately = Proposal.objects.filter(own, answered_on__gte=clock.today() - LATELY).distinct()
    for proposal in lately.order_by("-answered_on")[:SHOWN]:
        yield News(
            _("提案已答复：%(title)s") % {"title": proposal.title},
            reverse("my.proposals.detail", args=[proposal.pk]),
            clock.on(proposal.answered_on, 8),
        )
