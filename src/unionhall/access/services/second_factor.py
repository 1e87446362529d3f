"""The second factor: a one-time code of the owner's phone (TOTP, RFC 6238), each usable once, and recovery codes."""

import hmac
from datetime import datetime

import pyotp
from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.access.codes import digest, new_code
from unionhall.access.models import RecoveryCode
from unionhall.accounts.middleware import must_have_second_factor
from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.flows import Blocked
from unionhall.kernel import clock
from unionhall.kernel.text import squeezed

SECONDS = 30
DRIFT = 1  # steps a phone's clock may be early or late
RECOVERY_CODES = 10


def new_secret() -> str:
    """A fresh secret, to be shown once as a QR code."""
    return pyotp.random_base32()


def address_of(user: User, secret: str) -> str:
    """What the QR code says to the phone's authenticator."""
    return pyotp.TOTP(secret).provisioning_uri(name=user.staff_no, issuer_name=user.union.name)


def step_of(secret: str, code: str, at: datetime) -> int | None:
    """The time step a code belongs to, around `at`; None when it belongs to none."""
    now, totp = int(at.timestamp()) // SECONDS, pyotp.TOTP(secret)
    steps = range(now - DRIFT, now + DRIFT + 1)
    return next((step for step in steps if hmac.compare_digest(totp.at(step * SECONDS), squeezed(code))), None)


def is_enrolled(user: User) -> bool:
    """Whether the account asks for a second step."""
    return bool(user.totp_secret)


@transaction.atomic
def enrol(user: User, *, secret: str, code: str) -> list[str] | None:
    """Bind a phone that shows the right code; returns new recovery codes in clear, once; None for a wrong code."""
    step = step_of(secret, code, clock.now())
    if step is None:
        return None
    user.totp_secret, user.totp_last_step = secret, step
    user.save(update_fields=["totp_secret", "totp_last_step"])
    codes = [new_code() for _number in range(RECOVERY_CODES)]
    RecoveryCode.objects.filter(user=user).delete()
    RecoveryCode.objects.bulk_create([RecoveryCode(user=user, digest=digest(code, "recovery")) for code in codes])
    audit.record("accounts.enrol_second_factor", user, by=user)
    return codes


@transaction.atomic
def accept(user: User, code: str) -> bool:
    """Whether a code lets the owner in; it is used up, and with it every one-time code of its step and before."""
    step = step_of(user.totp_secret, code, clock.now())
    if step is None:
        return _accept_recovery(user, code)
    return bool(User.in_union.filter(pk=user.pk, totp_last_step__lt=step).update(totp_last_step=step))


def _accept_recovery(user: User, code: str) -> bool:
    unused = RecoveryCode.objects.filter(user=user, digest=digest(code, "recovery"), used_at=None)
    if not unused.update(used_at=clock.now()):
        return False
    audit.record("accounts.use_recovery_code", user, by=user)
    return True


@transaction.atomic
def remove(user: User, *, by: User, reason: str = "") -> None:
    """Let go of the phone. Owners of office posts cannot where the second step is required; an administrator can."""
    if by == user and must_have_second_factor(user):
        raise Blocked(_("您担任的职务登录时须用动态码，不能停用；换手机请重新绑定。"))
    RecoveryCode.objects.filter(user=user).delete()
    User.in_union.filter(pk=user.pk).update(totp_secret="", totp_last_step=0)
    user.totp_secret, user.totp_last_step = "", 0
    audit.record("accounts.remove_second_factor", user, by=by, reason=reason)
