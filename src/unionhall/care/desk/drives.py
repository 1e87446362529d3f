"""What collections tell the home pages: doors, what waits for whom, what runs, acts in words."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.care import permissions
from unionhall.care.flow.drive import DRIVES, DriveState, PayState
from unionhall.care.kinds.drive import Goal, Remainder
from unionhall.care.models import Drive, DrivePayment
from unionhall.funds.models import Fund
from unionhall.kernel import clock
from unionhall.pages import history, nav
from unionhall.pages.desk import News, Waiting

ACTS = {
    "drive.draft": gettext_lazy("发起募捐"),
    "drive.pass_on": gettext_lazy("转出结余"),
    "drive.reverse_goods": gettext_lazy("冲销物品"),
}


def furnish() -> None:
    """Doors, sources and names of acts, registered once at start."""
    for verb, label in ACTS.items():
        history.says(f"care.{verb}", label)
    nav.room("暖", gettext_lazy("募捐"), "care.drives.list", who=permissions.may_list_drives, icon="heart", rank=22)
    nav.offer(gettext_lazy("院内募捐"), "my.care.drives", icon="heart", who=permissions.has_page, rank=1)
    for source in (collected_to_sign, remainders_to_pass_on, drives_to_publish, drives_to_close):
        nav.waiting(source)
    nav.news(drives_open)


def collected_to_sign(user: Any) -> Iterator[Waiting]:
    """What colleagues collected for one, paid and not signed for."""
    for one in DrivePayment.objects.paid().filter(drive__beneficiary__user=user.pk, goal=Goal.AID, signed_on=None)[:5]:
        yield Waiting(_("请签收同事们的捐款"), reverse("my.care.drive", args=[one.drive_id]))


def drives_to_publish(user: Any) -> Iterator[Waiting]:
    """Drafts of others, which wait for a second person; one whose person has yet to agree is its author's still."""
    for drive in Drive.objects.filter(state=DriveState.DRAFT):
        if permissions.publishes_drives(user, drive) and DRIVES.why_not(drive, "publish", by=user) is None:
            url = reverse("care.drives.detail", args=[drive.pk])
            yield Waiting(_("募捐“%(name)s”请核对后发布") % {"name": drive}, url)


def drives_to_close(user: Any) -> Iterator[Waiting]:
    """Drives past their last day that are still open, and closed ones that are not settled."""
    if not permissions.runs_drives(user):
        return
    over = Drive.objects.filter(state=DriveState.OPEN, closes_on__lt=clock.today())
    for drive in over | Drive.objects.filter(state=DriveState.CLOSED):
        is_open = drive.state == DriveState.OPEN
        text = _("“%(name)s”已过截止日期，请截止") if is_open else _("“%(name)s”已截止，请处理结余并结清")
        yield Waiting(text % {"name": drive}, reverse("care.drives.detail", args=[drive.pk]))


def remainders_to_pass_on(user: Any) -> Iterator[Waiting]:
    """What is left of a closed drive for the mutual-aid fund, which the accountant moves."""
    if not permissions.corrects_gifts(user):
        return
    left = Drive.objects.filter(state=DriveState.CLOSED, remainder=Remainder.FUND, balance__gt=0)
    for drive in left.exclude(payments__state=PayState.ASKED):
        for fund in Fund.objects.about(drive):
            words = _("“%(name)s”的结余请按约定转入互助金") % {"name": drive}
            yield Waiting(words, reverse("funds.purses.detail", args=[fund.pk]))


def drives_open(user: Any) -> Iterator[News]:
    """Collections that run; nobody is asked twice (DON-02)."""
    if permissions.has_page(user):
        for drive in Drive.objects.filter(state=DriveState.OPEN)[:3]:
            yield News(
                _("院内募捐：%(name)s") % {"name": drive},
                reverse("my.care.drive", args=[drive.pk]),
                clock.on(drive.opens_on),
            )
