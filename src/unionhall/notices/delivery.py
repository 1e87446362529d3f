"""The deliverer: what is due leaves the outbox, one e-mail at a time and never inside a transaction."""

from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.translation import gettext as _

from unionhall.accounts.tenancy import current_union
from unionhall.jobs.registry import every
from unionhall.kernel import clock
from unionhall.notices import mail, rules
from unionhall.notices.flow import State
from unionhall.notices.models import Delivery

AT_ONCE = 50


@every(5)
def deliver() -> int:
    """Send what is due in the union in scope; returns how many went out. Two deliverers never send one e-mail twice.

    Each takes an e-mail by counting the attempt up first: if it dies before noting the result, the e-mail comes up
    again after the pause, so delivery is at least once.
    """
    due = Delivery.objects.due().select_related("notice__user").order_by("next_at")[:AT_ONCE]
    return sum(_deliver(delivery) for delivery in due if _taken(delivery))


def _taken(delivery: Delivery) -> bool:
    pause = rules.pause(delivery.attempts + 1) or rules.PAUSES[-1]
    mine = Delivery.objects.filter(pk=delivery.pk, state=State.WAITING, attempts=delivery.attempts)
    return bool(mine.update(attempts=delivery.attempts + 1, next_at=clock.now() + pause))


def _deliver(delivery: Delivery) -> bool:
    row, reader = Delivery.objects.filter(pk=delivery.pk), delivery.notice.user
    if not mail.is_configured():
        row.update(state=State.KEPT)
        return False
    if not (reader.is_active and reader.email):
        row.update(state=State.FAILED, error=_("收件人的账号已停用，或没有电子邮箱。"))
        return False
    try:
        message(delivery).send()
    except (SMTPException, OSError, ValueError) as error:  # ValueError: an address or header no server would take
        state = State.WAITING if rules.pause(delivery.attempts + 1) else State.FAILED
        row.update(state=state, error=f"{type(error).__name__}: {error}"[:200])
        return False
    row.update(state=State.SENT, sent_at=clock.now(), error="")
    return True


def message(delivery: Delivery) -> EmailMessage:
    """The e-mail itself, in the reader's language; of a confidential notice it says only that there is one."""
    notice = delivery.notice
    with translation.override(notice.user.language):
        subject = _("您有一条新通知") if notice.is_confidential else notice.subject
        text = "" if notice.is_confidential else notice.body
        foot = _("请登录职工之家查看。")
        union = current_union().name
    return EmailMessage(f"[{union}] {subject}", "\n\n".join(filter(None, [text, foot])), to=[notice.user.email])
