"""Whom the office may ask: modules above offer rolls of their own; all accounts can always be asked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.models import User
from unionhall.ballots.plain import Voter, voter_of

Text = str | Promise


@dataclass(frozen=True)
class Roll:
    """A roll by name: `voters()` are those on it today."""

    key: str
    label: Text
    voters: Callable[[], Iterable[Voter]]


_rolls: dict[str, Roll] = {}


def offer(key: str, label: Text, voters: Callable[[], Iterable[Voter]]) -> None:
    """Let the office put this roll under its questionnaires and appraisals."""
    _rolls[key] = Roll(key, label, voters)


def choices() -> list[tuple[str, Text]]:
    """Every roll, for a form."""
    return [(roll.key, roll.label) for roll in _rolls.values()]


def voters(key: str) -> list[Voter]:
    """Those on a roll today; raises KeyError for one nobody offered."""
    return list(_rolls[key].voters())


def _all_accounts() -> list[Voter]:
    people = User.in_union.filter(is_active=True, is_system=False, is_administrator=False).order_by("staff_no")
    return [voter_of(user) for user in people]


offer("accounts", _("全部在用账号"), _all_accounts)
