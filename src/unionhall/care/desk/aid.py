"""What households, aid, drives, postings, health checks and cover tell the home pages: doors, what waits, acts in words."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.roles import in_office
from unionhall.care import permissions
from unionhall.care.flow.aid import AID, AidState
from unionhall.care.flow.drive import DRIVES, DriveState, PayState
from unionhall.care.flow.hardship import HARDSHIP, FileState
from unionhall.care.kinds.drive import Goal, Remainder
from unionhall.care.models import Aid, Drive, DrivePayment, HardshipFile, Objection, PublicNotice
from unionhall.care.selectors.hardship import is_out
from unionhall.funds.models import Fund
from unionhall.kernel import clock
from unionhall.pages import history, nav
from unionhall.pages.desk import News, Waiting
from unionhall.pages.values import day

ACTS = {
    "drive.draft": gettext_lazy("发起募捐"),
    "hardship.apply": gettext_lazy("申请认定困难职工"),
    "notice.post": gettext_lazy("张贴公示"),
    "notice.take_down": gettext_lazy("撤下公示"),
    "notice.object": gettext_lazy("对公示提出异议"),
    "notice.answer": gettext_lazy("答复异议"),
    "aid.request": gettext_lazy("申请救助"),
    "drive.pass_on": gettext_lazy("转出结余"),
    "drive.reverse_goods": gettext_lazy("冲销物品"),
}
NEXT = {
    FileState.APPLIED: "verify",
    FileState.VERIFIED: "agree",
    FileState.AGREED: "announce",
    FileState.ANNOUNCED: "file",
}


def furnish() -> None:
    """Doors, sources and names of acts, registered once at start."""
    for verb, label in ACTS.items():
        history.says(f"care.{verb}", label)
    nav.room("暖", gettext_lazy("关怀一览"), "care.desk", who=in_office, icon="star", rank=-1)
    nav.room(
        "暖", gettext_lazy("困难职工档案"), "care.hardship.list", who=permissions.sees_hardship, icon="home", rank=20
    )
    nav.room("暖", gettext_lazy("帮扶救助"), "care.aid.list", who=permissions.sees_aid, icon="heart", rank=21)
    nav.room("暖", gettext_lazy("募捐"), "care.drives.list", who=permissions.may_list_drives, icon="heart", rank=22)
    nav.room(
        "暖", gettext_lazy("公示与异议"), "care.notices.list", who=permissions.posts_quarters, icon="bell", rank=23
    )
    for label, name, icon in (
        (gettext_lazy("院内募捐"), "my.care.drives", "heart"),
        (gettext_lazy("公示与异议"), "my.care.notices", "file-text"),
    ):
        nav.offer(label, name, icon=icon, who=permissions.has_page, rank=1)
    nav.offer(gettext_lazy("申请帮扶"), "my.care.hardship.list", icon="heart", who=permissions.is_served)
    nav.offer(gettext_lazy("申请救助"), "my.care.aid.list", icon="heart", who=permissions.is_served, rank=1)
    for source in (
        files_to_move,
        files_to_confirm,
        reviews_due,
        aid_to_decide,
        aid_to_sign,
        collected_to_sign,
        remainders_to_pass_on,
        objections_to_answer,
        drives_to_publish,
        drives_to_close,
    ):
        nav.waiting(source)
    nav.news(drives_open)
    nav.news(posted)


def files_to_move(user: Any) -> Iterator[Waiting]:
    """Files whose next step this person may take."""
    if not permissions.sees_hardship(user):
        return
    for file in HardshipFile.objects.filter(state__in=NEXT).select_related("person")[:20]:
        step = HARDSHIP.steps[NEXT[FileState(file.state)]]
        if step.who(user, file) and not (step.guard and step.verb == "file" and step.guard(file)):
            yield Waiting(
                _("困难职工档案%(number)s：请%(step)s") % {"number": file.number, "step": step.label},
                reverse("care.hardship.detail", args=[file.pk]),
            )


def files_to_confirm(user: Any) -> Iterator[Waiting]:
    """Requests that wait for one's first look; whose they are stands on their page alone."""
    if permissions.has_page(user):
        for file in HardshipFile.objects.to_confirm_by(user)[:5]:
            yield Waiting(_("有一份帮扶申请请您初核"), reverse("my.care.checks_of_requests.detail", args=[file.pk]))


def reviews_due(user: Any) -> Iterator[Waiting]:
    """Filed households to be looked at again, or to leave when a look found them out of hardship (CARE-07)."""
    if not permissions.sees_hardship(user):
        return
    due = HardshipFile.objects.to_review_by(clock.today()).select_related("person")
    for file in due.prefetch_related("means_tests").order_by("review_due_on")[:20]:
        step = HARDSHIP.steps["lift" if is_out(file) else "review"]
        if step.who(user, file):
            yield Waiting(
                _("困难职工档案%(number)s：请%(step)s") % {"number": file.number, "step": step.label},
                reverse("care.hardship.detail", args=[file.pk]),
                file.review_due_on,
            )


def aid_to_decide(user: Any) -> Iterator[Waiting]:
    """Requests this person may grant."""
    if not permissions.decides_hardship(user):
        return
    for aid in Aid.objects.filter(state=AidState.REQUESTED).select_related("person")[:20]:
        if AID.steps["authorise"].who(user, aid):
            yield Waiting(
                _("救助申请%(number)s：请审批") % {"number": aid.number}, reverse("care.aid.detail", args=[aid.pk])
            )


def aid_to_sign(user: Any) -> Iterator[Waiting]:
    """What one was paid and has not signed for."""
    for aid in Aid.objects.filter(person__user=user.pk, state=AidState.PAID)[:5]:
        yield Waiting(_("请签收工会发放的救助"), reverse("my.care.aid.detail", args=[aid.pk]))


def collected_to_sign(user: Any) -> Iterator[Waiting]:
    """What colleagues collected for one, paid and not signed for."""
    for one in DrivePayment.objects.paid().filter(drive__beneficiary__user=user.pk, goal=Goal.AID, signed_on=None)[:5]:
        yield Waiting(_("请签收同事们的捐款"), reverse("my.care.drive", args=[one.drive_id]))


def remainders_to_pass_on(user: Any) -> Iterator[Waiting]:
    """What is left of a closed drive for the mutual-aid fund, which the accountant moves."""
    if not permissions.corrects_gifts(user):
        return
    left = Drive.objects.filter(state=DriveState.CLOSED, remainder=Remainder.FUND, balance__gt=0)
    for drive in left.exclude(payments__state=PayState.ASKED):
        for fund in Fund.objects.about(drive):
            words = _("“%(name)s”的结余请按约定转入互助金") % {"name": drive}
            yield Waiting(words, reverse("funds.purses.detail", args=[fund.pk]))


def objections_to_answer(user: Any) -> Iterator[Waiting]:
    """Objections nobody answered yet."""
    if permissions.sees_hardship(user):
        for one in Objection.objects.filter(answered_at=None).select_related("notice")[:10]:
            words = _("“%(title)s”有异议待答复") % {"title": one.notice}
            yield Waiting(words, reverse("care.notices.detail", args=[one.notice_id]), one.due_on)


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


def drives_open(user: Any) -> Iterator[News]:
    """Collections that run; nobody is asked twice (DON-02)."""
    if permissions.has_page(user):
        for drive in Drive.objects.filter(state=DriveState.OPEN)[:3]:
            yield News(
                _("院内募捐：%(name)s") % {"name": drive},
                reverse("my.care.drive", args=[drive.pk]),
                clock.on(drive.opens_on),
            )


def posted(user: Any) -> Iterator[News]:
    """What hangs for this reader today, against which something may be said."""
    for notice in PublicNotice.objects.posted_to(user).order_by("-began_on")[:3] if permissions.has_page(user) else ():
        yield News(
            _("公示：%(title)s（到%(day)s止，可提出异议）") % {"title": notice.title, "day": day(notice.ends_on)},
            reverse("my.care.notices"),
            clock.on(notice.began_on),
        )
