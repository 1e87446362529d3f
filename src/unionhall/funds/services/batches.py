"""Many payments or many vouchers in one go, each in a transaction of its own: killed midway, all or nothing of each."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from unionhall.accounts.models import User
from unionhall.flows import Refusal
from unionhall.funds.flow.request import State
from unionhall.funds.models import SpendingRequest
from unionhall.funds.services import payments

Progress = Callable[[int, int], object]


def silent(done: int, total: int) -> None:
    """Tell nobody how far it is."""


@dataclass
class Outcome:
    """How many were done, and which were refused with the reason."""

    done: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)


def pay_all(
    keys: Iterable[UUID | str], *, by: User, way: str, paid_on: date, progress: Progress = silent, **more: Any
) -> Outcome:
    """Pay every approved request among these; those paid before are passed over, so that it may run again.

    `more` is what `payments.pay` takes beside way and day: the bank's reference, the second handler.
    """

    def pay(request: SpendingRequest) -> None:
        payments.pay(request, by=by, way=way, paid_on=paid_on, **more)

    return _each(keys, State.APPROVED, pay, progress)


def book_all(keys: Iterable[UUID | str], *, by: User, on: date | None = None, progress: Progress = silent) -> Outcome:
    """Book every paid request among these whose pack is complete; those booked before are passed over."""

    def book(request: SpendingRequest) -> None:
        payments.book(request, by=by, on=on)

    return _each(keys, State.PAID, book, progress)


def _each(
    keys: Iterable[UUID | str], state: State, act: Callable[[SpendingRequest], None], progress: Progress
) -> Outcome:
    outcome, waiting = Outcome(), list(keys)
    for turn, key in enumerate(waiting, 1):
        request = SpendingRequest.objects.filter(pk=key, state=state).first()
        if request is not None:
            _try(request, act, outcome)
        progress(turn, len(waiting))
    return outcome


def _try(request: SpendingRequest, act: Callable[[SpendingRequest], None], outcome: Outcome) -> None:
    try:
        act(request)
        outcome.done += 1
    except Refusal as refusal:
        outcome.refused.append((request.number, str(refusal)))
