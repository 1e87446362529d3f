"""The matrix of a flow: every state × verb × role is really tried, and the table is what came of it."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db import models, transaction

from unionhall.accounts.models import User
from unionhall.audit.models import Event
from unionhall.flows import Flow, Refusal


class _Undo(Exception):
    """Leaves the transaction of one trial."""


def outcome(flow: Flow, obj: models.Model, verb: str, by: User) -> str:
    """`done`, or the name of the refusal; undone again. Checks that a step done changed the state and left one event,
    and that a refusal changed nothing."""
    old, events = getattr(obj, flow.field), Event.objects.count()
    found = "done"
    try:
        with transaction.atomic():
            try:
                flow.fire(obj, verb, by=by)
            except Refusal as refusal:
                found = type(refusal).__name__
            row = type(obj)._base_manager.get(pk=obj.pk)
            expected = flow.steps[verb].lands(old) if found == "done" else old
            assert getattr(row, flow.field) == expected, (old, verb, by.name)
            assert Event.objects.count() - events == (found == "done"), (old, verb, by.name)
            raise _Undo
    except _Undo:
        setattr(obj, flow.field, old)
    return found


def matrix(
    flow: Flow, make: Callable[[Any], models.Model], actors: Mapping[str, User]
) -> dict[tuple[str, str, str], str]:
    """What came of every (state, verb, actor); `make(state)` gives a record in that state."""
    return {
        (state.value, verb, name): outcome(flow, obj, verb, user)
        for state in flow.states
        for obj in [make(state)]
        for verb in flow.steps
        for name, user in actors.items()
    }


def done(tried: Mapping[tuple[str, str, str], str]) -> set[tuple[str, str, str]]:
    """The (state, verb, actor) that were done: compare with the table as written in the test."""
    return {cell for cell, came in tried.items() if came == "done"}
