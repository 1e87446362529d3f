"""Public notices: on the phone for everybody while they run, at the desk with what was said against them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from unionhall.care.forms.notices import AnswerForm, ObjectionForm, QuarterForm
from unionhall.care.models import Objection, PublicNotice
from unionhall.care.permissions import has_page, posts_quarters, sees_hardship, takes_down
from unionhall.care.services import posting, quarters
from unionhall.care.tables import hardship as tables
from unionhall.files.views import filled
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.forms import ReasonForm
from unionhall.pages.guards import needs
from unionhall.pages.panels import Facts, Panel, Related
from unionhall.pages.tables import Column


@require_safe
@needs(has_page)
def listing(request: HttpRequest) -> HttpResponse:
    """What is posted today, and what one said against anything oneself."""
    context = {
        "notices": PublicNotice.objects.posted_to(request.user),
        "own": Objection.objects.filter(by=request.user).select_related("notice"),
    }
    return render(request, "care/notices/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(has_page)
def object_to(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say something against a posting."""
    notice = get_object_or_404(PublicNotice.objects.posted_to(request.user), pk=pk)
    form = ObjectionForm(request.POST if request.method == "POST" else None, user=request.user)
    if request.method == "POST" and form.is_valid():
        posting.object_to(notice, by=request.user, **form.cleaned_data)
        messages.success(request, gettext("异议已提交，只有工会办公室能看到是谁提出的；答复会通知您。"))
        return redirect("my.care.notices")
    status = 422 if form.errors else 200
    return render(request, "care/notices/object.html", {"notice": notice, "form": form}, status=status)


def _objections(notice: PublicNotice, user: Any) -> QuerySet[Objection]:
    return Objection.objects.visible_to(user).filter(notice=notice)


def _answer(notice: PublicNotice, *, by: Any, objection: Objection, answer: str) -> None:
    posting.answer(objection, by=by, answer=answer)


def _nothing_asked(notice: PublicNotice, user: Any) -> str | None:
    return None if notice.objections.filter(answered_at=None).exists() else gettext("没有待答复的异议。")


def rows(user: Any) -> QuerySet[PublicNotice]:
    """Every posting for the office, the quarters of their own branch for its chair."""
    found = PublicNotice.objects.all() if sees_hardship(user) else PublicNotice.objects.in_branches_of(user)
    return found.select_related("file", "batch", "unit")


notice_pages = Pages(
    name="care.notices",
    confidential=True,
    path="office/care/notices",
    model=PublicNotice,
    rows=rows,
    may_list=posts_quarters,
    table=tables.NoticeTable,
    title=_("公示与异议"),
    about=_("困难职工认定、疗休养和各分会每季度慰问补助的公示在这里，异议按期逐条答复后才能办结。"),
    verbs={
        "post": Verb(
            QuarterForm,
            quarters.post,
            label=_("公示一个季度的慰问和补助"),
            who=posts_quarters,
            creates=True,
            about=_(
                "按分会各出一份，只给本分会会员看：姓氏、科室、事项类别和金额；涉及医疗、困难和未成年人的一律只写“慰问补助”"
                "（CARE-20，个人信息保护法第二十五条）。"
            ),
        ),
        "answer": Verb(AnswerForm, _answer, label=_("答复异议"), who=sees_hardship, why=_nothing_asked),
        "take_down": Verb(ReasonForm, quarters.take_down, label=_("撤下"), who=takes_down, danger=True),
    },
    panels=[
        Facts(
            Column("about", _("关于"), value=lambda notice: notice.about),
            Column("stands", _("状态"), value=lambda notice: notice.stands),
            "began_on",
            "ends_on",
        ),
        Panel("care/notices/text.html"),
        Related(_objections, _("异议"), tables.ObjectionTable),
        Panel("care/notices/papers.html"),
    ],
)


@require_POST
@needs(posts_quarters)
def printed(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The posting in Word, masked as it is; recorded before it leaves."""
    notice = get_object_or_404(rows(request.user), pk=pk)
    key = "care.branch_notice" if notice.unit_id else "care.notice"
    return filled(request, key, notice, name=notice.title)
