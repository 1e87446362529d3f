"""The results of an activity as a workbook."""

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.models import User
from unionhall.activities import services
from unionhall.activities.exchange.rows import WHAT, WHO, OfActivity
from unionhall.activities.flow import HAS_PLACE, EntryState
from unionhall.activities.models import Activity, Entry, Item, Result, Team
from unionhall.kernel.text import squeezed
from unionhall.pages.imports import Field, Kind, Line, Preview, clean


class ResultImporter(OfActivity):
    """One row is the mark of one entry, or of one team named by its 队名; another mark than recorded is a change."""

    key, label = "activities.results", gettext_lazy("成绩")
    fields = (
        *WHO,
        *WHAT,
        Field(
            "mark",
            gettext_lazy("成绩"),
            words=("得分", "分数", "用时"),
            required=True,
            clean=clean.number(0, 9_999_999),
        ),
        Field("broke_record", gettext_lazy("破纪录"), clean=clean.yes_no),
    )

    def __init__(self, activity: Activity) -> None:
        super().__init__(activity)
        entries = Entry.objects.filter(item__activity=activity, state__in=HAS_PLACE)
        teams = Team.objects.filter(item__activity=activity).exclude(state=EntryState.WITHDRAWN)
        self.sides: dict[Any, UUID] = {(entry.item_id, entry.person_id): entry.pk for entry in entries}
        self.sides |= {(team.item_id, squeezed(team.name)): team.pk for team in teams}

    def check(self, line: Line) -> Iterable[str]:
        """Who is not in the item cannot have a mark in it."""
        item = line.values["of_item"]
        if item is None or not item.is_team:
            yield from super().check(line)
        if item and (line.values["person"] or item.is_team) and self.key_of(line) is None:
            yield _("“{item}”的名单里没有这位选手或这支队伍。").format(item=item.name)

    def key_of(self, line: Line) -> Any:
        """The entry or the team."""
        item, person = line.values["of_item"], line.values["person"]
        if item is None:
            return None
        who = squeezed(line.values.get("team") or "") if item.is_team else person and person.pk
        return self.sides.get((item.pk, who))

    def label_of(self, line: Line) -> str:
        """A team by its name, a person as elsewhere."""
        return super().label_of(line) or line.values.get("team") or ""

    def existing(self, keys: Collection[Any]) -> Mapping[Any, Mapping[str, Any]]:
        """The marks recorded so far."""
        known = Result.objects.filter(item__activity=self.activity)
        return {
            result.entry_id or result.team_id: {"mark": result.mark, "broke_record": result.broke_record}
            for result in known
        }

    def apply(self, preview: Preview, *, by: User, confirmed: Collection[str]) -> None:
        """Write new and changed marks, item by item."""
        marks: dict[Item, dict[UUID, Decimal]] = {}
        broke = set()
        for line in preview.of(Kind.NEW, Kind.CHANGED):
            marks.setdefault(line.values["of_item"], {})[line.key] = line.values["mark"]
            if line.values.get("broke_record"):
                broke.add(line.key)
        for item, given in marks.items():
            services.record_results(item, by=by, marks=given, records=broke)
