"""What stands in the Word forms of requests and contributions."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.tenancy import current_union
from unionhall.files import word
from unionhall.funds.models import Account, Contribution, SpendingRequest
from unionhall.funds.printing.ledger import HERE
from unionhall.funds.rules.calendar import month_said
from unionhall.funds.rules.chart import payment_account
from unionhall.funds.selectors.arrears import arrears
from unionhall.kernel import clock
from unionhall.kernel.money import in_words, shown
from unionhall.pages.values import day
from unionhall.people.models import Profile

ROW = {"number": 1, "name": "李明", "department": "心内科", "cash": "100.00", "goods": "", "text": "一等奖"}
REQUEST = dict.fromkeys(
    "union number asked_on asked_by unit title needed_on purpose account fund state amount words rung decision "
    "approved_by approved_on witness paid text warnings".split(),
    "示例",
)
DEMAND = dict.fromkeys(
    "employer month wages due due_on received owed words late_days late_rate late_fee late_rule "
    "account_name bank account_no union today".split(),
    "示例",
)


def request(record: SpendingRequest) -> dict[str, Any]:
    """经费审批单, with everybody it pays."""
    code = payment_account(record.fund.kind, record.account) if record.fund else record.account
    account = Account.objects.filter(code=code).first()
    return {
        "union": current_union().name,
        "number": record.number,
        "asked_on": day(record.asked_on),
        "asked_by": _said(record.asked_by),
        "unit": _said(record.unit) or _("工会办公室"),
        "title": record.title,
        "needed_on": _day(record.needed_on),
        "purpose": str(record.get_purpose_display()),
        "account": str(account or code),
        "fund": _said(record.fund) or _("本会经费"),
        "state": str(record.get_state_display()),
        "amount": shown(record.amount),
        "words": in_words(record.amount),
        "rung": str(record.get_rung_display()),
        "decision": " ".join(filter(None, [record.decision, _day(record.decided_on)])),
        "approved_by": _said(record.approved_by),
        "approved_on": _day(record.approved_on),
        "witness": _said(record.witness),
        "paid": _paid(record),
        "text": record.text,
        "warnings": " ".join(record.warnings) or _("无"),
        "rows": [
            {
                "number": at,
                "name": payee.name,
                "department": _said(payee.department),
                "cash": shown(payee.cash) if payee.cash else "",
                "goods": shown(payee.goods) if payee.goods else "",
                "text": payee.text,
            }
            for at, payee in enumerate(record.payees.select_related("person__department"), 1)
        ],
    }


def demand(record: Contribution) -> dict[str, Any]:
    """拨缴经费催缴通知书; the late fee only where the union has adopted a rule of it."""
    profile, late = Profile.objects.first() or Profile(), arrears(record)
    return {
        "employer": profile.administration or current_union().name.removesuffix("工会"),
        "month": month_said(record.month),
        "wages": shown(record.wages),
        "due": shown(record.due),
        "due_on": day(record.due_on),
        "received": shown(record.received),
        "owed": shown(record.owed),
        "words": in_words(record.owed),
        "late_days": late.days,
        "late_rate": late.rate,
        "late_fee": shown(late.fee) if late.is_adopted and late.fee else "",
        "late_rule": late.rule,
        "account_name": profile.account_name or current_union().name,
        "bank": profile.bank,
        "account_no": profile.account_no,
        "union": current_union().name,
        "today": day(clock.today()),
    }


def _said(record: Any) -> str:
    return "" if record is None else str(record)


def _day(value: Any) -> str:
    return day(value) if value else ""


def _paid(record: SpendingRequest) -> str:
    payment = getattr(record, "payment", None)
    return f"{day(payment.paid_on)} {payment.get_way_display()} {payment.reference}".strip() if payment else ""


FORMS = {
    "request": word.register(
        "funds.request",
        gettext_lazy("经费审批单"),
        template=HERE / "request.docx",
        context=request,
        sample=REQUEST | {"rows": [ROW]},
    ),
    "demand": word.register(
        "funds.demand",
        gettext_lazy("拨缴经费催缴通知书"),
        template=HERE / "demand.docx",
        context=demand,
        sample=DEMAND,
    ),
}
