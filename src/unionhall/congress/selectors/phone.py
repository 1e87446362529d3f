"""A session's agenda as whoever is called has it on the phone; as many queries for three items as for thirty."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from unionhall.ballots.models import Poll, Result, RollEntry
from unionhall.congress.models import AgendaItem, DiscussionNote, Resolution, Session
from unionhall.files.models import Attachment


@dataclass(frozen=True)
class Line:
    """One item with its files, what one's own delegation said, the vote on it (`is_asked`: with a paper for
    this reader, who was there at its opening), its declared result and its resolution."""

    item: AgendaItem
    files: list[Attachment]
    note: DiscussionNote | None
    poll: Poll | None
    result: Result | None
    resolution: Resolution | None


def agenda_of(session: Session, user: Any) -> list[Line]:
    """The lines of a session for one reader."""
    items = list(session.items.prefetch_related("papers"))
    keys, label = [item.pk for item in items], AgendaItem._meta.label_lower
    files = _by(Attachment.objects.filter(subject_type=label, subject_id__in=keys, removed_at=None), "subject_id")
    own = {"delegation__delegates__person__user": user.pk, "delegation__delegates__ended_on": None}
    notes = {note.item_id: note for note in DiscussionNote.objects.filter(item__in=keys, **own)}
    asked = Poll.objects.filter(subject_type=label, subject_id__in=keys).visible_to(user).filter(roll__user_id=user.pk)
    here = RollEntry.objects.filter(poll=OuterRef("pk"), user_id=user.pk, is_present=True)
    polls = {poll.subject_id: poll for poll in asked.annotate(is_asked=Exists(here)).order_by("round", "number")}
    declared = Result.objects.visible_to(user).filter(poll__in=[poll.pk for poll in polls.values()])
    results = {result.poll_id: result for result in declared.prefetch_related("lines__option")}
    resolved = {one.item_id: one for one in Resolution.objects.visible_to(user).filter(item__in=keys)}
    return [
        Line(
            item,
            files[item.pk],
            notes.get(item.pk),
            polls.get(item.pk),
            results.get(polls[item.pk].pk) if item.pk in polls else None,
            resolved.get(item.pk),
        )
        for item in items
    ]


def _by(rows: Iterable[Any], name: str) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, name)].append(row)
    return found
