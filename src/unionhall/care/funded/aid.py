"""Aid, told to the book: that it was granted, and that it was received."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from unionhall.care.models import Aid
from unionhall.care.permissions import sees_aid
from unionhall.care.services import aid as aid_services
from unionhall.funds import subjects
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.plain import Evidence
from unionhall.pages.values import day


def of_aid(aid: Aid, user: Any) -> str:
    """The grant at the desk, or one's own."""
    return reverse("care.aid.detail" if sees_aid(user) else "my.care.aid.detail", args=[aid.pk])


def shown_for_aid(aid: Aid) -> Iterator[Evidence]:
    """That it was asked for and granted, and that it was received (CARE-12)."""
    address = reverse("care.aid.detail", args=[aid.pk])
    yield Evidence(PieceKind.PLAN, aid.number, address)
    if aid.signed_on:
        yield Evidence(PieceKind.SIGN_OFF, _("本人%(day)s签收") % {"day": day(aid.signed_on)}, address)


subjects.take(
    Aid,
    rows=lambda user: Aid.objects.visible_to(user),
    url=of_aid,
    evidence=shown_for_aid,
    paid=aid_services.settled,
    confidential=True,
    taken_back=aid_services.taken_back,
)
