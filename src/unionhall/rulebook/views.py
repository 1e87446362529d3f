"""The rulebook of the office: every value with its source, its history, and the page on which it is set."""

from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from unionhall.accounts.roles import in_office
from unionhall.audit import services as audit
from unionhall.flows import Blocked
from unionhall.kernel import excel
from unionhall.pages.guards import needs
from unionhall.rulebook import selectors, services
from unionhall.rulebook.forms import AmendForm
from unionhall.rulebook.selectors import Ruling
from unionhall.rulebook.subjects import SUBJECTS


@require_safe
@needs(in_office)
def index(request: HttpRequest) -> HttpResponse:
    """Every value in force today, by subject; with `?unverified=1` those nobody has compared with their source."""
    rulings = list(selectors.all_in_force())
    only = bool(request.GET.get("unverified"))
    shown = [ruling for ruling in rulings if ruling.is_unverified or not only]
    groups = [
        (SUBJECTS[subject], list(members))
        for subject, members in groupby(shown, key=lambda ruling: ruling.rule.subject)
    ]
    unverified = sum(ruling.is_unverified for ruling in rulings)
    return render(
        request, "rulebook/index.html", {"groups": groups, "only": only, "count": len(shown), "unverified": unverified}
    )


@require_safe
@needs(in_office)
def detail(request: HttpRequest, key: str) -> HttpResponse:
    """One rule: what holds, what it started as, and every decision since."""
    ruling = _ruling(key)
    history = [Ruling(ruling.rule, entry) for entry in selectors.history(key)]
    return render(
        request, "rulebook/detail.html", {"ruling": ruling, "history": history, "default": Ruling(ruling.rule, None)}
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(in_office)
def amend(request: HttpRequest, key: str) -> HttpResponse:
    """Set a value from a day on; 422 for what cannot be read, 409 for a day that would rewrite the past."""
    ruling = _ruling(key)
    form = AmendForm(request.POST if request.method == "POST" else None, user=request.user, ruling=ruling)
    reason = ""
    if form.is_valid():
        try:
            services.amend(key, by=request.user, **form.cleaned_data)
        except Blocked as refusal:
            reason = str(refusal)
        else:
            messages.success(request, _("已记下新的取值。"))
            return redirect("rulebook.detail", key)
    status = 409 if reason else 422 if form.errors else 200
    return render(request, "rulebook/amend.html", {"ruling": ruling, "form": form, "reason": reason}, status=status)


@require_POST
@needs(in_office)
def export(request: HttpRequest) -> HttpResponse:
    """The rulebook as a workbook."""
    headers = (_("主题"), _("参数"), _("取值"), _("依据"), _("规则编号"), _("适用地区"), _("核对情况"))
    rows = [_line(ruling) for ruling in list(selectors.all_in_force())]
    audit.export("rulebook", by=request.user, rows=len(rows), filters={})
    sheet = excel.Sheet(_("规则参数"), [excel.Column(header, 20) for header in headers], rows)
    return excel.response(_("规则参数"), sheet)


def _line(ruling: Ruling) -> tuple[Any, ...]:
    rule = ruling.rule
    return (
        str(SUBJECTS[rule.subject]),
        str(rule.label),
        ruling.shown,
        ruling.source,
        rule.rule_id,
        str(rule.jurisdiction),
        str(ruling.checked.label),
    )


def _ruling(key: str) -> Ruling:
    try:
        return selectors.in_force(key)
    except KeyError:
        raise Http404 from None
