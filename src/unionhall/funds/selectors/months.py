"""Which months of the book are open or used last, and which quarters can be told."""

from datetime import date

from unionhall.funds.flow.book import PeriodState
from unionhall.funds.models import Disclosure, Period, Voucher
from unionhall.funds.rules.calendar import month_end
from unionhall.funds.rules.quarters import quarter_of
from unionhall.kernel import clock

LOOKED_BACK = 8  # quarters


def first_open(since: date = date.min) -> Period | None:
    """The first month that is not closed, from the one `since` falls in on."""
    return (
        Period.objects.filter(state=PeriodState.OPEN, first_on__gte=since.replace(day=1)).order_by("first_on").first()
    )


def last_used() -> dict[str, date]:
    """The `first` and `last` day of the last month with entries; of the running one in an empty book."""
    voucher = Voucher.objects.order_by("on").last()
    first = (voucher.on if voucher else clock.today()).replace(day=1)
    return {"first": first, "last": month_end(first) if voucher else clock.today()}


def quarters_to_tell() -> list[date]:
    """The last quarters that can be told, newest first: no month of theirs is open, and they were not told yet."""
    months = [(quarter_of(day)[0], state) for day, state in Period.objects.values_list("first_on", "state")]
    waiting = {first for first, state in months if state == PeriodState.OPEN}
    told = set(Disclosure.objects.values_list("first_on", flat=True))
    return sorted({first for first, _state in months} - waiting - told, reverse=True)[:LOOKED_BACK]
