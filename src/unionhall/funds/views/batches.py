"""The cashier's page and the accountant's: everything that waits for them, ticked, and carried out in the background."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from unionhall.funds.flow.request import FLOW, State
from unionhall.funds.forms import spending as forms
from unionhall.funds.models import RequestPayee, SpendingRequest
from unionhall.funds.permissions.spending import is_accountant, is_cashier
from unionhall.jobs.services import start
from unionhall.kernel.money import shown
from unionhall.pages.guards import needs
from unionhall.pages.once import act_once, new_key, where_it_led

SHOWN = 2000
LOOKED_INTO = 100
NAMED = 3


@dataclass(frozen=True)
class Row:
    """One request as it waits: whom it pays, and what its pack still lacks."""

    request: SpendingRequest
    ticked: bool
    payees: list[RequestPayee]
    lacking: str

    @property
    def paid(self) -> str:
        """The first payees with their amounts, and how many there are."""
        said = [f"{one.name} {shown(one.cash + one.goods)}" for one in self.payees[:NAMED]]
        if len(self.payees) > NAMED:
            said.append(_("等%(count)s人") % {"count": len(self.payees)})
        return _("、").join(said)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(is_cashier)
def payments(request: HttpRequest) -> HttpResponse:
    """What is approved and to be paid."""
    about = gettext_lazy("请核对收款名单和金额后付款。每笔各自办理，中途断开后重新提交，已付的不会再付。")
    return _batch(request, State.APPROVED, "pay", forms.PayForm, "funds.pay_all", gettext_lazy("待付款"), about)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(is_accountant)
def vouchers(request: HttpRequest) -> HttpResponse:
    """What is paid and to be booked."""
    about = gettext_lazy("附件不齐的不能入账（FIN-11），缺什么写在各笔后面。")
    return _batch(request, State.PAID, "book", forms.BookForm, "funds.book_all", gettext_lazy("待入账"), about)


def _batch(
    request: HttpRequest,
    state: State,
    verb: str,
    form_class: type,
    job: str,
    title: str | Promise,
    about: str | Promise,
) -> HttpResponse:
    if done := where_it_led(request):
        return redirect(done)
    waiting = SpendingRequest.objects.visible_to(request.user).filter(state=state).select_related("asked_by", "fund")
    found = list(waiting.order_by("asked_on", "number")[:SHOWN])
    posted = request.method == "POST"
    form = form_class(request.POST if posted else None, user=request.user)
    payees = _payees(found)
    lacking = _lacking(found) if state == State.PAID else {}
    chosen = _chosen(request, found, lacking)
    if posted and chosen and form.is_valid():
        return redirect(act_once(request, lambda: _start(request, job, chosen, form.cleaned_data)))
    context = {
        "title": title,
        "about": about,
        "form": form,
        "rows": [Row(one, str(one.pk) in chosen, payees.get(one.pk, []), lacking.get(one.pk, "")) for one in found],
        "act": FLOW.steps[verb].label,
        "total": sum(one.amount for one in found),
        "nothing_chosen": posted and not chosen,
        "once": new_key(),
    }
    return render(request, "funds/batch.html", context, status=422 if posted else 200)


def _plain(fact: Any) -> Any:
    """A day as text, a person by key: what a job can keep."""
    return fact.isoformat() if hasattr(fact, "isoformat") else str(fact.pk) if hasattr(fact, "pk") else fact


def _chosen(request: HttpRequest, shown: list[SpendingRequest], lacking: dict[UUID, str]) -> list[str]:
    """The rows ticked, of those shown; before anything was sent all that lack nothing."""
    if request.method != "POST":
        return [str(one.pk) for one in shown if one.pk not in lacking]
    ticked = set(request.POST.getlist("pk"))
    return [str(one.pk) for one in shown if str(one.pk) in ticked]


def _payees(shown: list[SpendingRequest]) -> dict[UUID, list[RequestPayee]]:
    """Whom each request pays, in one query."""
    found: dict[UUID, list[RequestPayee]] = defaultdict(list)
    for payee in RequestPayee.objects.filter(request__in=shown):
        found[payee.request_id].append(payee)
    return found


def _lacking(shown: list[SpendingRequest]) -> dict[UUID, str]:
    """What the pack of each still lacks, of the first of them: the rest is told when they are booked."""
    missing = {one.pk: one.missing_pieces() for one in shown[:LOOKED_INTO]}
    return {pk: _("、").join(str(kind.label) for kind in kinds) for pk, kinds in missing.items() if kinds}


def _start(request: HttpRequest, job: str, chosen: list[str], facts: dict[str, Any]) -> str:
    plain = {name: _plain(fact) for name, fact in facts.items()}
    return reverse("jobs.show", args=[start(job, by=request.user, requests=chosen, **plain).pk])
