"""The office's pages of membership: one row is one spell, its steps are buttons."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.panels import Facts, History, Panel
from unionhall.pages.tables import Column
from unionhall.people import permissions
from unionhall.people.filters import MembershipFilters
from unionhall.people.flow import FLOW, State
from unionhall.people.forms import memberships as forms
from unionhall.people.models import Membership
from unionhall.people.rules.membership import dues
from unionhall.people.selectors.organisation import memberships as rows
from unionhall.people.services import memberships
from unionhall.people.tables import MEMBERSHIPS
from unionhall.rulebook.services import value

_TURN = {State.APPLIED: _("等分工会初审"), State.REVIEWED: _("等工会批准")}


def turn(spell: Membership) -> str | None:
    """Whose turn it is with an application."""
    return _TURN.get(State(spell.state))


def monthly_dues(spell: Membership) -> Decimal | None:
    """What the member pays a month, once a base is set (MEM-09)."""
    if spell.dues_base is None:
        return None
    return dues(spell.dues_base, rate=value("people.dues_rate"), step=value("people.dues_step"))


membership_pages = Pages(
    name="people.memberships",
    path="office/memberships",
    model=Membership,
    rows=rows,
    may_list=permissions.may_list,
    flow=FLOW,
    title=_("会籍"),
    about=_("入会申请、转入转出、保留会籍和退会都在这里办理。"),
    turn=turn,
    table=MEMBERSHIPS,
    filters=MembershipFilters,
    verbs={
        "apply_for": Verb(forms.ApplyForForm, memberships.apply, label=_("登记入会申请"), who=in_office, creates=True),
        "transfer_in": Verb(
            forms.TransferInForm,
            memberships.transfer_in,
            label=_("登记转入"),
            who=in_office,
            creates=True,
            about=_("会籍随工作关系转移，一次入会、动态接转，新单位工会应当接纳（会籍管理办法第三条）。"),
        ),
        "review": Verb(forms.NoteForm, memberships.review, many=True),
        "approve": Verb(
            forms.ApproveForm,
            memberships.approve,
            about=_("批准后发给会员证号，并告知起缴会费的月份（会籍管理办法第五条）。"),
        ),
        "decline": Verb(forms.ReasonForm, memberships.decline, danger=True),
        "retain": Verb(
            forms.RetainForm,
            memberships.retain,
            about=_("保留会籍期间免缴会费，没有选举权、被选举权和表决权（工会章程第八条）。"),
        ),
        "set_dues": Verb(
            forms.DuesForm,
            memberships.set_dues,
            label=_("设定会费基数"),
            who=in_office,
            about=_(
                "会费按基数的千分之五缴纳，基数尾数不足十元的部分不计；奖金、津贴、补贴不计入（全国总工会会费规定）。"
            ),
        ),
        "transfer_out": Verb(
            forms.TransferOutForm, memberships.transfer_out, about=_("会籍随工作关系转移（会籍管理办法第三条）。")
        ),
        "withdraw": Verb(
            forms.WithdrawForm,
            memberships.withdraw,
            danger=True,
            about=_("会员有退会自由：本人向小组提出，委员会宣布，收回会员证（工会章程第六条）。"),
        ),
        "auto_withdraw": Verb(
            forms.AutoWithdrawForm,
            memberships.auto_withdraw,
            danger=True,
            about=_("没有正当理由连续六个月既不缴会费也不参加活动，谈过话仍不改的，视为自动退会（工会章程第六条）。"),
        ),
        "expel": Verb(
            forms.ExpelForm,
            memberships.expel,
            danger=True,
            about=_("严重违法犯罪并受刑事处分的，小组讨论、委员会决定，报上一级工会备案（工会章程第七条）。"),
        ),
        "die": Verb(forms.DieForm, memberships.die),
        "reinstate": Verb(forms.ReinstateForm, memberships.reinstate),
    },
    panels=[
        Facts(
            Column("person.name", _("姓名")),
            Column("person.staff_no", _("工号")),
            Column("person.department.name", _("科室")),
            "entry",
            "card_no",
            "applied_on",
            "joined_on",
            "dues_base",
            Column("dues", _("每月会费"), value=monthly_dues),
            "dues_from",
            "came_from",
            "retained_on",
            "retained_reason",
            "ended_on",
            "went_to",
            "filed_on",
            "filing_no",
        ),
        Facts("application", title=_("入会申请"), columns=1),
        Panel("people/parts/forms.html", who=in_office, aside=True),
        History(),
    ],
)
