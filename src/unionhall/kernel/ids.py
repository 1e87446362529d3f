"""Keys of rows. Time-ordered where order helps, random where time must not show (ballots, anonymous matters)."""

import secrets
from uuid import UUID

from unionhall.kernel import clock

_RANDOM = 74
_last = (0, 0)  # the millisecond of the last key, and its bits behind the time


def uuid7() -> UUID:
    """A UUID of version 7 (RFC 9562): 48 bits of milliseconds, then 74 random bits.

    Keys of one millisecond in one process go on from each other by a random step (method 2 of section 6.2), so that what
    was written in one go is read in the order it was written.
    """
    global _last
    milliseconds, tail = int(clock.now().timestamp() * 1000), secrets.randbits(_RANDOM)
    if milliseconds == _last[0] and _last[1] + (step := 1 + secrets.randbits(32)) < 1 << _RANDOM:
        tail = _last[1] + step
    _last = (milliseconds, tail)
    value = milliseconds << 80 | 0x7 << 76 | tail >> 62 << 64 | 0b10 << 62 | tail & (1 << 62) - 1
    return UUID(int=value)
