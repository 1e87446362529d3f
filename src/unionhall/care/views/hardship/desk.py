"""Hardship files at the desk, for the office alone."""

from typing import Any
from uuid import UUID

import django_filters
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from unionhall.care.flow.hardship import HARDSHIP, FileState
from unionhall.care.forms import hardship as forms
from unionhall.care.kinds.hardship import Cause, Grade
from unionhall.care.models import HardshipFile, HardshipPaper
from unionhall.care.permissions import has_page, sees_hardship
from unionhall.care.selectors import hardship as selectors
from unionhall.care.services import hardship
from unionhall.care.tables import hardship as tables
from unionhall.care.views.hardship import panels
from unionhall.files.views import filled, sent
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.forms import ReasonForm
from unionhall.pages.guards import needs
from unionhall.pages.panels import History, Panel


class FileFilters(django_filters.FilterSet):
    state = django_filters.ChoiceFilter(choices=FileState.choices, label=_("状态"))
    grade = django_filters.ChoiceFilter(choices=Grade.choices, label=_("困难类别"))
    cause = django_filters.ChoiceFilter(choices=Cause.choices, label=_("主要原因"))
    review_due_on = django_filters.DateFromToRangeFilter(label=_("应复核日期"))


def turn(file: HardshipFile) -> Any:
    """What comes next."""
    if file.state == FileState.FILED:
        return panels.after_filing(file)
    return {
        FileState.APPLIED: _("等待核实") if file.confirmed_on else _("等待初核"),
        FileState.VERIFIED: _("等待审议"),
        FileState.AGREED: _("等待公示"),
        FileState.ANNOUNCED: _("公示期满后建档"),
    }.get(FileState(file.state))


hardship_pages = Pages(
    name="care.hardship",
    confidential=True,
    path="office/care/hardship",
    model=HardshipFile,
    rows=selectors.rows,
    may_list=sees_hardship,
    flow=HARDSHIP,
    filters=FileFilters,
    table=tables.FileTable,
    title=_("困难职工档案"),
    turn=turn,
    about=_("困难职工家庭一户一档，只有工会办公室和本人能看，每次查阅都有记录。"),
    verbs={
        "apply": Verb(
            forms.RegisterForm,
            hardship.apply,
            label=_("代为登记申请"),
            who=sees_hardship,
            creates=True,
            about=forms.CONSENT,
        ),
        "confirm": Verb(
            forms.ConfirmationForm, hardship.confirm, about=_("入户走访的人初核，核实由另一人办理（CARE-05）。")
        ),
        "verify": Verb(
            forms.VerifyForm,
            hardship.verify,
            about=_("核实要求：有收支测算、两人入户走访和证明材料；按证件号码核对一户一档（CARE-05）。"),
        ),
        "agree": Verb(
            forms.OpinionForm,
            hardship.agree,
            about=_(
                "按委员会会议纪要登记：到会人数够、同意的过半数才能通过；登记人不能是核实的人，也不能审议本人的申请（CARE-05）。"
            ),
        ),
        "announce": Verb(
            None,
            hardship.announce,
            about=_("公示只写姓氏、科室和困难类别，不写病情和收入（个人信息保护法第二十五条）。"),
        ),
        "file": Verb(None, hardship.put_on_file, about=_("公示期满、异议全部答复后建档，每年复核一次（CARE-07）。")),
        "measure": Verb(
            forms.MeasureForm,
            hardship.measure,
            about=_(
                "（全年收入 − 刚性支出）÷ 家庭人口 ÷ 12，与当地低保线比较（CARE-02）；低保线在规则参数里按当地当年标准设定。"
            ),
        ),
        "visit_home": Verb(forms.HomeVisitForm, hardship.visit_home, about=_("入户走访至少两人（CARE-05）。")),
        "add_paper": Verb(forms.PaperForm, hardship.add_paper),
        "add_kin": Verb(forms.KinForm, hardship.add_kin),
        "change_kin": Verb(forms.ChangeKinForm, hardship.change_kin),
        "drop_kin": Verb(forms.KinLineForm, hardship.drop_kin, danger=True),
        "describe": Verb(forms.DescribeForm, hardship.describe),
        "review": Verb(
            forms.ReviewForm,
            hardship.review,
            about=_(
                "先按今年的收支重新测算，再登记复核（CARE-07）。类别没有变化的续一年；有变化的重新核实、审议、公示，其间仍按原类别在档（CARE-05）。"
            ),
        ),
        "keep_grade": Verb(
            ReasonForm,
            hardship.keep_grade,
            about=_("不改困难类别，按原类别在档一年；公示撤下，理由会告知本人。"),
        ),
        "lift": Verb(ReasonForm, hardship.lift, about=panels.before_lifting),
        "refuse": Verb(ReasonForm, hardship.refuse, danger=True, about=_("理由会告知本人。")),
        "withdraw": Verb(ReasonForm, hardship.withdraw, danger=True),
    },
    panels=[
        Panel("care/hardship/content.html", panels.content),
        Panel("care/hardship/papers.html"),
        Panel("care/hardship/looks.html", panels.looks, aside=True),
        History(),
    ],
)


@require_safe
@needs(has_page)
def paper(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A document of a household, for the office and the household; the look is logged first."""
    found = get_object_or_404(
        HardshipPaper.objects.visible_to(request.user).select_related("file__person__user"), pk=pk
    )
    return sent(hardship.open_paper(found, by=request.user), found.name, found.media_type)


@require_POST
@needs(sees_hardship)
def register_form(request: HttpRequest, pk: UUID) -> HttpResponse:
    """困难职工登记表 in Word: a look and an export, both recorded before it leaves."""
    file = get_object_or_404(selectors.rows(request.user), pk=pk)
    hardship.look(file, by=request.user, what=_("困难职工登记表"))
    return filled(request, "care.hardship", file)
