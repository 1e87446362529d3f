"""Codes people copy from paper: no letter that looks like a digit, no case, dashes and spaces do not matter."""

import secrets

from unionhall.kernel.cipher import blind_index
from unionhall.kernel.text import folded

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
LENGTH = 10  # 31^10: far beyond guessing, even without the lock-out


def new_code() -> str:
    """A fresh code as it is printed: `K7QMX-2PADN`."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return f"{letters[: LENGTH // 2]}-{letters[LENGTH // 2 :]}"


def digest(code: str, purpose: str) -> str:
    """What is kept of a code: a keyed hash, other for each purpose. Enough for a random code; passwords need argon2."""
    plain = "".join(letter for letter in folded(code).upper() if letter.isalnum())
    return blind_index(plain, f"access.{purpose}")
