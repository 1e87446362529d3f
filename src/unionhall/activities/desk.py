"""What activities tell the home pages: the door in the rooms, what may be joined, what waits, what changed."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from unionhall.activities import selectors
from unionhall.activities.flow import FLOW, EntryState, State
from unionhall.activities.models import Activity, Entry, PrizeIssue
from unionhall.activities.permissions import may_list, may_take_part
from unionhall.kernel import clock
from unionhall.pages import history, nav
from unionhall.pages.desk import News, Waiting

SOON = timedelta(days=3)
LATELY = timedelta(days=14)


# Acts that are no step of the flow, as a record's history and the audit page say them.
ACTS = {
    "enter_team": gettext_lazy("组队报名"),
    "issue_prizes": gettext_lazy("发放奖品"),
    "move_up": gettext_lazy("候补转正"),
    "register_external_team": gettext_lazy("登记外出活动"),
    "sign_prize": gettext_lazy("签领奖品"),
    "sign_up": gettext_lazy("报名"),
    "withdraw": pgettext_lazy("activities", "退出"),
    "withdraw_team": gettext_lazy("撤回队伍"),
}


def furnish() -> None:
    """Doors, sources and names of acts, registered once at start."""
    for verb, label in ACTS.items():
        history.says(f"activities.{verb}", label)
    nav.room("活", gettext_lazy("活动"), "activities.list", who=may_list, icon="run")
    nav.room("活", gettext_lazy("外出参加活动"), "activities.outside.list", who=may_list, icon="award")
    nav.offer(gettext_lazy("报名活动"), "my.activities.list", icon="run", who=may_take_part)
    nav.waiting(sign_up_closes_soon)
    nav.waiting(prizes_to_sign)
    nav.waiting(to_archive)
    nav.news(moved)


def sign_up_closes_soon(user: Any) -> Iterator[Waiting]:
    """Activities one may join whose sign-up ends within three days, and that one is not in."""
    if not may_take_part(user):
        return
    now = clock.now()
    closing = selectors.open_to(user).filter(state=State.OPEN, signup_closes_at__range=(now, now + SOON))
    entered = Entry.objects.live().filter(person__user=user).values("item__activity")
    for activity in closing.exclude(pk__in=entered)[:5]:
        yield Waiting(
            _("“%(name)s”即将截止报名") % {"name": activity},
            reverse("my.activities.show", args=[activity.pk]),
            clock.day_of(activity.signup_closes_at),
        )


def prizes_to_sign(user: Any) -> Iterator[Waiting]:
    """Prizes given to one that are not signed for."""
    for issue in PrizeIssue.objects.filter(person__user=user, signed_at=None).select_related("prize", "activity")[:5]:
        yield Waiting(
            _("请签领“%(name)s”的奖品：%(prize)s") % {"name": issue.activity, "prize": issue.prize},
            reverse("my.activities.entries"),
        )


def to_archive(user: Any) -> Iterator[Waiting]:
    """Activities one manages whose last day is over and that are not archived."""
    if not may_list(user):
        return
    over = Activity.objects.visible_to(user).filter(
        Q(state=State.HELD) | Q(state__in=[State.OPEN, State.CLOSED], held_to__lt=clock.today())
    )
    for activity in over.order_by("held_from")[:10]:
        step = FLOW.steps["finish" if activity.state == State.HELD else "hold"]
        if step.who(user, activity):
            yield Waiting(
                _("“%(name)s”已过举办日期，请%(step)s") % {"name": activity, "step": step.label},
                reverse("activities.detail", args=[activity.pk]),
            )


def moved(user: Any) -> Iterator[News]:
    """One's own entries of the last fortnight, with where they stand."""
    own = Entry.objects.filter(person__user=user, signed_up_at__gte=clock.now() - LATELY)
    for entry in own.exclude(state=EntryState.WITHDRAWN).select_related("item__activity")[:10]:
        yield News(
            _("“%(name)s”：%(state)s") % {"name": entry.item.activity, "state": entry.get_state_display()},
            reverse("my.activities.show", args=[entry.item.activity_id]),
            entry.signed_up_at,
        )
