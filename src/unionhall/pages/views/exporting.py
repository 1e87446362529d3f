"""The list as a workbook: same filters, same order, chosen columns; an audited act, so it is asked for by POST."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.flows import Blocked
from unionhall.kernel import clock, excel
from unionhall.pages import background
from unionhall.pages.listing import Listing
from unionhall.pages.models import Download
from unionhall.pages.register import named
from unionhall.pages.workbook import sheet_of

if TYPE_CHECKING:
    from unionhall.pages.declare import Pages

AT_ONCE = 20_000  # rows; more take longer than one likes to wait for a page
KEPT = timedelta(days=3)


@require_POST
def export(request: HttpRequest, pages: "Pages") -> HttpResponse:
    """Every row of the list under the filters of the address. The export is recorded before anything leaves."""
    shown = Listing(pages, request)
    if not shown.is_valid:
        raise Blocked(_("筛选条件有误，没有导出。请先改正筛选条件。"))
    count = shown.rows.count()
    filters = {name: values for name, values in request.GET.lists() if any(values)}
    audit.export(f"{pages.name}.list", by=request.user, rows=count, filters=filters)
    if count > AT_ONCE:
        query = request.GET.urlencode()
        return redirect(background.start("pages.export", by=request.user, page=pages.name, query=query))
    return excel.response(str(pages.title), sheet_of(str(pages.title), shown.rows, shown.columns))


@background.work("pages.export", gettext_lazy("导出"))
def export_in_background(progress: Callable[..., None], *, by: User, page: str, query: str) -> dict[str, Any]:
    """Make the workbook of a large list and keep it for the one who asked; older ones are dropped."""
    request, pages = HttpRequest(), named(page)
    request.user, request.GET = by, QueryDict(query)
    shown = Listing(pages, request)
    progress(0, 1, _("正在导出"))
    content = excel.workbook(sheet_of(str(pages.title), shown.rows, shown.columns))
    made = kept(by, page, f"{pages.title}.xlsx", content)
    progress(1, 1, _("导出完成"))
    return {"url": reverse(f"{page}.download", args=[made.pk])}


def kept(by: User, page: str, file_name: str, content: bytes) -> Download:
    """Keep a file made in the background for the one who asked, under `<page>.download`; older ones are dropped."""
    Download.objects.filter(made_at__lt=clock.now() - KEPT).delete()
    made = Download(user=by, page=page, file_name=file_name)
    made.content = content
    made.save()
    return made


@require_safe
def download(request: HttpRequest, pages: "Pages", key: UUID) -> HttpResponse:
    """A file made in the background, for the one who asked for it."""
    made = Download.objects.filter(pk=key, user=request.user, page=pages.name).first()
    if made is None:
        raise Http404
    media_type = excel.MEDIA_TYPE if made.file_name.endswith(".xlsx") else "application/octet-stream"
    response = HttpResponse(made.content, content_type=media_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(made.file_name)}"
    return response
