"""The lists of one activity: on the page with every count's rows, as a workbook, and on paper for signing."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_POST, require_safe

from unionhall.activities import selectors, tables
from unionhall.activities.models import Activity, Attendance, Entry, Item, PrizeIssue, Result
from unionhall.activities.permissions import may_list, runs
from unionhall.audit import services as audit
from unionhall.kernel import excel
from unionhall.pages.guards import needs
from unionhall.pages.tables import Table, joined, rows_of
from unionhall.pages.workbook import sheet_of

PAGE = 100
BY_PERSON = ("person__department__name", "person__staff_no")


@dataclass(frozen=True)
class List:
    """One list: its rows as far as a reader may see them, and its columns; `signing` leaves room for signatures."""

    title: str | Promise
    unit: str | Promise
    rows: Callable[[Activity, Any], QuerySet]
    table: Table
    signing: bool = False


def _entries(activity: Activity, user: Any) -> QuerySet[Entry]:
    return Entry.objects.visible_to(user).filter(item__activity=activity).order_by("item", "team", *BY_PERSON)


def _people(activity: Activity, user: Any) -> QuerySet[Attendance]:
    took_part = Entry.objects.took_part().filter(item__activity=activity).values("person")
    return _door(activity, user).filter(person__in=took_part)


def _door(activity: Activity, user: Any) -> QuerySet[Attendance]:
    return selectors.door_list(activity).filter(pk__in=Attendance.objects.visible_to(user).values("pk"))


def _results(activity: Activity, user: Any) -> QuerySet[Result]:
    return selectors.results_of(activity)


def _prizes(activity: Activity, user: Any) -> QuerySet[PrizeIssue]:
    return PrizeIssue.objects.visible_to(user).filter(activity=activity).order_by(*BY_PERSON)


LISTS = {
    "signed_up": List(_("报名人数"), _("人"), lambda a, user: _entries(a, user).signed_up(), tables.EntriesHere),
    "came": List(
        _("实到人数"), _("人"), lambda a, user: _door(a, user).came().filter(role="entrant"), tables.AttendanceTable
    ),
    "entries": List(_("参加人次"), _("人次"), lambda a, user: _entries(a, user).took_part(), tables.EntriesHere),
    "people": List(_("参加人数"), _("人"), _people, tables.AttendanceTable),
    "items": List(
        _("项目数"),
        pgettext_lazy("activities", "个"),
        lambda a, user: Item.objects.visible_to(user).declared().filter(activity=a),
        tables.ItemTable,
    ),
    "entered": List(_("报名名单"), _("人次"), lambda a, user: _entries(a, user).signed_up(), tables.EntriesHere),
    "sheet": List(_("签到表"), _("人"), _door, tables.SheetTable, signing=True),
    "results": List(_("成绩单"), pgettext_lazy("activities", "项"), _results, tables.ResultTable),
    "prizes": List(_("奖品签领表"), pgettext_lazy("activities", "份"), _prizes, tables.SignOffTable, signing=True),
}


def _asked(request: HttpRequest, pk: UUID, which: str) -> tuple[Activity, List]:
    if which not in LISTS:
        raise Http404
    return get_object_or_404(Activity.objects.visible_to(request.user), pk=pk), LISTS[which]


@require_safe
@needs(may_list)
def rows(request: HttpRequest, pk: UUID, which: str) -> HttpResponse:
    """The rows behind one count."""
    activity, shown = _asked(request, pk, which)
    columns = shown.table.shown(shown.rows(activity, request.user).model)
    page = Paginator(joined(shown.rows(activity, request.user), columns), PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "activities/rows.html",
        {
            "activity": activity,
            "list": shown,
            "which": which,
            "columns": columns,
            "page": page,
            "lines": rows_of(page.object_list, columns, lambda row: ""),
        },
    )


@require_safe
@needs(may_list)
def printed(request: HttpRequest, pk: UUID, which: str) -> HttpResponse:
    """The list on A4, with room for signatures where it is signed; for who runs the activity."""
    activity, shown = _asked(request, pk, which)
    if not runs(request.user, activity):
        raise Http404
    listed = shown.rows(activity, request.user)
    columns = shown.table.shown(listed.model)
    return render(
        request,
        "activities/printed.html",
        {
            "activity": activity,
            "list": shown,
            "columns": columns,
            "lines": rows_of(joined(listed, columns), columns, lambda row: ""),
        },
    )


@require_POST
@needs(may_list)
def workbook(request: HttpRequest, pk: UUID, which: str) -> HttpResponse:
    """The list as a workbook; recorded before it leaves."""
    activity, shown = _asked(request, pk, which)
    listed = shown.rows(activity, request.user)
    title = f"{activity}{shown.title}"
    audit.export(f"activities.{which}", by=request.user, rows=listed.count(), filters={"activity": activity.number})
    columns = shown.table.shown(listed.model)
    sheet = sheet_of(title, joined(listed, columns), columns)
    return excel.response(title, replace(sheet, heading=title, bordered=True) if shown.signing else sheet)
