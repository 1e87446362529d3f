"""Upload, columns, preview, result: each a plain page, each step kept, nothing done before the last."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from unionhall.audit import services as audit
from unionhall.flows import Refusal
from unionhall.kernel import excel
from unionhall.pages import background
from unionhall.pages.imports import runs
from unionhall.pages.imports.forms import TURN, MappingForm, PlaceForm, UploadForm
from unionhall.pages.imports.importer import Importer
from unionhall.pages.imports.preview import Kind
from unionhall.pages.imports.table import Source
from unionhall.pages.models import ImportRun, ImportState
from unionhall.pages.refusals import status_of
from unionhall.pages.sheets.refusals import Unreadable

if TYPE_CHECKING:
    from unionhall.pages.imports.site import ImportPages

LINES_ON_A_PAGE = 50
TO_LOOK_AT = [Kind.ERROR, Kind.LEFT, Kind.CHANGED, Kind.NEW, Kind.UNCHANGED]  # what needs a decision first
AT_ONCE = 3000  # rows; more than these take longer than one likes to wait for a page


def _context(site: "ImportPages", importer: Importer, target: UUID | None, stage: int) -> dict[str, Any]:
    """What every page of an import needs; `stage` is the step of the four it stands on."""
    return {
        "pages": site,
        "importer": importer,
        "stage": stage,
        "first_url": site.url("", target=target),
        "done_url": site.done_url(target),
        "reason": "",
    }


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest, site: "ImportPages", pk: UUID | None = None) -> HttpResponse:
    """Take the file; 422 with the reason when it cannot be read."""
    importer = site.importer(request.user, pk)
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            run = runs.upload(importer, site.name, pk, file.read(), file.name, by=request.user)
            return redirect(site.url("run", run, pk))
        except Unreadable as refusal:
            form.add_error("file", str(refusal))
    context = _context(site, importer, pk, 1) | {"form": form}
    return render(request, "pages/import_upload.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def run(request: HttpRequest, site: "ImportPages", key: UUID, pk: UUID | None = None) -> HttpResponse:
    """Where the run stands: its columns, its preview or its result. POST says what the columns mean."""
    importer, import_run = site.importer(request.user, pk), site.run(request.user, key, pk)
    if import_run.state == ImportState.APPLIED:
        return _lines_page(request, site, importer, import_run, 4)
    if request.method == "POST" and TURN in request.POST:
        return _place(request, site, importer, import_run)
    if request.method == "POST" or import_run.state == ImportState.UPLOADED or "columns" in request.GET:
        return _columns(request, site, importer, import_run)
    return _lines_page(request, site, importer, import_run, 3)


def _place(request: HttpRequest, site: "ImportPages", importer: Importer, import_run: ImportRun) -> HttpResponse:
    source = runs.source_of(import_run, importer)
    place = PlaceForm(source, request.POST)
    if not place.is_valid():
        return _columns_page(request, site, importer, import_run, source, place, MappingForm(importer, source))
    chosen = place.cleaned_data
    runs.turn_to(import_run, source.elsewhere(chosen["sheet"], chosen["header"], importer.fields))
    return redirect(site.url("run", import_run, import_run.target))


def _columns(request: HttpRequest, site: "ImportPages", importer: Importer, import_run: ImportRun) -> HttpResponse:
    source = runs.source_of(import_run, importer)
    form = MappingForm(importer, source, request.POST if request.method == "POST" else None)
    if form.is_valid():
        runs.preview(import_run, importer, source.remapped(form.cleaned_data))
        return redirect(site.url("run", import_run, import_run.target))
    return _columns_page(request, site, importer, import_run, source, PlaceForm(source), form)


def _columns_page(
    request: HttpRequest,
    site: "ImportPages",
    importer: Importer,
    import_run: ImportRun,
    source: Source,
    place: PlaceForm,
    form: MappingForm,
) -> HttpResponse:
    samples = [row for (_number, row), _first in zip(source.rows(), range(3), strict=False)]
    context = _context(site, importer, import_run.target, 2) | {
        "run": import_run,
        "place": place,
        "turn": TURN,
        "form": form,
        "headers": source.headers,
        "samples": samples,
        "missing": importer.missing_columns(source.mapping),
        "forget_url": site.url("forget", import_run, import_run.target),
    }
    bad = form.errors or place.errors
    return render(request, "pages/import_columns.html", context, status=422 if bad else 200)


def _lines_page(
    request: HttpRequest,
    site: "ImportPages",
    importer: Importer,
    import_run: ImportRun,
    stage: int,
    refusal: Refusal | None = None,
) -> HttpResponse:
    """The preview, or when applied the result: rows by kind, paged."""
    found, kind = runs.kept_preview(import_run), request.GET.get("kind", "")
    wanted = [item for item in TO_LOOK_AT if item.value == kind] or TO_LOOK_AT[:-1]
    lines = [line for item in wanted for line in found.of(item)]
    target = import_run.target
    context = _context(site, importer, target, stage) | {
        "run": import_run,
        "asks": found.asks,
        "kind": kind,
        "kinds": [
            {"value": item.value, "label": item.label, "count": import_run.counts[item.value]}
            for item in importer.kinds
        ],
        "sum": found.sum,
        "page": Paginator(lines, LINES_ON_A_PAGE).get_page(request.GET.get("page")),
        "has_changes": any(import_run.counts[name] for name in ("new", "changed", "left")),
        "run_url": site.url("run", import_run, target),
        "apply_url": site.url("apply", import_run, target),
        "errors_url": site.url("errors", import_run, target),
        "forget_url": site.url("forget", import_run, target),
        "reason": str(refusal or ""),
    }
    return render(
        request,
        "pages/import_preview.html" if stage == 3 else "pages/import_done.html",
        context,
        status=status_of(refusal) if refusal else 200,
    )


@require_POST
def apply(request: HttpRequest, site: "ImportPages", key: UUID, pk: UUID | None = None) -> HttpResponse:
    """Do what the preview says, with what was confirmed; a long list as a job."""
    importer, import_run = site.importer(request.user, pk), site.run(request.user, key, pk)
    confirmed = request.POST.getlist("confirm")
    if sum(import_run.counts.values()) > AT_ONCE and import_run.state == ImportState.PREVIEWED:
        return redirect(
            background.start(
                "pages.import", by=request.user, page=site.name, run=str(key), target=str(pk or ""), confirmed=confirmed
            )
        )
    try:
        if import_run.state != ImportState.APPLIED:
            runs.apply(import_run, importer, by=request.user, confirmed=confirmed)
            messages.success(request, _("导入完成。"))
    except Refusal as refusal:
        return _lines_page(request, site, importer, import_run, 3, refusal)
    return redirect(site.url("run", import_run, pk))


@require_POST
def errors(request: HttpRequest, site: "ImportPages", key: UUID, pk: UUID | None = None) -> HttpResponse:
    """The refused rows as a workbook, each with its reasons, to mend and upload again."""
    importer, import_run = site.importer(request.user, pk), site.run(request.user, key, pk)
    if import_run.state != ImportState.PREVIEWED:
        return redirect(site.url("run", import_run, pk))
    headers, rows = runs.rows_in_error(import_run, importer)
    audit.export(f"{site.name}.errors", by=request.user, rows=len(rows), filters={"file": import_run.file_name})
    sheet = excel.Sheet(str(_("有误的行")), [excel.Column(header) for header in headers], rows)
    return excel.response(_("有误的行"), sheet)


@require_POST
@transaction.atomic
def forget(request: HttpRequest, site: "ImportPages", key: UUID, pk: UUID | None = None) -> HttpResponse:
    """Drop an import that is not applied, with its file."""
    import_run = site.run(request.user, key, pk)
    ImportRun.objects.filter(pk=import_run.pk).exclude(state=ImportState.APPLIED).delete()
    return redirect(site.url("", target=pk))
