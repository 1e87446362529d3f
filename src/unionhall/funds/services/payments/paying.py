"""Paying an approved request, once; the module it was asked for is told."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.roles import Role
from unionhall.audit import services as audit
from unionhall.flows import Blocked, NotAllowed
from unionhall.funds import subjects
from unionhall.funds.flow.request import FLOW
from unionhall.funds.kinds.ledger import Way
from unionhall.funds.kinds.purpose import PERSONAL
from unionhall.funds.models import Payment, RequestPayee, SpendingRequest
from unionhall.funds.permissions.spending import is_accountant
from unionhall.funds.services import cashbox, checks, reserving
from unionhall.funds.services.telling import tell
from unionhall.kernel.money import shown
from unionhall.people.models import Person
from unionhall.people.selectors import users_with
from unionhall.rulebook.services import cite, value

SECOND_OVER = "funds.second_handler_over"


@transaction.atomic
def pay(
    request: SpendingRequest,
    *,
    by: User,
    way: str = Way.TRANSFER,
    paid_on: date | None = None,
    reference: str = "",
    second: Person | None = None,
    amount: Decimal | None = None,
) -> Payment:
    """Pay an approved request, once; the module it was asked for is told in the same transaction.

    `amount`, in yuan, may be less than what was approved where one supplier is paid, never more; the rest is free again.
    Raises NotAllowed for who asked, approved or also keeps the book, WrongState when somebody else has just paid it,
    Blocked for a payment that needs a `second` pair of hands (FIN-09), and for cash to persons without a `reference` that
    says why.
    """
    FLOW.check(request, "pay", by=by)
    if reason := why_not_pay(request, by):
        raise NotAllowed(reason)
    paid_on = checks.has_been(paid_on, _("付款日期在今天以后。"))
    if request.approved_on and paid_on < request.approved_on:
        raise Blocked(_("付款日期早于批准日期，请核对。"))
    _check_second(request, by, second)
    if way == Way.CASH:
        _check_cash(request, request.amount if amount is None else amount, reference)
    FLOW.fire(request, "pay", by=by)
    if amount is not None and amount != request.amount:
        _pay_less(request, amount, by)
    payment = Payment.objects.create(
        request=request,
        way=way,
        paid_on=paid_on,
        reference=reference.strip(),
        amount=request.amount,
        by=by,
        second=second,
    )
    _tell_subject(request, by)
    tell("to_book", request, users_with(Role.ACCOUNTANT))
    tell("paid", request, request.asked_by)
    return payment


def why_not_pay(request: SpendingRequest, by: User) -> str | None:
    """Why this person may not pay a request, or None (FIN-09)."""
    if request.asked_by_id == by.pk:
        return _("这是您本人提出的申请，须由另一人付款，一人不得办理全程（医院工会财务制度，FIN-09）。")
    if request.approved_by_id == by.pk and not by.is_system:
        return _("这是您本人批准的申请，须由另一人付款，一人不得办理全程（医院工会财务制度，FIN-09）。")
    if is_accountant(by) and not by.is_system:
        return _("会计不得兼办出纳付款（会计法（2024）出纳不相容岗位，FIN-09）。")
    return None


def second_asked(request: SpendingRequest) -> str | None:
    """Why a payment of this amount needs a second pair of hands, or None (FIN-09)."""
    bound = value(SECOND_OVER, request.asked_on)
    if request.amount <= bound:
        return None
    return _("%(amount)s元超过%(bound)s元，付款须有两名经办人（%(cite)s，FIN-09），请填写第二经办人。") % {
        "amount": shown(request.amount),
        "bound": shown(bound),
        "cite": cite(SECOND_OVER),
    }


def _check_second(request: SpendingRequest, by: User, second: Person | None) -> None:
    """Two handlers from an amount on, neither of whom keeps the book or is paid (FIN-09)."""
    if second is None:
        if not by.is_system and (reason := second_asked(request)):
            raise Blocked(reason)
        return
    if second.user_id == by.pk:
        raise Blocked(_("第二经办人要是出纳以外的另一人（FIN-09）。"))
    if second.user is not None and is_accountant(second.user):
        raise Blocked(_("会计不得兼办付款，第二经办人请另选一位（会计法（2024）出纳不相容岗位，FIN-09）。"))
    if request.payees.filter(person=second).exists():
        raise Blocked(_("收款人不能作为这笔付款的经办人（FIN-09）。"))


def _check_cash(request: SpendingRequest, amount: Decimal, reference: str) -> None:
    """There is so much cash; and what people are given goes to their own card, or it is said why not (CARE-17)."""
    cashbox.check_payment(amount)
    given = request.purpose in PERSONAL and request.payees.filter(person__isnull=False, cash__gt=0).exists()
    if given and not reference.strip():
        raise Blocked(
            _(
                "慰问金和补助转入本人银行卡；确需现场发放现金的，请在“银行回单号或说明”里写明原因（工会慰问规定，CARE-17）。"
            )
        )


def _pay_less(request: SpendingRequest, amount: Decimal, by: User) -> None:
    """Write what is really paid on the request and its one line; what was granted stays beside it."""
    line = only_supplier(request)
    if line is None:
        raise Blocked(_("发给个人的、有多个收款方的或含物品的申请按批准数付款；数额有变请撤回后重新申请。"))
    if amount > request.amount:
        raise Blocked(
            _("实付%(amount)s元超过批准的%(granted)s元，请另行申请不足的部分（FIN-10）。")
            % {"amount": shown(amount), "granted": shown(request.amount)}
        )
    if amount <= 0:
        raise Blocked(_("实付金额应大于零；不再支付的请撤回申请。"))
    reserving.give_rest(request, request.amount - amount)
    before = {"amount": request.amount}
    request.cash = request.amount = line.cash = amount
    line.save(update_fields=["cash"])
    request.save(update_fields=["cash", "amount"])
    audit.record("funds.requests.pay_less", request, by=by, before=before, after={"amount": amount})


def only_supplier(request: SpendingRequest) -> RequestPayee | None:
    """The one line of a request that pays a single supplier in money, and whose record admits less; else None."""
    subject, lines = subjects.get(request.subject_type), list(request.payees.all()[:2])
    fits = len(lines) == 1 and not request.goods and (subject is None or subject.in_part)
    return lines[0] if fits and lines[0].person_id is None else None


def _tell_subject(request: SpendingRequest, by: User) -> None:
    subject = subjects.get(request.subject_type)
    if subject and subject.paid:
        subject.paid(request, by)
