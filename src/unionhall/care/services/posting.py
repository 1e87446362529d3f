"""Public notices of care, and what is said against them (CARE-05, CARE-20)."""

from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.calendar import services as calendar
from unionhall.care.flow.notice import NoticeState
from unionhall.care.models import Objection, PublicNotice
from unionhall.care.permissions import sees_hardship
from unionhall.flows import Blocked, NotAllowed
from unionhall.kernel import clock
from unionhall.notices import services as notices
from unionhall.people.permissions import is_of_the_union
from unionhall.rulebook import services as rulebook

DAYS = "care.notice_workdays"


def post(*, title: str, text: str, by: User, **about: Any) -> PublicNotice:
    """Post a masked text from today for the working days of the rulebook; `about` is `file=` or `batch=`."""
    today = clock.today()
    ends_on = calendar.add(today, rulebook.value(DAYS), calendar.Unit.WORKDAY).day
    notice = PublicNotice.objects.create(title=title, text=text, began_on=today, ends_on=ends_on, **about)
    audit.record("care.notice.post", notice, by=by, after={"began_on": today, "ends_on": ends_on})
    return notice


def take_down(running: models.QuerySet[PublicNotice], *, by: User) -> None:
    """What is posted comes down before its time."""
    for notice in running.filter(state=NoticeState.RUNNING):
        PublicNotice.objects.filter(pk=notice.pk).update(state=NoticeState.STOPPED)
        audit.record("care.notice.take_down", notice, by=by, after={"state": NoticeState.STOPPED})


@transaction.atomic
def object_to(notice: PublicNotice, *, by: User, text: str) -> Objection:
    """Say something against a posting while it runs; only the office reads who did."""
    if not is_of_the_union(by):
        raise NotAllowed(_("异议由本院职工提出。"))
    if not PublicNotice.objects.running(clock.today()).filter(pk=notice.pk).exists():
        raise Blocked(_("公示已经结束，不能再提出异议；有情况请直接向工会反映。"))
    if not text.strip():
        raise Blocked(_("请写明异议的内容。"))
    objection = Objection.objects.create(notice=notice, by=by, text=text)
    audit.record("care.notice.object", objection, by=by)
    return objection


@transaction.atomic
def answer(objection: Objection, *, by: User, answer: str) -> None:
    """Answer an objection; its author is told."""
    if not sees_hardship(by):
        raise NotAllowed(_("异议由工会办公室答复。"))
    if not answer.strip():
        raise Blocked(_("请写明答复。"))
    now = clock.now()
    if not Objection.objects.filter(pk=objection.pk, answered_at=None).update(answer=answer, answered_at=now):
        raise Blocked(_("这条异议已经答复过。"))
    audit.record("care.notice.answer", objection, by=by)
    notices.after_commit("care.notice.answered", objection, to=objection.by, words=answer)
