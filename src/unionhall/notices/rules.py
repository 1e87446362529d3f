"""When an e-mail goes out: not at night, and after a failure later and later."""

from datetime import datetime, time, timedelta

from unionhall.kernel.clock import SHANGHAI

NIGHT_FROM, NIGHT_TO = time(22), time(7)
PAUSES = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=12))


def earliest(instant: datetime, *, quiet: bool) -> datetime:
    """The first moment at or after `instant` when an e-mail may go; with `quiet` not between 22:00 and 7:00.

    Night-shift hours are quiet hours: 22:00 is night, 7:00 is not.
    """
    local = instant.astimezone(SHANGHAI)
    if not quiet or NIGHT_TO <= local.time() < NIGHT_FROM:
        return instant
    morning = datetime.combine(local.date(), NIGHT_TO, SHANGHAI)
    return morning if local < morning else morning + timedelta(days=1)


def pause(attempts: int) -> timedelta | None:
    """How long to wait after so many failed attempts, or None to give up."""
    return PAUSES[attempts - 1] if attempts <= len(PAUSES) else None
