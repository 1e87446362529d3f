"""What a training adds to an activity (ACT-07)."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import next_number
from unionhall.activities.flow import FLOW
from unionhall.activities.models import Activity, Certificate, Entry, Training
from unionhall.activities.services import checks
from unionhall.audit import services as audit
from unionhall.flows import Blocked


@transaction.atomic
def describe_training(activity: Activity, *, by: User, topic: str, hours: Decimal, lecturer: str) -> Training:
    """Write down topic, hours and lecturer; raises Blocked for what is no training, or has no hours."""
    FLOW.check(activity, "describe_training", by=by)
    if hours <= 0:
        raise Blocked(_("学时应大于0。"))
    facts = {"topic": checks.given(topic, _("请写明培训内容。")), "hours": hours, "lecturer": lecturer.strip()}
    training, _made = Training.objects.update_or_create(activity=activity, defaults=facts)
    audit.record("activities.describe_training", activity, by=by, after=facts)
    return training


@transaction.atomic
def issue_certificates(activity: Activity, *, by: User, issued_on: date) -> int:
    """Give everybody who came a certificate with a number of its own; returns how many are new."""
    FLOW.check(activity, "issue_certificates", by=by)
    if issued_on < activity.held_from:
        raise Blocked(_("发证日期不能早于培训日期。"))
    came = list(Entry.objects.took_part().filter(item__activity=activity, certificate=None))
    if not came:
        raise Blocked(_("没有需要发证的参加人员。"))
    Certificate.objects.bulk_create(
        [Certificate(entry=entry, issued_on=issued_on, number=_number(activity)) for entry in came]
    )
    audit.record("activities.issue_certificates", activity, by=by, after={"certificates": len(came)})
    return len(came)


def _number(activity: Activity) -> str:
    return f"{activity.number}-{next_number(f'activities.certificate:{activity.number}'):03d}"
