"""Accounts as the administrator and the office see them, and the slips that open them."""

from collections.abc import Sequence
from typing import Any

import segno
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from unionhall.access import lockout, selectors
from unionhall.access.forms import ReasonForm, SlipsForm
from unionhall.access.permissions import is_bound, is_live, is_locked, may_disable, may_issue_code, may_see_users
from unionhall.access.services import activation, second_factor, users
from unionhall.access.tables import USERS, UserFilters
from unionhall.accounts.models import User
from unionhall.accounts.roles import is_administrator
from unionhall.jobs import services as jobs
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.guards import needs
from unionhall.pages.panels import Facts, History, Panel
from unionhall.pages.tables import Column


def _code_panel(request: HttpRequest, user: User) -> dict[str, Any]:
    return {"until": lockout.locked_until(user.username)}


user_pages = Pages(
    name="accounts.users",
    path="office/users",
    model=User,
    rows=selectors.rows,
    may_list=may_see_users,
    table=USERS,
    filters=UserFilters,
    title=gettext_lazy("账号"),
    about=gettext_lazy("职工凭工号登录；账号随花名册建立，用激活码启用。"),
    verbs={
        "disable": Verb(
            ReasonForm,
            users.disable,
            label=gettext_lazy("停用账号"),
            who=may_disable & is_live,
            danger=True,
            about=gettext_lazy("停用后立即不能登录，已登录的随即退出。记录都保留。"),
        ),
        "enable": Verb(ReasonForm, users.enable, label=gettext_lazy("启用账号"), who=may_disable & ~is_live),
        "unlock": Verb(None, users.unlock, label=gettext_lazy("解除锁定"), who=may_issue_code & is_locked),
        "release": Verb(
            ReasonForm,
            second_factor.remove,
            label=gettext_lazy("解除手机绑定"),
            who=is_administrator & is_bound,
            about=gettext_lazy("请先核实本人身份。解除后登录只凭密码，本人应尽快重新绑定。"),
        ),
    },
    panels=[
        Facts("staff_no", "name", "email", Column("last_login", gettext_lazy("最近登录"))),
        Panel("access/codes_panel.html", _code_panel, who=may_issue_code),
        History(),
    ],
)


@never_cache
@needs(may_see_users)
@require_http_methods(["GET", "HEAD", "POST"])
def slips(request: HttpRequest) -> HttpResponse:
    """New activation codes for some accounts or for all that wait: as slips to cut out, shown once, or by e-mail."""
    form = SlipsForm(request.POST or None, initial={"staff_nos": request.GET.get("staff_no", "")})
    if not form.is_valid():
        return render(
            request,
            "access/slips_form.html",
            {"form": form, "waiting": selectors.not_activated().count()},
            status=422 if form.errors else 200,
        )
    waiting = (account for account in selectors.not_activated() if may_issue_code(request.user, account))
    accounts = form.cleaned_data["staff_nos"] or list(waiting)
    if not accounts:
        messages.info(request, _("没有待激活的账号。"))
        return redirect("accounts.slips")
    if form.cleaned_data["by"] == SlipsForm.MAIL:
        staff_nos = [account.staff_no for account in accounts]
        job = jobs.start(
            "accounts.send_codes",
            by=request.user,
            staff_nos=staff_nos,
            address=request.build_absolute_uri(reverse("accounts.activate")),
        )
        return redirect("jobs.show", job.pk)
    return _printed(request, activation.issue(accounts, by=request.user))


def _printed(request: HttpRequest, cut: Sequence[activation.Slip]) -> HttpResponse:
    address = request.build_absolute_uri(reverse("accounts.activate"))
    code = segno.make(address)
    return render(
        request,
        "access/slips.html",
        {
            "slips": cut,
            "address": address,
            "side": code.symbol_size(border=0)[0],
            "picture": mark_safe(code.svg_inline(border=0, svgid="way-in")),
        },
    )
