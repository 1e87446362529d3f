"""Who came to a health check, from the list of the health centre: who and when, never what was found."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.models import User
from unionhall.care.models import CheckRound
from unionhall.care.services import health
from unionhall.kernel import clock
from unionhall.kernel.text import squeezed
from unionhall.pages.imports import Field, Importer, Kind, Line, Preview, clean
from unionhall.people.models import Person

FIELDS = (
    Field("staff_no", gettext_lazy("工号"), words=("职工号", "员工编号"), required=True, clean=clean.text(32)),
    Field("name", gettext_lazy("姓名"), clean=clean.text(60)),
    Field("came_on", gettext_lazy("到检日期"), words=("体检日期", "日期"), required=True, clean=clean.day),
)


class CheckImporter(Importer):
    """One row is one person who came; columns of results are not known and so never read."""

    key, label, fields, identity = "care.checks", gettext_lazy("到检名单"), FIELDS, "staff_no"

    def __init__(self, round: CheckRound) -> None:
        self.round = round
        listed = round.checks.select_related("person")
        self.listed = {check.person.staff_no: check for check in listed}

    def check(self, line: Line) -> Iterable[str]:
        """Who is not on the list, whose name does not fit, and days outside the round."""
        check, came_on = self.listed.get(line.values.get("staff_no") or ""), line.values.get("came_on")
        if check is None:
            yield _("不在本轮名单上。")
        elif line.values.get("name") and squeezed(line.values["name"]) != squeezed(check.person.name):
            yield _("工号和姓名不符。")
        if came_on and not self.round.begins_on <= came_on <= min(self.round.ends_on, clock.today()):
            yield _("到检日期不在本轮体检期间，或在今天以后。")

    def existing(self, keys: Collection[Any]) -> Mapping[Any, Mapping[str, Any]]:
        """Who is noted already; the first day counts."""
        return {number: {} for number in keys if number in self.listed and self.listed[number].came_on}

    def apply(self, preview: Preview, *, by: User, confirmed: Collection[str]) -> None:
        """Note the new ones, day by day."""
        days: dict[date, list[Person]] = {}
        for line in preview.of(Kind.NEW):
            days.setdefault(line.values["came_on"], []).append(self.listed[line.values["staff_no"]].person)
        for came_on, people in days.items():
            health.mark(self.round, by=by, people=people, came_on=came_on)
