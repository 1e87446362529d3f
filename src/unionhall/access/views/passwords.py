"""Setting a password: the first time by activation code, later by the old one."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from unionhall.access import lockout
from unionhall.access.forms import ActivateForm, ChangePasswordForm
from unionhall.access.services import activation, users
from unionhall.access.views.coming_in import UNION_COOKIE, admit
from unionhall.accounts.models import User
from unionhall.accounts.roles import is_signed_in
from unionhall.accounts.tenancy import in_union
from unionhall.pages.guards import needs


@sensitive_post_parameters("code", "password", "again")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def activate(request: HttpRequest) -> HttpResponse:
    """Staff number, activation code and a password of one's own: the way in for the new and the forgetful."""
    form = ActivateForm(request.POST or None, remembered=request.COOKIES.get(UNION_COOKIE, ""))
    if form.is_valid() and lockout.is_open(request, form.username):
        user = _activated(form)
        if user:
            lockout.forget(user.username)
            return admit(request, user)
        lockout.failed(request, form.username)
        form.add_error("code", _("工号或激活码不对，或者激活码已用过、已过期。请向工会办公室领取新的激活码。"))
    return render(request, "access/activate.html", {"form": form}, status=422 if form.errors else 200)


def _activated(form: ActivateForm) -> User | None:
    code, password = form.cleaned_data["code"], form.cleaned_data["password"]
    user = activation.owner_of(form.username, code)
    if user is None:
        return None
    with in_union(user.union):
        return user if activation.activate(user, code=code, password=password) else None


@sensitive_post_parameters("current", "password", "again")
@never_cache
@needs(is_signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def change_password(request: HttpRequest) -> HttpResponse:
    """A new password for the old one; the account's other sessions end."""
    form = ChangePasswordForm(request.POST or None)
    if form.is_valid() and lockout.is_open(request, request.user.username):
        if request.user.check_password(form.cleaned_data["current"]):
            users.change_password(request.user, password=form.cleaned_data["password"])
            update_session_auth_hash(request, request.user)
            messages.success(request, _("密码已修改，您在别处的登录已全部退出。"))
            return redirect("accounts.security")
        lockout.failed(request, request.user.username)
        form.add_error("current", _("现在的密码不对。"))
    return render(request, "access/change_password.html", {"form": form}, status=422 if form.errors else 200)
