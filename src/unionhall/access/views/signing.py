"""Signing in, in one or two steps, and out."""

from django.contrib.auth import authenticate, logout
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from unionhall.access import lockout
from unionhall.access.forms import CodeForm, SignInForm
from unionhall.access.services import second_factor
from unionhall.access.views.coming_in import UNION_COOKIE, admit, destination, held, let_in
from unionhall.accounts.tenancy import in_union
from unionhall.audit import services as audit


@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Staff number and password; the answer to a wrong one never tells which of the two was wrong."""
    if request.user.is_authenticated:
        return redirect(destination(request))
    form = SignInForm(request.POST or None, remembered=request.COOKIES.get(UNION_COOKIE, ""))
    if form.is_valid():
        user = authenticate(request, username=form.username, password=form.cleaned_data["password"])
        if user:
            return admit(request, user)
        form.add_error(None, _("工号或密码不对。忘记密码请向工会办公室领取激活码。"))
    context = {"form": form, "next": destination(request)}
    return render(request, "access/sign_in.html", context, status=422 if form.errors else 200)


@sensitive_post_parameters("code")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def second_step(request: HttpRequest) -> HttpResponse:
    """The one-time code of somebody whose password was right; failures count towards the lock-out."""
    waiting = held(request)
    if waiting is None:
        return redirect("accounts.sign_in")
    user, to = waiting
    form = CodeForm(request.POST or None)
    if form.is_valid() and lockout.is_open(request, user.username):
        with in_union(user.union):
            right = second_factor.accept(user, form.cleaned_data["code"])
        if right:
            return let_in(request, user, to)
        lockout.failed(request, user.username)
        form.add_error("code", _("动态码不对或已用过，请等手机上出现下一个码再输。"))
    return render(request, "access/second_step.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End this session."""
    if request.user.is_authenticated:
        with transaction.atomic():
            audit.record("accounts.sign_out", request.user, by=request.user)
            logout(request)
    return redirect("accounts.sign_in")
