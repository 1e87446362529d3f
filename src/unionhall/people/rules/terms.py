"""What the rules say about terms and committees (ORG-*), over plain values."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

TERM_YEARS = (3, 5)  # Trade Union Law (2021) art. 16: three years or five, nothing between


def last_day(began_on: date, years: int) -> date:
    """The last day of a term: the day before the same date `years` later (ORG-05)."""
    year = began_on.year + years
    return date(year, began_on.month, min(began_on.day, monthrange(year, began_on.month)[1])) - timedelta(days=1)


def reminders_due(ends_on: date, today: date, days: Iterable[int]) -> list[int]:
    """Which of the reminders (180, 90, 30 days before the last day) fall on `today` (ORG-06)."""
    return [count for count in days if ends_on - timedelta(days=count) == today]


def women_committee_due(women: int, minimum: int) -> bool:
    """Whether so many women members call for a women's committee (ORG-43); the bound is inclusive."""
    return women >= minimum


def audit_size_fits(seats: int) -> bool:
    """Whether a fund audit committee has 3 to 11 members (ORG-41)."""
    return 3 <= seats <= 11


# Who keeps or spends the funds does not audit them (ORG-41); who books money does not pay it out (FIN-09).
INCOMPATIBLE = {
    "auditor": {"chair", "vice_chair", "accountant", "cashier"},
    "chair": {"auditor"},
    "vice_chair": {"auditor"},
    "accountant": {"auditor", "cashier"},
    "cashier": {"auditor", "accountant"},
}


def incompatible(role: str, held: Iterable[str]) -> set[str]:
    """The roles among `held` that one person may not hold together with `role` (ORG-41, FIN-09)."""
    return INCOMPATIBLE.get(role, set()) & set(held)
