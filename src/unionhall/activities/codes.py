"""Codes shown at the door: a short one to type, and a signed one inside the QR picture."""

import hashlib
import hmac
from uuid import UUID

from django.conf import settings
from django.core import signing

_signer = signing.Signer(salt="activities.ticket")


def short(activity: UUID, person: UUID) -> str:
    """Six digits for one person at one activity, always the same. Two persons may share them: the door shows both."""
    digest = hmac.new(settings.SECRET_KEY.encode(), activity.bytes + person.bytes, hashlib.sha256).digest()
    return f"{int.from_bytes(digest[:8]) % 1_000_000:06d}"


def signed(attendance: UUID) -> str:
    """The code of a ticket that nobody can make up."""
    return _signer.sign(attendance.hex)


def opened(code: str) -> UUID | None:
    """The ticket a signed code stands for, or None when it was not signed by us."""
    try:
        return UUID(_signer.unsign(code))
    except (signing.BadSignature, ValueError):
        return None
