"""The editor: the report as a sheet of paper, one paragraph open at a time, figures drawn from a list."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from unionhall.duty import services
from unionhall.duty.faces import face, masked, tokens_of, unmasked
from unionhall.duty.models import Paragraph, Report, Section
from unionhall.duty.permissions import is_author, may_list, may_write
from unionhall.duty.selectors import paragraphs_of, rows
from unionhall.duty.selectors.offered import offered
from unionhall.duty.selectors.shown import shown
from unionhall.figures.tokens import parse
from unionhall.flows import Refusal
from unionhall.pages.guards import needs
from unionhall.pages.refusals import status_of


def _draft(request: HttpRequest, pk: UUID) -> Report:
    """The draft, if this user may write in it; Http404 otherwise."""
    report = get_object_or_404(rows(request.user), pk=pk)
    if not report.is_draft or not (may_write(request.user) or is_author(request.user, report)):
        raise Http404
    return report


def _paragraph(request: HttpRequest, pk: UUID) -> Paragraph:
    paragraph = get_object_or_404(Paragraph.objects.select_related("section__report__union"), pk=pk)
    paragraph.section.report = _draft(request, paragraph.section.report_id)
    return paragraph


def _back(paragraph: Paragraph, *, open_it: bool = False) -> HttpResponse:
    address = reverse("duty.edit", args=[paragraph.section.report_id])
    return redirect(f"{address}{f'?at={paragraph.pk}' if open_it else ''}#p-{paragraph.pk}")


@require_safe
@needs(may_list)
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The paper; `?at=` opens one paragraph for writing, `&insert=` with one more figure at its end, not yet kept."""
    report = _draft(request, pk)
    at = next((one for one in paragraphs_of(report) if str(one.pk) == request.GET.get("at")), None)
    if at is None:
        return _page(request, report, None, "")
    added = str(parse(request.GET["insert"]).checked(report.union)) if "insert" in request.GET else ""
    return _page(request, report, at, at.text + added)


def _page(
    request: HttpRequest,
    report: Report,
    at: Paragraph | None,
    text: str,
    *,
    raw: str | None = None,
    tokens: list[str] | None = None,
    reason: str = "",
    status: int = 200,
) -> HttpResponse:
    """The editor with one paragraph open on `text`; `raw` is what was typed, given back when it was refused."""
    tokens = tokens_of(text) if tokens is None else tokens
    union = report.union
    context = {
        "report": report,
        "sections": shown(report, _doubts(report)),
        "opened": at,
        "at": at.pk if at else "",
        "reason": reason,
        "raw": masked(text, union) if raw is None else raw,
        "tokens": [
            (str(token), face(number, parse(token), union), parse(token).style)
            for number, token in enumerate(tokens, 1)
        ],
        "offers": offered(report, request.user),
    }
    return render(request, "duty/editor.html", context, status=status)


def _doubts(report: Report) -> dict[UUID, list]:
    """What is not backed, by paragraph: the notes in the margin."""
    doubts: dict[UUID, list] = {}
    for checked in services.check(report):
        if not checked.mark.is_backed:
            doubts.setdefault(checked.paragraph.pk, []).append(checked)
    return doubts


@require_POST
@needs(may_list)
def write(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Keep what was typed, or put a figure into it; what is refused comes back as it was typed, with the reason."""
    paragraph = _paragraph(request, pk)
    report, raw, tokens = paragraph.section.report, request.POST.get("text", ""), request.POST.getlist("token")
    try:
        text = unmasked(raw, [_styled(request, n, token) for n, token in enumerate(tokens, 1)], report.union)
        if "insert" in request.POST:
            added = str(parse(request.POST["insert"]).checked(report.union))
            return _page(request, report, paragraph, text + added)
        services.write(paragraph, by=request.user, text=text)
    except Refusal as refusal:
        return _page(
            request,
            report,
            paragraph,
            "",
            raw=raw,
            tokens=_sound(tokens),
            reason=str(refusal),
            status=status_of(refusal),
        )
    return _back(paragraph)


def _styled(request: HttpRequest, number: int, token: str) -> str:
    """The token in the way of printing chosen beside it."""
    chosen = request.POST.get(f"style-{number}")
    return str(parse(str(parse(token).styled(chosen)))) if chosen else str(parse(token))


def _sound(tokens: list[str]) -> list[str]:
    """Those of the form's tokens that can be read at all."""

    def reads(token: str) -> bool:
        try:
            return bool(parse(token))
        except Refusal:
            return False

    return [token for token in tokens if reads(token)]


@require_POST
@needs(may_list)
def arrange(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Move a paragraph up or down, take it out, or begin a new one behind it."""
    paragraph = _paragraph(request, pk)
    match request.POST.get("verb"):
        case "up" | "down" as way:
            services.move(paragraph, by=request.user, up=way == "up")
        case "remove":
            services.remove(paragraph, by=request.user)
            return redirect("duty.edit", paragraph.section.report_id)
        case "add" | "heading" as kind:
            new = services.add(paragraph.section, by=request.user, after=paragraph, is_heading=kind == "heading")
            return _back(new, open_it=True)
        case _:
            raise Http404
    return _back(paragraph)


@require_POST
@needs(may_list)
def begin(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A new paragraph at the end of a part; on a topic of its to-do list it starts with what can be said by now."""
    section = get_object_or_404(Section.objects.select_related("report__union"), pk=pk)
    section.report = _draft(request, section.report_id)
    topic = request.POST.get("topic", "")
    texts = services.told_again(section, topic) if topic in section.topics else []
    for text in texts or [""]:
        paragraph = services.add(section, by=request.user, text=text, topic=topic if texts else "")
    return _back(paragraph, open_it=not texts)


@require_safe
@needs(may_list)
def figures(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The list of figures to put in, narrowed by words; a fragment for htmx, a page of its own without."""
    report = _draft(request, pk)
    context = {
        "report": report,
        "offers": offered(report, request.user, request.GET.get("q", "").strip()),
        "at": request.GET.get("at", ""),
    }
    return render(request, "duty/offers.html" if request.htmx else "duty/figures.html", context)
