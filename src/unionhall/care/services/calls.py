"""A visit as a page hands it in: the record, its promise and its picture in one act."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from unionhall.accounts.models import User
from unionhall.care.models import Visit, VisitTask
from unionhall.care.rules.visits import picture_problem, promise_problem
from unionhall.care.services import promises, visits
from unionhall.care.services.visits import Call, call_for
from unionhall.files import services as files
from unionhall.flows import Blocked
from unionhall.people.models import Person

Promised = tuple[str, date | None]
NOTHING: Promised = ("", None)


def fulfil(
    task: VisitTask,
    *,
    by: User,
    visitors: Sequence[Person],
    visited_on: date,
    promised: Promised = NOTHING,
    photo: UploadedFile | None = None,
    **what: Any,
) -> Visit:
    """Record the visit a task asks for; `what` are given, heard and place. Raises as `visits.record` does."""
    return _write(call_for(task, visited_on, **what), by, visitors, promised, photo)


def record(
    *,
    by: User,
    visitors: Sequence[Person],
    promised: Promised = NOTHING,
    photo: UploadedFile | None = None,
    **what: Any,
) -> Visit:
    """Record a visit no task had made due; `what` are the fields of a Call. Raises as `visits.record` does."""
    return _write(Call(**what), by, visitors, promised, photo)


@transaction.atomic
def _write(call: Call, by: User, visitors: Sequence[Person], promised: Promised, photo: UploadedFile | None) -> Visit:
    text, due_on = promised
    if reason := promise_problem(text, due_on, call.visited_on):
        raise Blocked(reason)
    visit = visits.record(call, by=by, visitors=visitors)
    if text.strip() and due_on:
        promises.promise(visit, by=by, text=text, due_on=due_on)
    if photo:
        files.attach(visit, photo, by=by, why_not=picture_problem)
    return visit
