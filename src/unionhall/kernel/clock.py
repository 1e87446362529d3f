"""The one clock. Instants are aware; days are days in Asia/Shanghai, the union's own calendar."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")
_pinned: ContextVar[datetime | None] = ContextVar("pinned", default=None)


def now() -> datetime:
    """The present instant, aware, in UTC."""
    return _pinned.get() or datetime.now(UTC)


def today() -> date:
    """The present day in Asia/Shanghai."""
    return now().astimezone(SHANGHAI).date()


def on(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """The aware instant at a wall-clock time of a day in Asia/Shanghai."""
    return datetime.combine(day, time(hour, minute), SHANGHAI)


def day_of(instant: datetime) -> date:
    """The day in Asia/Shanghai on which an instant falls."""
    return instant.astimezone(SHANGHAI).date()


@contextmanager
def pinned(instant: datetime | date) -> Iterator[None]:
    """Work as if it were `instant` (a bare day means 9 o'clock): how the demo union lives through its year."""
    token = _pinned.set(instant if isinstance(instant, datetime) else on(instant))
    try:
        yield
    finally:
        _pinned.reset(token)
