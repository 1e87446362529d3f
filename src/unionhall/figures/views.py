"""The list of all figures, and the page that opens the rows of one."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from unionhall.accounts.roles import is_signed_in
from unionhall.accounts.tenancy import current_union
from unionhall.audit import services as audit
from unionhall.figures import registry, selectors
from unionhall.figures.forms import PeriodForm, scope_from, year_of
from unionhall.figures.kinds import reads_figures
from unionhall.figures.readings import Reading
from unionhall.figures.registry import UnknownFigure
from unionhall.figures.tokens import RESERVED, Token, parse
from unionhall.kernel import clock, excel
from unionhall.pages.guards import needs
from unionhall.pages.tables import joined, rows_of
from unionhall.pages.workbook import sheet_of

ON_A_PAGE = 50
NOT_A_FILTER = (*RESERVED, "page")


@require_safe
@needs(reads_figures)
def index(request: HttpRequest) -> HttpResponse:
    """Every figure of a period (this year's, unless another is asked for), by module, with last year's beside it."""
    form = PeriodForm(year_of(clock.today()) | request.GET.dict())
    scope = scope_from(current_union(), form)
    groups = selectors.overview(request.user, scope, form.cleaned_data["words"]) if scope else []
    return render(request, "figures/list.html", {"form": form, "groups": groups}, status=200 if scope else 422)


@require_safe
@needs(is_signed_in)
def detail(request: HttpRequest, key: str) -> HttpResponse:
    """One figure with its definition and rows; for htmx the rows alone, to stand beside a text."""
    reading = _reading(request, key)
    rows, columns = selectors.rows_for(reading, request.user), selectors.table_of(reading).shown(reading.rows.model)
    page = Paginator(joined(rows, columns), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "reading": reading,
        "columns": columns,
        "page": page,
        "lines": rows_of(page.object_list, columns, _address),
        "hidden": reading.row_count - page.paginator.count,
        "year_before": selectors.year_before(reading),
    }
    return render(request, "figures/rows.html" if request.htmx else "figures/detail.html", context)


@require_POST
@needs(is_signed_in)
def export(request: HttpRequest, key: str) -> HttpResponse:
    """The rows the reader may see, as a workbook; recorded before anything leaves."""
    reading = _reading(request, key)
    rows, columns = selectors.rows_for(reading, request.user), selectors.table_of(reading).shown(reading.rows.model)
    audit.export(f"figures.{key}", by=request.user, rows=rows.count(), filters=request.GET.dict())
    return excel.response(reading.label, sheet_of(reading.label, joined(rows, columns), columns))


def _reading(request: HttpRequest, key: str) -> Reading:
    """What the address asks for. A figure unknown or not for this reader does not exist; a bad scope is refused."""
    try:
        figure = registry.get(key)
    except UnknownFigure:
        raise Http404 from None
    if not figure.who(request.user):
        raise Http404
    token = _token(request, key).checked(current_union())
    return token.reading(current_union())


def _token(request: HttpRequest, key: str) -> Token:
    asked = year_of(clock.today()) | request.GET.dict()
    filters = tuple(sorted((name, value) for name, value in asked.items() if name not in NOT_A_FILTER and value))
    dates = parse(f"{key} from={asked['from']} to={asked['to']}")
    return Token(key, dates.first, dates.last, filters)


def _address(row: object) -> str:
    return row.get_absolute_url() if hasattr(row, "get_absolute_url") else ""
