"""The table of balances, and what leaves the book for other programs."""

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from unionhall.audit import services as audit
from unionhall.files.views import sent
from unionhall.funds.exchange import finance, plain_text
from unionhall.funds.forms.reports import ExportForm, Layout, SpanForm
from unionhall.funds.permissions.ledger import reads_book
from unionhall.funds.selectors import months
from unionhall.funds.selectors.balances import Balance, balances
from unionhall.funds.views.ledger_panels import entries_url
from unionhall.kernel import excel
from unionhall.pages.guards import needs
from unionhall.pages.values import day


@require_http_methods(["GET", "HEAD", "POST"])
@needs(reads_book)
def table(request: HttpRequest) -> HttpResponse:
    """科目余额表 between two days; a POST takes the same as a workbook, recorded before it leaves."""
    form = SpanForm(months.last_used() | request.GET.dict())
    if not form.is_valid():
        return render(request, "funds/balances.html", {"form": form, "lines": []}, status=422)
    span = {"first": form.cleaned_data["first"], "last": form.cleaned_data["last"]}
    lines = balances(**span)
    if request.method == "POST":
        audit.export("funds.balances", by=request.user, rows=len(lines), filters=span)
        return excel.response(_("科目余额表"), _sheet(lines, **span))
    context = {
        "form": form,
        "lines": [(line, _urls(line.code, **span)) for line in lines],
        "totals": _totals(lines),
        "query": urlencode(span),
    }
    return render(request, "funds/balances.html", context)


def _urls(code: str, first: date, last: date) -> dict[str, str]:
    """The entries behind what an account began with, what moved, and what it stands at."""
    return {
        "opening": entries_url(account=code, last=first - timedelta(days=1)),
        "moved": entries_url(account=code, first=first, last=last),
        "closing": entries_url(account=code, last=last),
    }


def _totals(lines: list[Balance]) -> Balance:
    total = Balance("", "", "")
    for line in lines:
        total = total.plus(line) if len(line.code) == 3 else total  # details stand in their first-level account
    return total


def _sheet(lines: list[Balance], first: date, last: date) -> excel.Sheet:
    heads = (_("科目编码"), _("科目名称"), _("期初余额"), _("本期借方"), _("本期贷方"), _("期末余额"))
    rows = [[line.code, line.name, line.opening, line.debit, line.credit, line.closing] for line in lines]
    note = _("%(first)s至%(last)s") % {"first": day(first), "last": day(last)}
    return excel.Sheet(_("科目余额表"), [excel.Column(head, 16) for head in heads], rows, notes=[note])


@require_http_methods(["GET", "HEAD", "POST"])
@needs(reads_book)
def exports(request: HttpRequest) -> HttpResponse:
    """Vouchers for the finance system, or the whole book for an independent checker; recorded before anything leaves."""
    form = ExportForm(request.POST or None, initial=months.last_used())
    if request.method != "POST" or not form.is_valid():
        return render(request, "funds/exports.html", {"form": form}, status=422 if request.method == "POST" else 200)
    asked: dict[str, Any] = form.cleaned_data
    first, last = asked["first"], asked["last"]
    filters = {"first": first, "last": last, "layout": asked["layout"]}
    audit.export("funds.vouchers", by=request.user, rows=finance.count(first, last), filters=filters)
    if asked["layout"] == Layout.FINANCE:
        return excel.response(_("记账凭证"), finance.sheet(first, last))
    return sent(plain_text.text(first, last).encode(), f"{first}-{last}.beancount", "text/plain; charset=utf-8")
