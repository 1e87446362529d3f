"""The cashier's page and the accountant's: everything that waits for them, ticked, and carried out in the background."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from unionhall.funds import forms
from unionhall.funds.flow.request import State
from unionhall.funds.models import SpendingRequest
from unionhall.funds.permissions.spending import is_accountant, is_cashier
from unionhall.jobs.services import start
from unionhall.pages.guards import needs
from unionhall.pages.once import act_once, new_key, where_it_led

SHOWN = 2000


@require_http_methods(["GET", "HEAD", "POST"])
@needs(is_cashier)
def payments(request: HttpRequest) -> HttpResponse:
    """What is approved and to be paid."""
    about = _("请核对收款名单和金额后付款。每笔各自办理，中途断开后重新提交，已付的不会再付。")
    return _batch(request, State.APPROVED, forms.PayForm, "funds.pay_all", _("待付款"), about)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(is_accountant)
def vouchers(request: HttpRequest) -> HttpResponse:
    """What is paid and to be booked."""
    about = _("附件不齐的不能入账（FIN-11），会留在这里并说明缺什么。")
    return _batch(request, State.PAID, forms.BookForm, "funds.book_all", _("待入账"), about)


def _batch(
    request: HttpRequest, state: State, form_class: type, job: str, title: str | Promise, about: str | Promise
) -> HttpResponse:
    if done := where_it_led(request):
        return redirect(done)
    waiting = SpendingRequest.objects.visible_to(request.user).filter(state=state).select_related("asked_by", "fund")
    shown = list(waiting.order_by("asked_on", "number")[:SHOWN])
    posted = request.method == "POST"
    form = form_class(request.POST if posted else None, user=request.user)
    chosen = _chosen(request, shown)
    if posted and chosen and form.is_valid():
        return redirect(act_once(request, lambda: _start(request, job, chosen, form.cleaned_data)))
    context = {
        "title": title,
        "about": about,
        "form": form,
        "rows": [(one, str(one.pk) in chosen) for one in shown],
        "total": sum(one.amount for one in shown),
        "nothing_chosen": posted and not chosen,
        "once": new_key(),
    }
    return render(request, "funds/batch.html", context, status=422 if posted else 200)


def _plain(fact: Any) -> Any:
    """A day as text, a person by key: what a job can keep."""
    return fact.isoformat() if hasattr(fact, "isoformat") else str(fact.pk) if hasattr(fact, "pk") else fact


def _chosen(request: HttpRequest, shown: list[SpendingRequest]) -> list[str]:
    """The rows ticked, of those shown; all of them before anything was sent."""
    known = [str(one.pk) for one in shown]
    ticked = set(request.POST.getlist("pk"))
    return [key for key in known if key in ticked] if request.method == "POST" else known


def _start(request: HttpRequest, job: str, chosen: list[str], facts: dict[str, Any]) -> str:
    plain = {name: _plain(fact) for name, fact in facts.items()}
    return reverse("jobs.show", args=[start(job, by=request.user, requests=chosen, **plain).pk])
