"""Background work about accounts."""

from typing import Any

from django.contrib.sessions.models import Session
from django.core.mail import send_mail
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.access.services import activation
from unionhall.accounts.models import User
from unionhall.jobs.registry import every, job
from unionhall.jobs.running import Progress
from unionhall.kernel import clock
from unionhall.pages import once


@job("accounts.send_codes", gettext_lazy("用电子邮件发送激活码"))
def send_codes(progress: Progress, *, by: User, staff_nos: list[str], address: str) -> dict[str, Any]:
    """Make and mail a code for each account that has an e-mail address; run again, it sends newer ones, which count.

    The code stands in the message alone: neither the job nor the outbox keeps it.
    """
    accounts = list(User.in_union.filter(staff_no__in=staff_nos, is_active=True).exclude(email=""))
    for done, account in enumerate(accounts, 1):
        slip = activation.issue([account], by=by)[0]
        send_mail(
            _("%(union)s：您的激活码") % {"union": account.union.name}, _letter(slip, address), None, [account.email]
        )
        progress(done, len(accounts), _("已发送"))
    return {
        "sent": len(accounts),
        "text": _("已发送 %(sent)s 份，%(none)s 个账号没有电子邮箱。")
        % {"sent": len(accounts), "none": len(staff_nos) - len(accounts)},
    }


def _letter(slip: activation.Slip, address: str) -> str:
    return _(
        "%(name)s，您好：\n\n您的工号是 %(staff_no)s，激活码是 %(code)s。\n请在 %(day)s 前打开 %(address)s 设置密码。\n"
    ) % {
        "name": slip.user.name,
        "staff_no": slip.user.staff_no,
        "code": slip.code,
        "address": address,
        "day": f"{slip.expires_at:%Y-%m-%d}",
    }


@every(3600)
def forget_old_sessions() -> None:
    """Sessions that have run out are deleted, and so are the keys of forms sent days ago."""
    Session.objects.filter(expire_date__lt=clock.now()).delete()
    once.forget_old()
