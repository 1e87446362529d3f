"""What funds are told of activities: who sees one, where it stands, and the evidence its record holds (FIN-11)."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from unionhall.activities.models import Activity, Entry
from unionhall.funds import subjects
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.subjects import Evidence


def _at(activity: Activity, user: Any) -> str:
    return reverse("activities.detail", args=[activity.pk])


def evidence(activity: Activity) -> Iterator[Evidence]:
    """Its plan or notice, its entry list, and the prize list once everything given out is signed for (ACT-05)."""
    if activity.plan.strip() or activity.notice.strip():
        yield Evidence(PieceKind.PLAN, _("活动方案和通知"), _at(activity, None))
    entered = Entry.objects.signed_up().filter(item__activity=activity).count()
    if entered:
        words = _("报名与参加名单，%(count)s人次") % {"count": entered}
        yield Evidence(PieceKind.ROSTER, words, reverse("activities.rows", args=[activity.pk, "entries"]))
    prizes = activity.prize_issues
    if prizes.exists() and not prizes.filter(signed_at=None).exists():
        words = _("奖品签领表，%(count)s人次，全部签领") % {"count": prizes.count()}
        yield Evidence(PieceKind.SIGN_OFF, words, _at(activity, None))


subjects.take(
    Activity,
    rows=lambda user: Activity.objects.visible_to(user),
    url=_at,
    evidence=evidence,
    in_part=True,
    planned=lambda activity: activity.budget,
)
