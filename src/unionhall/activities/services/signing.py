"""Signing for what was given: on the phone, or on the paper list."""

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.activities.flow import FLOW, State
from unionhall.activities.models import Activity, PrizeIssue
from unionhall.audit import services as audit
from unionhall.flows import Blocked, WrongState
from unionhall.kernel import clock


@transaction.atomic
def sign_prize(issue: PrizeIssue, *, by: User, signed_for_by: str = "") -> None:
    """Sign for what one was given, on the phone; or note, as who runs the activity, that it was signed for on paper.

    `signed_for_by` names a stand-in. Signing twice changes nothing.
    """
    if issue.person.user_id != by.pk:
        FLOW.check(issue.activity, "sign_all", by=by)
    if issue.activity.state == State.ARCHIVED:
        raise WrongState(_("活动已归档。"))
    signature = {"signed_at": clock.now(), "signed_for_by": signed_for_by}
    if PrizeIssue.objects.filter(pk=issue.pk, signed_at=None).update(**signature):
        issue.refresh_from_db()
        audit.record("activities.sign_prize", issue, by=by, after={"signed_for_by": signed_for_by})


@transaction.atomic
def sign_all(activity: Activity, *, by: User) -> int:
    """Note that the signed paper list has come back: everything not signed for yet is. Returns how many rows."""
    FLOW.check(activity, "sign_all", by=by)
    signed = activity.prize_issues.filter(signed_at=None).update(signed_at=clock.now())
    if not signed:
        raise Blocked(_("没有待签领的奖品。"))
    audit.record("activities.sign_all", activity, by=by, after={"rows": signed})
    return signed
