"""The code inside a delegate's QR picture, which nobody can make up."""

from uuid import UUID

from django.core import signing

_signer = signing.Signer(salt="congress.attendee")


def signed(attendee: UUID) -> str:
    """The code of one place at one session."""
    return _signer.sign(attendee.hex)


def opened(code: str) -> UUID | None:
    """The place a signed code stands for, or None when it was not signed by us."""
    try:
        return UUID(_signer.unsign(code))
    except (signing.BadSignature, ValueError):
        return None
