"""Public notices: on the phone for everybody while they run, at the desk with what was said against them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from unionhall.audit import services as audit
from unionhall.care.forms.hardship import AnswerForm, ObjectionForm
from unionhall.care.models import Objection, PublicNotice
from unionhall.care.permissions import has_page, sees_hardship
from unionhall.care.services import posting
from unionhall.care.tables import hardship as tables
from unionhall.files import word
from unionhall.files.views import sent
from unionhall.kernel import clock
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.guards import needs
from unionhall.pages.panels import Facts, Panel, Related
from unionhall.pages.tables import Column


@require_safe
@needs(has_page)
def listing(request: HttpRequest) -> HttpResponse:
    """What is posted today, and what one said against anything oneself."""
    context = {
        "notices": PublicNotice.objects.running(clock.today()),
        "own": Objection.objects.filter(by=request.user).select_related("notice"),
    }
    return render(request, "care/notices/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(has_page)
def object_to(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say something against a posting."""
    notice = get_object_or_404(PublicNotice.objects.running(clock.today()), pk=pk)
    form = ObjectionForm(request.POST if request.method == "POST" else None, user=request.user)
    if request.method == "POST" and form.is_valid():
        posting.object_to(notice, by=request.user, **form.cleaned_data)
        messages.success(request, _text("异议已提交，只有工会办公室能看到是谁提出的；答复会通知您。"))
        return redirect("my.care.notices")
    status = 422 if form.errors else 200
    return render(request, "care/notices/object.html", {"notice": notice, "form": form}, status=status)


def _objections(notice: PublicNotice, user: Any) -> QuerySet[Objection]:
    return Objection.objects.visible_to(user).filter(notice=notice)


def _answer(notice: PublicNotice, *, by: Any, objection: Objection, answer: str) -> None:
    posting.answer(objection, by=by, answer=answer)


notice_pages = Pages(
    name="care.notices",
    path="office/care/notices",
    model=PublicNotice,
    rows=lambda user: PublicNotice.objects.visible_to(user) if sees_hardship(user) else PublicNotice.objects.none(),
    may_list=sees_hardship,
    table=tables.NoticeTable,
    title=_("公示与异议"),
    about=_("困难职工认定和疗休养的公示在这里，异议逐条答复后才能办结。"),
    verbs={"answer": Verb(AnswerForm, _answer, label=_("答复异议"), who=sees_hardship)},
    panels=[
        Facts(Column("text", value=lambda notice: notice.text), "began_on", "ends_on", columns=1),
        Related(_objections, _("异议"), tables.ObjectionTable),
        Panel("care/notices/papers.html"),
    ],
)


@require_POST
@needs(sees_hardship)
def printed(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The posting in Word, masked as it is; recorded before it leaves."""
    notice = get_object_or_404(PublicNotice.objects.visible_to(request.user), pk=pk)
    document = word.render("care.notice", notice)
    audit.export("care.notice", by=request.user, rows=1, filters={"began_on": str(notice.began_on)})
    return sent(document, f"{notice.title}.docx", word.MEDIA_TYPE)
