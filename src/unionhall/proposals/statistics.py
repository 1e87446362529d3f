"""Proposals by department, by category and from session to session: figures side by side, each opening its rows.

The numbers of one column come from one query over the rows of its figure, so that eight departments cost no more than two.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from unionhall.accounts.tenancy import current_union
from unionhall.figures.readings import Reading
from unionhall.figures.scope import Scope
from unionhall.kernel import clock
from unionhall.people.models import Department
from unionhall.proposals import figures
from unionhall.proposals.kinds import Category
from unionhall.proposals.models import Call

BY_CASE = {
    "cases": figures.cases,
    "replied": figures.replied,
    "on_time": figures.on_time,
    "implemented": figures.implemented,
    "followed": figures.followed,
}
BY_SHEET = {
    "received": figures.received,
    "filed_sheets": figures.filed_sheets,
    "cases": figures.cases,
    "replied": figures.replied,
    "implemented": figures.implemented,
}
OVER_TIME = {
    "received": figures.received,
    "cases": figures.cases,
    "docket_rate": figures.docket_rate,
    "reply_rate": figures.reply_rate,
    "on_time_rate": figures.on_time_rate,
    "implementation_rate": figures.implementation_rate,
    "attitude_rate": figures.attitude_rate,
    "result_rate": figures.result_rate,
}


@dataclass(frozen=True)
class Line:
    """What one department, category or session has, by the name of the figure."""

    label: Any
    readings: Mapping[str, Reading]
    short: str = ""


def _lines(
    scope: Scope, by: str, asked: Mapping[str, Any], labels: Iterable[tuple[Any, Any]], path: str = ""
) -> list[Line]:
    """A line for each label that has anything; `by` is the filter and, unless `path` says otherwise, the column."""
    found = {name: _grouped(figure, scope, path or by) for name, figure in asked.items()}
    lines = []
    for key, label in labels:
        readings = {
            name: _known(figure, scope.of(**{by: key}), found[name].get(key, 0)) for name, figure in asked.items()
        }
        if any(reading.value for reading in readings.values()):
            lines.append(Line(label, readings))
    return lines


def _grouped(figure: Any, scope: Scope, path: str) -> dict[Any, int]:
    rows = figure.rows(scope).order_by().values_list(path)
    return dict(rows.annotate(number=Count("pk")))


def _known(figure: Any, scope: Scope, value: int) -> Reading:
    """A reading whose value was counted together with its neighbours'."""
    reading = figure(scope)
    reading.__dict__["value"] = value
    return reading


def by_department(scope: Scope) -> list[Line]:
    """Each department with the cases it leads (件)."""
    keys = [(one.pk, one.name) for one in Department.objects.filter(pk__in=_leads(scope)).order_by("name")]
    return _lines(scope, "department", BY_CASE, keys)


def _leads(scope: Scope) -> Any:
    return figures.cases.rows(scope).order_by().values("department")


def by_category(scope: Scope) -> list[Line]:
    """Each category: sheets handed in and filed (份), and its cases (件)."""
    return _lines(scope, "category", BY_SHEET, Category.choices)


def by_session(calls: Iterable[Call]) -> list[Line]:
    """Each session, the earliest first: what came in, what was filed, and the rates with their own bases (PRO-20)."""
    ordered = sorted(calls, key=lambda call: call.session.held_on)
    return [
        Line(call.session, {name: figure(scope_of(call)) for name, figure in OVER_TIME.items()}, call.session.code)
        for call in ordered
    ]


def scope_of(call: Call) -> Scope:
    """The session of a call, with what came of it up to today."""
    held = call.session.held_on
    return Scope(current_union(), held, max(held, clock.today())).of(session=call.session)
