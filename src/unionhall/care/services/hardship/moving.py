"""What the steps of a hardship file share: the household is told, the next look has its day, each look is kept."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from unionhall.accounts.models import User
from unionhall.calendar import services as calendar
from unionhall.care.flow.hardship import HARDSHIP
from unionhall.care.models import HardshipFile, Review
from unionhall.kernel import clock
from unionhall.notices import services as notices
from unionhall.rulebook import services as rulebook


def move(
    file: HardshipFile, verb: str, *, by: User, fields: Mapping[str, object], note: str = "", words: str = ""
) -> None:
    """Take a step and tell the household."""
    with transaction.atomic():
        HARDSHIP.fire(file, verb, by=by, note=note, fields=fields)
        if file.person.user:
            state = HARDSHIP.state_of(file).label
            notices.after_commit("care.hardship.moved", file, to=file.person.user, state=state, words=words)


def next_review(day: date) -> date:
    """When a household looked at on a day is looked at again (CARE-07)."""
    return calendar.add(day, rulebook.value("care.review_months"), calendar.Unit.MONTH).day


def looked_again(file: HardshipFile, by: User, note: str) -> Review:
    """Write down that it was looked at again today, and the grade it has from now on."""
    return Review.objects.create(file=file, reviewed_on=clock.today(), by=by, grade=file.grade, note=note)
