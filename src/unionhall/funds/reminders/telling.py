"""The once of a reminder: kept in the trail of what it is about."""

from typing import Any

from django.db import transaction

from unionhall.accounts.models import system_user
from unionhall.accounts.tenancy import TenantModel
from unionhall.audit import services as audit
from unionhall.audit.models import Event
from unionhall.kernel import clock
from unionhall.notices import services as notices


@transaction.atomic
def tell_once(key: str, subject: TenantModel, to: Any, **words: Any) -> int:
    """Send one notice of a kind about a record, once on one day however often the ticker runs; returns how many."""
    today = clock.today().isoformat()
    if Event.objects.about(subject).filter(verb=key, after__day=today).exists():
        return 0
    notices.after_commit(key, subject, to=to, **words)
    audit.record(key, subject, by=system_user(), after={"day": today})
    return 1
