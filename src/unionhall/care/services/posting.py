"""Public notices of care, and what is said against them (CARE-05, CARE-20)."""

from datetime import date
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.roles import OFFICE_ROLES, Role
from unionhall.audit import services as audit
from unionhall.calendar import services as calendar
from unionhall.care.flow.notice import ANSWER, NoticeState
from unionhall.care.models import Objection, PublicNotice
from unionhall.care.permissions import works_on_file
from unionhall.flows import Blocked, NotAllowed
from unionhall.kernel import clock
from unionhall.notices import services as notices
from unionhall.pages.values import day
from unionhall.people.permissions import is_of_the_union
from unionhall.people.selectors import users_with
from unionhall.rulebook import services as rulebook

DAYS = "care.notice_workdays"


def post(*, title: str, text: str, by: User, **about: Any) -> PublicNotice:
    """Post a masked text from today for the working days of the rulebook; `about` is `file=`, `batch=`, or
    `unit=` with the days it is about."""
    today = clock.today()
    ends_on = calendar.add(today, rulebook.value(DAYS), calendar.Unit.WORKDAY).day
    notice = PublicNotice.objects.create(title=title, text=text, began_on=today, ends_on=ends_on, **about)
    audit.record("care.notice.post", notice, by=by, after={"began_on": today, "ends_on": ends_on})
    return notice


def take_down(running: models.QuerySet[PublicNotice], *, by: User, reason: str = "") -> None:
    """What is posted comes down before its time."""
    for notice in running.filter(state=NoticeState.RUNNING):
        PublicNotice.objects.filter(pk=notice.pk).update(state=NoticeState.STOPPED)
        audit.record("care.notice.take_down", notice, by=by, after={"state": NoticeState.STOPPED}, reason=reason)


@transaction.atomic
def object_to(notice: PublicNotice, *, by: User, text: str) -> Objection:
    """Say something against a posting while it runs; only the office reads who did.

    It is to be answered within the rulebook's working days, and what was posted waits for that (CARE-05). The same words
    again while they wait for their answer, such as a form sent twice, are the same objection.
    """
    if not is_of_the_union(by):
        raise NotAllowed(_("异议由本院职工提出。"))
    if not PublicNotice.objects.posted_to(by).filter(pk=notice.pk).exists():
        raise Blocked(_("公示已经结束，不能再提出异议；有情况请直接向工会反映。"))
    if not text.strip():
        raise Blocked(_("请写明异议的内容。"))
    waiting = notice.objections.filter(by=by, answered_at=None)
    if said := next((one for one in waiting if one.text == text), None):
        return said
    due_on = calendar.add(clock.today(), rulebook.value(ANSWER), calendar.Unit.WORKDAY).day
    objection = Objection.objects.create(notice=notice, by=by, text=text, due_on=due_on)
    audit.record("care.notice.object", objection, by=by, after={"due_on": due_on})
    office = users_with(*OFFICE_ROLES).exclude(pk=by.pk)
    notices.after_commit("care.notice.objected", objection, to=office, due=day(due_on))
    return objection


@transaction.atomic
def answer(objection: Objection, *, by: User, answer: str) -> None:
    """Answer an objection; its author is told. Whom the posting is about does not answer for the office."""
    if not works_on_file(by, objection.notice.file):
        raise NotAllowed(_("异议由工会办公室答复，公示所说的人不能答复。"))
    if not answer.strip():
        raise Blocked(_("请写明答复。"))
    now = clock.now()
    if not Objection.objects.filter(pk=objection.pk, answered_at=None).update(answer=answer, answered_at=now):
        raise Blocked(_("这条异议已经答复过。"))
    audit.record("care.notice.answer", objection, by=by)
    notices.after_commit("care.notice.answered", objection, to=objection.by, words=answer)


@transaction.atomic
def chase(today: date) -> int:
    """Tell office and chair once of each objection not answered by its last day; returns how many."""
    late = Objection.objects.filter(answered_at=None, overdue_on=None, due_on__lt=today)
    told = 0
    for objection in late.select_related("notice"):
        if Objection.objects.filter(pk=objection.pk, overdue_on=None).update(overdue_on=today):
            to = users_with(*OFFICE_ROLES, Role.CHAIR).exclude(pk=objection.by_id)
            notices.after_commit("care.notice.late", objection, to=to, due=day(objection.due_on))
            told += 1
    return told
