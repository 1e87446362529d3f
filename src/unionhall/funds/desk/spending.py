"""What waits in the road of requests: to approve, to pay, to book, papers to hand in; and what one was paid."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.funds.flow.request import SETTLED, State
from unionhall.funds.models import RequestPayee, SpendingRequest
from unionhall.funds.permissions.spending import (
    is_accountant,
    is_cashier,
    may_approve,
    may_list,
)
from unionhall.kernel import clock
from unionhall.kernel.money import shown
from unionhall.pages import history, nav
from unionhall.pages.desk import News, Waiting
from unionhall.people.permissions import is_of_the_union

LATELY = timedelta(days=30)
MOST = 10
DUTIES = (
    (may_approve, State.SUBMITTED, gettext_lazy("请审批%(what)s（%(amount)s元）")),
    (is_cashier, State.APPROVED, gettext_lazy("请付款%(what)s（%(amount)s元）")),
    (is_accountant, State.PAID, gettext_lazy("请入账%(what)s（%(amount)s元）")),
)
# Acts that are no step of a flow, as a record's history and the audit page say them.
ACTS = {
    "funds.requests.pay_less": gettext_lazy("按实际金额付款"),
    "funds.requests.draft": gettext_lazy("填写经费申请"),
    "funds.requests.voucher": gettext_lazy("生成凭证"),
}


def furnish() -> None:
    """Doors, sources and names of acts, registered once at start."""
    for verb, label in ACTS.items():
        history.says(verb, label)
    nav.room("账", gettext_lazy("经费申请"), "funds.requests.list", who=may_list, icon="file-text")
    nav.room("账", gettext_lazy("待付款"), "funds.payments", who=is_cashier, icon="checkbox")
    nav.room("账", gettext_lazy("待入账"), "funds.booking", who=is_accountant, icon="checkbox")
    nav.offer(gettext_lazy("工会付给您的"), "my.funds.list", icon="file-spreadsheet", who=is_of_the_union, rank=2)
    nav.waiting(duties)
    nav.waiting(papers_owed)
    nav.news(received)


def duties(user: Any) -> Iterator[Waiting]:
    """Requests that wait for what one's post decides, pays or books; one's own for another's approval are left out."""
    for who, state, words in DUTIES:
        if user.is_system or not who(user):
            continue
        waiting = SpendingRequest.objects.visible_to(user).filter(state=state)
        for request in waiting.exclude(asked_by=user.pk).order_by("asked_on")[:MOST]:
            yield Waiting(str(words) % _said(request), _url(request), request.needed_on)


def papers_owed(user: Any) -> Iterator[Waiting]:
    """One's own requests that are paid while their pack lacks something (FIN-11)."""
    if not may_list(user):
        return
    for request in SpendingRequest.objects.filter(asked_by=user.pk, state=State.PAID)[:MOST]:
        if request.missing_pieces():
            yield Waiting(_("%(what)s已付款，请补齐凭证附件") % _said(request), _url(request))


def received(user: Any) -> Iterator[News]:
    """What the union paid one lately."""
    since = clock.today() - LATELY
    own = RequestPayee.objects.filter(
        person__user=user.pk, request__state__in=SETTLED, request__payment__paid_on__gte=since
    )
    for line in own.select_related("request__payment")[:5]:
        words = _("工会向您支付：%(title)s（%(amount)s）")
        yield News(
            words % {"title": line.request.title, "amount": _came(line)},
            reverse("my.funds.list"),
            clock.on(line.request.payment.paid_on, 9),
        )


def _came(line: RequestPayee) -> str:
    """Money and goods, each for itself."""
    cash = _("%(yuan)s元") % {"yuan": shown(line.cash)} if line.cash else ""
    goods = _("物品价值%(yuan)s元") % {"yuan": shown(line.goods)} if line.goods else ""
    return _("、").join(filter(None, (cash, goods)))


def _said(request: SpendingRequest) -> dict[str, str]:
    return {"what": str(request), "amount": shown(request.amount)}


def _url(request: SpendingRequest) -> str:
    return reverse("funds.requests.detail", args=[request.pk])
