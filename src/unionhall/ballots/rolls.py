"""Whom the office may ask: modules above offer rolls of their own; all accounts can always be asked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

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
_families: list[tuple[Text, Callable[[], Iterable[Roll]]]] = []


def offer(key: str, label: Text, voters: Callable[[], Iterable[Voter]]) -> None:
    """Let the office put this roll under its questionnaires and appraisals."""
    _rolls[key] = Roll(key, label, voters)


def offer_each(label: Text, rolls: Callable[[], Iterable[Roll]]) -> None:
    """Offer a roll for each record of some kind (each branch, each committee), found when asked, under a common name."""
    _families.append((label, rolls))


def choices() -> list[tuple[Text, Any]]:
    """Every roll, for a form: those by name, then each family as a group."""
    single: list[tuple[Text, Any]] = [(roll.key, roll.label) for roll in _rolls.values()]
    groups = [(label, [(roll.key, roll.label) for roll in rolls()]) for label, rolls in _families]
    return single + [group for group in groups if group[1]]


def voters(key: str) -> list[Voter]:
    """Those on a roll today; raises KeyError for one nobody offered."""
    known = _rolls | {roll.key: roll for _label, rolls in _families for roll in rolls()}
    return list(known[key].voters())


def _all_accounts() -> list[Voter]:
    people = User.in_union.filter(is_active=True, is_system=False, is_administrator=False).order_by("staff_no")
    return [voter_of(user) for user in people]


offer("accounts", _("全部在用账号"), _all_accounts)
