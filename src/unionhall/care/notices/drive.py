"""What is told about donation drives. Nobody is urged, nobody is reminded (DON-02)."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.notices.registry import define


def show(obj: Any, user: Any) -> str:
    """The page of the drive on the phone."""
    return reverse("my.care.drive", args=[getattr(obj, "drive_id", None) or obj.pk])


define(
    "care.drive.opened",
    label=_("募捐发布"),
    subject=_("院内募捐：%(record)s"),
    body=_("募集到%(closes_on)s为止。捐款完全自愿，不设最低额，默认匿名，不公布未捐款人员。"),
    url=show,
)
define(
    "care.drive.thanks",
    label=_("收到捐款"),
    subject=_("您的捐款%(yuan)s元已登记"),
    body=_("感谢您的心意。收据和账目可以随时查看。"),
    url=show,
    confidential=True,
)
define(
    "care.drive.paid",
    label=_("捐款交付"),
    subject=_("同事们的捐款%(yuan)s元已交付给您"),
    url=show,
    confidential=True,
)
