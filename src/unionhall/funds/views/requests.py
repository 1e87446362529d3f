"""The pages of requests: asked by clerk or branch chair, approved, paid, booked; and what a member was paid."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from unionhall.funds import services
from unionhall.funds.filters.spending import RequestFilters
from unionhall.funds.flow.request import FLOW, State
from unionhall.funds.forms import spending as forms
from unionhall.funds.kinds.ladder import Rung
from unionhall.funds.models import SpendingRequest
from unionhall.funds.permissions.spending import may_ask, may_list
from unionhall.funds.services import findings, reserving
from unionhall.funds.tables.spending import MaskedPayeeTable, PayeeTable, RequestTable
from unionhall.funds.views import panels
from unionhall.kernel import clock
from unionhall.kernel.money import shown
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.forms import ReasonForm
from unionhall.pages.panels import Facts, History, Panel, Related
from unionhall.pages.tables import Column


def rows(user: Any) -> QuerySet[SpendingRequest]:
    """The requests one may see."""
    return SpendingRequest.objects.visible_to(user).select_related("fund", "asked_by", "payment")


OF = Column("unit", value=lambda request: request.unit or _("工会办公室"))
FROM = Column("fund", value=lambda request: request.fund or _("本会经费"))


def turn(request: SpendingRequest) -> Any:
    """Whose turn it is."""
    return {
        State.DRAFTED: gettext_lazy("等待申请人提交"),
        State.SUBMITTED: Rung(request.rung).label if request.rung else None,
        State.APPROVED: gettext_lazy("等待出纳付款"),
        State.PAID: gettext_lazy("等待会计入账"),
    }.get(State(request.state))


def ladder(request: SpendingRequest) -> str:
    """Who decides on this amount, and what the checks ask."""
    said = _("申请金额%(amount)s元，审批权限：%(rung)s（FIN-10）；本人不得审批自己的申请（FIN-09）。") % {
        "amount": shown(request.amount),
        "rung": Rung(request.rung).label if request.rung else "",
    }
    return " ".join([said, *request.warnings])


def why_not_approve(request: SpendingRequest, user: Any) -> str | None:
    """Whose request it is, or what is not there for it."""
    return services.spending.own_stake(request, user) or reserving.shortage(request, clock.today().year)


def named(user: Any, request: SpendingRequest) -> bool:
    """Whether this reader learns whom a request pays."""
    return request.names_payees_to(user)


def masked(user: Any, request: SpendingRequest) -> bool:
    """Whether only what is paid, and not to whom, stands there for this reader."""
    return not request.names_payees_to(user)


request_pages = Pages(
    name="funds.requests",
    path="office/funds/requests",
    model=SpendingRequest,
    rows=rows,
    may_list=may_list,
    flow=FLOW,
    table=RequestTable,
    filters=RequestFilters,
    title=gettext_lazy("经费申请"),
    turn=turn,
    about=gettext_lazy("每一笔支出从这里开始：申请、审批、付款、入账，附件齐全才能入账。"),
    verbs={
        "draft": Verb(
            forms.RequestForm,
            services.spending.draft,
            label=pgettext_lazy("funds", "申请经费"),
            who=may_ask,
            creates=True,
            about=gettext_lazy(
                "工会经费不得用于“八不准”事项、单位接待和职代会费用，离退休人员慰问从离退休经费列支；提交时逐项核对。"
            ),
        ),
        "submit": Verb(
            None,
            services.spending.submit,
            about=gettext_lazy("提交后按金额进入相应的审批权限（FIN-10）。"),
            why=lambda request, user: findings.refusal(findings.about(request)),
        ),
        "approve": Verb(forms.ApproveForm, services.spending.approve, about=ladder, many=True, why=why_not_approve),
        "pay": Verb(
            forms.PayForm,
            services.payments.pay,
            about=gettext_lazy("请核对收款名单和金额。一笔申请只付一次；会计不得兼办付款（FIN-09）。"),
            many=True,
            why=services.payments.why_not_pay,
        ),
        "book": Verb(
            forms.BookForm,
            services.payments.book,
            about=gettext_lazy("附件须齐全：事由、名单、票据、签领，缺一不得入账（FIN-11）。付款人不得记账（FIN-09）。"),
            many=True,
            why=services.payments.why_not_book,
        ),
        "add_evidence": Verb(forms.EvidenceForm, services.spending.add_evidence),
        "drop_evidence": Verb(
            forms.DropEvidenceForm,
            services.spending.drop_evidence,
            danger=True,
            about=gettext_lazy("传错的附件撤下后另行补充；已作为凭证原始单据的文件仍留在那张凭证里。"),
        ),
        "amend": Verb(forms.RequestForm, services.spending.amend),
        "refuse": Verb(ReasonForm, services.spending.refuse, danger=True),
        "take_back": Verb(
            ReasonForm,
            services.returns.take_back,
            danger=True,
            why=services.returns.why_not_take_back,
            about=gettext_lazy(
                "由会计办理，不能由付款的出纳办理（FIN-09）。已入账的记一张冲销凭证，占用的预算或专项资金随即释放。"
            ),
        ),
        "withdraw": Verb(
            ReasonForm, services.spending.withdraw, danger=True, about=gettext_lazy("已占用的预算或专项资金随即释放。")
        ),
    },
    panels=[
        Panel("funds/matters.html", panels.matters),
        Facts("title", "purpose", FROM, "text", "needed_on", OF, "asked_by", "asked_on"),
        Facts(
            "approved_by", "approved_on", "granted", "decision", "decided_on", "witness", title=gettext_lazy("审批"),
        ),
        Facts(
            "payment.way", "payment.paid_on", "payment.by", "payment.second", "payment.reference", "voucher",
            "booked_by", title=gettext_lazy("付款与入账"),
        ),
        Related(panels.payees, gettext_lazy("收款名单"), PayeeTable, who=named),
        Related(panels.payees, gettext_lazy("收款名单"), MaskedPayeeTable, who=masked),
        Panel("funds/pack.html", panels.pack),
        Panel("funds/request_form.html", who=named, aside=True),
        History(who=named),
    ],
)  # fmt: skip
