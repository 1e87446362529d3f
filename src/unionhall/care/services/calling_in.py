"""Who is told that a gift waits: everybody on the list when it opens, the unsigned once more before the last day."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.care.flow.issues import IssueState
from unionhall.care.models import Issue
from unionhall.notices import services as notices
from unionhall.pages.values import day
from unionhall.rulebook import services as rulebook

AHEAD = "care.gift_reminder_days"


def tell(issue: Issue) -> int:
    """Tell everybody who has not fetched theirs that they can, when and where; returns how many."""
    return notices.after_commit("care.gift.ready", issue, to=_unsigned(issue), when=where_and_when(issue))


@transaction.atomic
def remind(today: date) -> int:
    """Tell the unsigned of each open issue once, the rulebook's days before its last; returns how many."""
    last = today + timedelta(days=rulebook.value(AHEAD, today))
    over_soon = Issue.objects.filter(state=IssueState.OPEN, reminded_on=None, fetch_to__range=(today, last))
    told = 0
    for issue in over_soon:
        if Issue.objects.filter(pk=issue.pk, reminded_on=None).update(reminded_on=today):
            words = {"when": where_and_when(issue), "until": issue.fetch_to}
            told += notices.after_commit("care.gift.soon_over", issue, to=_unsigned(issue), **words)
    return told


def where_and_when(issue: Issue) -> str:
    """Where a gift is fetched and until when, as far as it is known."""
    if issue.fetch_from and issue.fetch_to:
        days = _("%(first)s至%(last)s") % {"first": day(issue.fetch_from), "last": day(issue.fetch_to)}
    else:
        days = _("%(last)s前") % {"last": day(issue.fetch_to)} if issue.fetch_to else ""
    return "，".join(filter(None, (days, issue.place)))


def _unsigned(issue: Issue) -> list[User]:
    waiting = issue.entitlements.unsigned().exclude(person__user=None)
    return list(User.in_union.filter(pk__in=waiting.values("person__user"), is_active=True))
