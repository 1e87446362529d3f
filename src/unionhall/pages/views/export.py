"""The list as a workbook: same filters, same order, chosen columns; an audited act, so it is asked for by POST."""
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from unionhall.audit import services as audit
from unionhall.flows import Blocked
from unionhall.kernel import excel
from unionhall.pages.listing import Listing
from unionhall.pages.workbook import sheet_of

if TYPE_CHECKING:
    from unionhall.pages.declare import Pages


@require_POST
def export(request: HttpRequest, pages: "Pages") -> HttpResponse:
    """Every row of the list under the filters of the address. The export is recorded before anything leaves."""
    shown = Listing(pages, request)
    if not shown.is_valid:
        raise Blocked(_("筛选条件有误，没有导出。请先改正筛选条件。"))
    filters = {name: values for name, values in request.GET.lists() if any(values)}
    audit.export(f"{pages.name}.list", by=request.user, rows=shown.rows.count(), filters=filters)
    return excel.response(str(pages.title), sheet_of(str(pages.title), shown.rows, shown.columns))
