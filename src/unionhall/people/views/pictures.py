"""What is printed: the organisation chart, the register of members, the forms of one membership."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from unionhall.accounts.roles import in_office
from unionhall.audit import services as audit
from unionhall.files import word
from unionhall.files.views import sent
from unionhall.kernel import clock
from unionhall.pages.guards import needs
from unionhall.people import permissions, printing, selectors
from unionhall.people.chart import draw
from unionhall.people.choices import UnitKind
from unionhall.people.selectors.organisation import memberships, units


@require_safe
@needs(permissions.is_of_the_union)
def chart(request: HttpRequest) -> HttpResponse:
    """The organisation chart, for everybody of the union; printable on one sheet."""
    frame = "pages/office.html" if permissions.may_list(request.user) else "pages/my.html"
    return render(request, "people/chart.html", {"chart": draw(), "page_frame": frame, "today": clock.today()})


@require_safe
@needs(in_office)
def registers(request: HttpRequest) -> HttpResponse:
    """Which register of members to print: the union's, or one branch's."""
    branches = units(request.user).filter(kind=UnitKind.BRANCH, ended_on=None)
    return render(request, "people/registers.html", {"branches": branches})


@require_POST
@needs(in_office)
def register(request: HttpRequest, kind: str, pk: UUID | None = None) -> HttpResponse:
    """The register of members (会员名册), on a page to print or as PDF; it leaves the house and is logged as an export."""
    unit = get_object_or_404(units(request.user), pk=pk) if pk else None
    people = list(selectors.register(unit))
    content = printing.register_pdf(people) if kind == "pdf" else b""
    audit.export("people.register", by=request.user, rows=len(people), filters={"unit": str(unit or ""), "kind": kind})
    if content:
        return sent(content, _("会员名册.pdf"), "application/pdf")
    return render(request, "people/register.html", {"people": people, "unit": unit, "today": clock.today()})


@require_POST
@needs(in_office)
def form(request: HttpRequest, pk: UUID, key: str) -> HttpResponse:
    """A Word form of one membership: 入会申请书 or 会员登记表; it shows secrets, so the look is logged."""
    spell = get_object_or_404(memberships(request.user), pk=pk)
    if key not in printing.FORMS:
        raise Http404
    label = str(printing.FORMS[key])
    audit.read(spell.person, by=request.user, what=printing.FORMS[key])
    return sent(word.render(f"people.{key}", spell), f"{label}-{spell.person.name}.docx", word.MEDIA_TYPE)
