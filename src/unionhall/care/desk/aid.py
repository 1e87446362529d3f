"""What households, aid and postings tell the home pages: doors, what waits for whom, acts in words."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.roles import in_office
from unionhall.care import permissions
from unionhall.care.flow.aid import AID, AidState
from unionhall.care.flow.hardship import HARDSHIP, FileState
from unionhall.care.models import Aid, HardshipFile, Objection, PublicNotice
from unionhall.care.selectors.hardship import is_out
from unionhall.kernel import clock
from unionhall.pages import history, nav
from unionhall.pages.desk import News, Waiting
from unionhall.pages.values import day

ACTS = {
    "hardship.apply": gettext_lazy("申请认定困难职工"),
    "notice.post": gettext_lazy("张贴公示"),
    "notice.take_down": gettext_lazy("撤下公示"),
    "notice.object": gettext_lazy("对公示提出异议"),
    "notice.answer": gettext_lazy("答复异议"),
    "aid.request": gettext_lazy("申请救助"),
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
    nav.room(
        "暖", gettext_lazy("公示与异议"), "care.notices.list", who=permissions.posts_quarters, icon="bell", rank=23
    )
    nav.offer(gettext_lazy("公示与异议"), "my.care.notices", icon="file-text", who=permissions.has_page, rank=1)
    nav.offer(gettext_lazy("申请帮扶"), "my.care.hardship.list", icon="heart", who=permissions.is_served)
    nav.offer(gettext_lazy("申请救助"), "my.care.aid.list", icon="heart", who=permissions.is_served, rank=1)
    for source in (
        files_to_move,
        files_to_confirm,
        reviews_due,
        aid_to_decide,
        aid_to_sign,
        objections_to_answer,
    ):
        nav.waiting(source)
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


def objections_to_answer(user: Any) -> Iterator[Waiting]:
    """Objections nobody answered yet."""
    if permissions.sees_hardship(user):
        for one in Objection.objects.filter(answered_at=None).select_related("notice")[:10]:
            words = _("“%(title)s”有异议待答复") % {"title": one.notice}
            yield Waiting(words, reverse("care.notices.detail", args=[one.notice_id]), one.due_on)


def posted(user: Any) -> Iterator[News]:
    """What hangs for this reader today, against which something may be said."""
    for notice in PublicNotice.objects.posted_to(user).order_by("-began_on")[:3] if permissions.has_page(user) else ():
        yield News(
            _("公示：%(title)s（到%(day)s止，可提出异议）") % {"title": notice.title, "day": day(notice.ends_on)},
            reverse("my.care.notices"),
            clock.on(notice.began_on),
        )
