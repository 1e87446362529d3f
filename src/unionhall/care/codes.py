"""The signed code inside the QR picture by which one fetches a gift: nobody can make one up."""

from uuid import UUID

from django.core import signing

_signer = signing.Signer(salt="care.gift")


def signed(share: UUID) -> str:
    """The code of one person's share."""
    return _signer.sign(share.hex)


def opened(code: str) -> UUID | None:
    """The share a code stands for, or None when it was not signed by us."""
    try:
        return UUID(_signer.unsign(code))
    except (signing.BadSignature, ValueError):
        return None
