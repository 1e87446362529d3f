"""Drives at the desk."""

from typing import Any

import django_filters
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.care.flow.drive import DRIVES, DriveState
from unionhall.care.forms import drive as forms
from unionhall.care.kinds.drive import Remainder
from unionhall.care.models import Drive, DrivePayment
from unionhall.care.permissions import may_list_drives, runs_drives, sees_donors
from unionhall.care.selectors import drives as selectors
from unionhall.care.services import drives
from unionhall.care.tables import drive as tables
from unionhall.care.views.visits.panels import request_url
from unionhall.funds.models import Fund, SpendingRequest
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.forms import ReasonForm
from unionhall.pages.panels import Facts, History, Panel, Related
from unionhall.pages.tables import Column

VOLUNTARY = _("自愿无偿，不设最低额，不公布未捐款人员，不与考核挂钩（公益事业捐赠法第四条）。")


class DriveFilters(django_filters.FilterSet):
    q = django_filters.CharFilter("title", "icontains", label=_("名称"))
    state = django_filters.ChoiceFilter(choices=DriveState.choices, label=_("状态"))
    opens_on = django_filters.DateFromToRangeFilter(label=_("开始日期"))


def accounted(request: HttpRequest, drive: Drive) -> dict[str, Any]:
    """The open account, and the drive's purse as the book keeps it."""
    return {"account": selectors.account(drive), "purse": Fund.objects.about(drive).first()}


def sign_payment(drive: Drive, *, by: User, payment: DrivePayment) -> None:
    """The verb as a page of the drive takes it."""
    drives.sign(payment, by=by)


def divided(request: HttpRequest, drive: Drive) -> dict[str, Any]:
    """What each donor would get back of what is left, where that is the rule (DON-07)."""
    applies = drive.state == DriveState.CLOSED and drive.remainder == Remainder.RETURN and drive.balance
    return {"rows": drives.returned(drive) if applies else []}


def circumstances(request: HttpRequest, drive: Drive) -> dict[str, Any]:
    """The request for help as it was verified; the look is logged for whom it is about (PRI-04)."""
    if drive.circumstances:
        audit.read(drive, by=request.user, what=_("求助情况"), concerns=drive.beneficiary_id)
    return {"words": drive.circumstances}


def request_of(payment: DrivePayment) -> str:
    """Where one reads the request a payment was asked by."""
    asked = SpendingRequest.objects.about(payment).first()
    return request_url(asked) if asked else ""


def turn(drive: Drive) -> Any:
    """What comes next."""
    return {
        DriveState.DRAFT: _("等待拟稿人以外的人发布"),
        DriveState.CLOSED: _("等待结清"),
    }.get(DriveState(drive.state))


drive_pages = Pages(
    name="care.drives",
    confidential=True,
    path="office/care/drives",
    model=Drive,
    rows=selectors.rows,
    may_list=may_list_drives,
    flow=DRIVES,
    filters=DriveFilters,
    table=tables.DriveTable,
    title=_("募捐"),
    turn=turn,
    about=_("院内职工互助募捐记在这里：发起、逐笔登记、支付、结清并公开账目。"),
    verbs={
        "draft": Verb(
            forms.DriveForm,
            drives.draft,
            label=_("发起募捐"),
            who=runs_drives,
            creates=True,
            about=_("只面向本院职工，不得向院外公开募捐（慈善法第二十二条、第一百二十二条）。"),
        ),
        "publish": Verb(None, drives.publish, about=_("由拟稿人以外的人发布；发布后全院可见，结余处理办法不能再改。")),
        "receive": Verb(forms.GiftForm, drives.receive, about=VOLUNTARY),
        "receive_goods": Verb(forms.GoodsForm, drives.receive_goods, about=VOLUNTARY),
        "amend": Verb(forms.DriveForm, drives.amend),
        "close": Verb(None, drives.close),
        "ask_payment": Verb(
            forms.PaymentForm,
            drives.ask_payment,
            about=_("提交后按经费审批权限审批，由出纳支付；专款专用（慈善法第五十四条）。"),
        ),
        "hand_goods": Verb(
            forms.HandForm, drives.hand_goods, about=_("所有待交付的物品一次交付：两人同去，受助人或代收人签收。")
        ),
        "sign_payment": Verb(forms.SignPaymentForm, sign_payment, about=_("收到受助人签收的单据后登记。")),
        "settle": Verb(forms.SettleForm, drives.settle, about=_("没有结余、没有待支付款项时才能结清；账目继续公开。")),
        "reverse": Verb(
            forms.ReverseForm, drives.reverse, danger=True, about=_("原来的一笔保留，另记一笔相反的金额。")
        ),
        "cancel": Verb(ReasonForm, drives.cancel, danger=True),
    },
    panels=[
        Panel("care/drives/account.html", accounted),
        Facts(
            Column("for_whom", _("受助人")),
            "cause",
            "opens_on",
            "closes_on",
            "goal",
            "remainder",
            "how",
            "consent_on",
            "audit_opinion",
        ),
        Panel("care/drives/circumstances.html", circumstances, who=runs_drives),
        Related("payments", pgettext_lazy("care", "支付"), tables.PaymentTable, link=request_of),
        Panel("care/drives/returned.html", divided, who=sees_donors),
        Related(
            "gifts",
            _("捐款明细"),
            tables.GIFTS_HERE,
            who=sees_donors,
            link=lambda gift: reverse("care.gifts.detail", args=[gift.pk]),
        ),
        Related("goods", _("捐赠物品"), tables.GoodsTable),
        Panel("care/drives/papers.html", who=sees_donors),
        History(),
    ],
)
