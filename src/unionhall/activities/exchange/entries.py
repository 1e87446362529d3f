"""The entry list of an activity as a workbook."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.models import User
from unionhall.activities import services
from unionhall.activities.exchange.rows import WHAT, WHO, OfActivity
from unionhall.activities.flow import LIVE
from unionhall.activities.models import Entry, Item
from unionhall.activities.services.checks import invited
from unionhall.pages.imports import Kind, Line, Preview
from unionhall.people.models import Person


class EntryImporter(OfActivity):
    """One row is one person in one item; who is in it already is unchanged."""

    key, label, fields = "activities.entries", gettext_lazy("报名名单"), (*WHO, *WHAT)

    def check(self, line: Line) -> Iterable[str]:
        """Besides who and what: who is not invited, and a team item without a team."""
        yield from super().check(line)
        person, item = line.values["person"], line.values["of_item"]
        if person and (problem := invited(self.activity, person)):
            yield problem
        if item and item.is_team and not line.values.get("team"):
            yield _("“{item}”是团体项目，请填队名。").format(item=item.name)

    def key_of(self, line: Line) -> Any:
        """The item and the person."""
        person, item = line.values["person"], line.values["of_item"]
        return (item.pk, person.pk) if person and item else None

    def existing(self, keys: Collection[Any]) -> Mapping[Any, Mapping[str, Any]]:
        """Who is in the items already."""
        entries = Entry.objects.filter(item__activity=self.activity, state__in=LIVE)
        return {(entry.item_id, entry.person_id): {} for entry in entries}

    def apply(self, preview: Preview, *, by: User, confirmed: Collection[str]) -> None:
        """Enter the new rows, item by item and team by team; too few places refuse the whole list."""
        groups: dict[tuple[Item, str], list[Person]] = {}
        for line in preview.of(Kind.NEW):
            item = line.values["of_item"]
            groups.setdefault((item, line.values.get("team") or "" if item.is_team else ""), []).append(
                line.values["person"]
            )
        for (item, team), people in groups.items():
            services.enter_list(item, by=by, people=people, team=team)
