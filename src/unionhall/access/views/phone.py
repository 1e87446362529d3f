"""Binding a phone for the second step, and letting it go."""

import segno
from cryptography.exceptions import InvalidTag
from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from unionhall.access import lockout
from unionhall.access.forms import CodeForm, EnrolForm
from unionhall.access.models import RecoveryCode
from unionhall.access.services import second_factor
from unionhall.accounts.middleware import must_have_second_factor
from unionhall.accounts.roles import is_signed_in
from unionhall.kernel.cipher import decrypt, encrypt
from unionhall.pages.guards import needs

SECONDS_TO_SCAN = 600


@needs(is_signed_in)
@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """My account: password, phone, language."""
    left = RecoveryCode.objects.filter(user=request.user, used_at=None).count()
    return render(
        request, "access/security.html", {"is_enrolled": second_factor.is_enrolled(request.user), "recovery_left": left}
    )


@never_cache
@needs(is_signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def enrol(request: HttpRequest) -> HttpResponse:
    """Show a QR code, and bind the phone that answers it; then show the recovery codes, once."""
    form = EnrolForm(request.POST or None, is_bound_already=second_factor.is_enrolled(request.user))
    secret = _unsealed(request, form.data.get("sealed", "")) or second_factor.new_secret()
    if form.is_valid() and _gives_up_old_phone(request, form):
        codes = second_factor.enrol(request.user, secret=secret, code=form.cleaned_data["code"])
        if codes:
            return render(request, "access/recovery_codes.html", {"codes": codes})
        form.add_error("code", _("动态码不对。请核对手机时间，再输手机上新出现的码。"))
    picture = segno.make(second_factor.address_of(request.user, secret)).svg_inline(scale=5, border=2)
    return render(
        request,
        "access/enrol.html",
        {
            "form": form,
            "secret": secret,
            "sealed": _sealed(request, secret),
            "picture": mark_safe(picture),
            "is_required": must_have_second_factor(request.user),
        },
        status=422 if form.errors else 200,
    )


@never_cache
@needs(is_signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def release(request: HttpRequest) -> HttpResponse:
    """Let the phone go, against one more code."""
    if not second_factor.is_enrolled(request.user):
        return redirect("accounts.security")
    form = CodeForm(request.POST or None)
    if form.is_valid() and lockout.is_open(request, request.user.username):
        if second_factor.accept(request.user, form.cleaned_data["code"]):
            second_factor.remove(request.user, by=request.user)
            messages.success(request, _("动态码已停用。"))
            return redirect("accounts.security")
        lockout.failed(request, request.user.username)
        form.add_error("code", _("动态码不对或已用过，请等手机上出现下一个码再输。"))
    return render(request, "access/release.html", {"form": form}, status=422 if form.errors else 200)


def _gives_up_old_phone(request: HttpRequest, form: EnrolForm) -> bool:
    """Whether whoever binds a phone has the one bound before: a borrowed session alone must not change it."""
    if "current" not in form.fields:
        return True
    if not lockout.is_open(request, request.user.username):
        return False
    if second_factor.accept(request.user, form.cleaned_data["current"]):
        return True
    lockout.failed(request, request.user.username)
    form.add_error("current", _("动态码不对或已用过，请等手机上出现下一个码再输。"))
    return False


def _sealed(request: HttpRequest, secret: str) -> str:
    """The secret on its way through the form: for this account, unreadable, for ten minutes; so GET stores nothing."""
    return signing.dumps(encrypt(secret, _purpose(request)), salt="access.enrol")


def _unsealed(request: HttpRequest, sealed: str) -> str | None:
    try:
        return decrypt(signing.loads(sealed, salt="access.enrol", max_age=SECONDS_TO_SCAN), _purpose(request))
    except (signing.BadSignature, InvalidTag):
        return None


def _purpose(request: HttpRequest) -> str:
    return f"access.enrol.{request.user.pk}"
