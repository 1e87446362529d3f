"""Keys of rows. Time-ordered where order helps, random where time must not show (ballots, anonymous matters)."""

import secrets
from uuid import UUID

from unionhall.kernel import clock


def uuid7() -> UUID:
    """A UUID of version 7 (RFC 9562): 48 bits of milliseconds, then 74 random bits."""
    milliseconds = int(clock.now().timestamp() * 1000)
    value = milliseconds << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)
    return UUID(int=value)
