"""What was promised, and who answers for it, on the promise's own page."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.audit import services as audit
from unionhall.care.models import Promise


def panel(request: HttpRequest, promise: Promise) -> dict[str, Any]:
    """Its words and who gave it; the look is logged for the person concerned (PRI-04)."""
    if promise.person.user_id != request.user.pk:
        audit.read(promise, by=request.user, what=gettext_lazy("承诺事项"))
    went = promise.visit.visitors.select_related("person").order_by("person__staff_no")
    return {
        "words": promise.text,
        "outcome": promise.outcome,
        "by": _("、").join(visitor.person.name for visitor in went),
        "recorded_by": promise.visit.recorded_by.name,
    }
