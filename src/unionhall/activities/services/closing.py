"""The end of an activity: held, archived, or cancelled."""

from decimal import Decimal

from django.db import transaction
from django.db.models import F, Sum
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.activities import rules
from unionhall.activities.flow import FLOW, EntryState
from unionhall.activities.models import Activity, Entry, Team
from unionhall.activities.selectors import granted_for
from unionhall.activities.services import checks
from unionhall.flows import Blocked
from unionhall.kernel.money import MoneyField, shown
from unionhall.notices import services as notices
from unionhall.search.services import reindex


def hold(activity: Activity, *, by: User) -> None:
    """Confirm that it took place; sign-up is over, lists and results may still come in."""
    FLOW.fire(activity, "hold", by=by)


@transaction.atomic
def finish(activity: Activity, *, by: User, summary: str, cost: Decimal) -> None:
    """Close it into its file with a summary of at most 500 characters and what it cost (ACT-05).

    Who signed up and did not come, or a team of whom nobody came, is set down as absent. Raises Blocked when an item
    had nobody in it, a prize is not signed for, the prizes are worth more than what was approved for the activity
    (FIN-11), or the summary is missing or too long.
    """
    summary = checks.given(summary, _("请写活动小结（500字以内，ACT-05）。"))
    if len(summary) > rules.SUMMARY_LIMIT:
        raise Blocked(_("活动小结现有%(count)s字，请压缩到500字以内（ACT-05）。") % {"count": len(summary)})
    checks.not_negative(cost=cost)
    FLOW.check(activity, "finish", by=by)
    _check_prizes(activity)
    FLOW.fire(activity, "finish", by=by, fields={"summary": summary, "cost": cost})
    reindex(Activity.objects.filter(pk=activity.pk))
    items = activity.items.values("pk")
    Entry.objects.filter(item__in=items, state=EntryState.SIGNED_UP).update(state=EntryState.ABSENT)
    teams = Team.objects.filter(item__in=items, state=EntryState.SIGNED_UP)
    teams.filter(entries__in=Entry.objects.took_part()).update(state=EntryState.CAME)
    teams.update(state=EntryState.ABSENT)


def _check_prizes(activity: Activity) -> None:
    """What was bought to be given away reached the book: prizes without a price were not bought by the union."""
    worth = activity.prizes.aggregate(sum=Sum(F("unit_price") * F("stock"), output_field=MoneyField()))[
        "sum"
    ] or Decimal(0)
    granted = granted_for(activity)
    if worth > granted:
        raise Blocked(
            _(
                "入库奖品价值%(worth)s元，这项活动批准的经费只有%(granted)s元。"
                "奖品要先申请经费再归档；由单位或别处提供的，单价填0（FIN-11）。"
            )
            % {"worth": shown(worth), "granted": shown(granted)}
        )


@transaction.atomic
def cancel(activity: Activity, *, by: User, reason: str) -> None:
    """Call it off with a reason that everybody who signed up is told."""
    reason = checks.given(reason, _("请写明取消的理由，报名的人会看到。"))
    FLOW.fire(activity, "cancel", by=by, note=reason)
    people = Entry.objects.live().filter(item__activity=activity).values("person")
    told = User.in_union.filter(person__in=people, is_active=True)
    notices.after_commit("activities.cancelled", activity, to=told, reason=reason)
