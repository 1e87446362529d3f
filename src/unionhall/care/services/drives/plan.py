"""From the request for help to the closing of a drive."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import of_year
from unionhall.audit import services as audit
from unionhall.care.flow.drive import DRIVES
from unionhall.care.models import Drive
from unionhall.care.permissions import runs_drives
from unionhall.care.rules.drive import illness_in
from unionhall.care.services.drives import book
from unionhall.flows import Blocked, NotAllowed
from unionhall.notices import services as notices
from unionhall.rulebook import services as rulebook

ILLNESSES = "care.illness_words"


@transaction.atomic
def draft(*, by: User, **facts: Any) -> Drive:
    """Write down a drive; `facts` are its fields. Whoever writes down when the beneficiary agreed has verified the need.

    Raises NotAllowed outside the office, Blocked when the days or the goal do not hold together.
    """
    if not runs_drives(by):
        raise NotAllowed(_("只有工会办公室可以发起募捐；有募捐需要请联系工会（慈善法第一百二十二条）。"))
    _check(**facts)
    year = facts["opens_on"].year
    drive = Drive(number=of_year("MJ", "care.drives", year, digits=2), drafted_by=by, **facts)
    drive.verified_by = by if drive.consent_on else None
    drive.save(force_insert=True)
    audit.record(
        "care.drive.draft",
        drive,
        by=by,
        after=audit.snapshot(drive, ["number", *facts]),
        concerns=drive.beneficiary_id,
    )
    return drive


def amend(drive: Drive, *, by: User, **facts: Any) -> None:
    """Change a drive that is not published yet; afterwards its purpose and its rule for the remainder stand (DON-03)."""
    _check(**facts)
    verified = {"verified_by": by} if facts.get("consent_on") and drive.verified_by is None else {}
    DRIVES.fire(drive, "amend", by=by, fields={**facts, **verified, "drafted_by": by})


@transaction.atomic
def publish(drive: Drive, *, by: User) -> None:
    """Open it to the colleagues of this unit, and to nobody else (Charity Law (2023) arts. 22, 113, 122).

    Somebody else than who wrote it does.
    """
    DRIVES.fire(drive, "publish", by=by)
    book.open_purse(drive, by=by)
    colleagues = User.objects.filter(union=drive.union_id, is_active=True, person__left_on=None)
    readers = colleagues.exclude(person=drive.beneficiary) if drive.beneficiary else colleagues
    notices.after_commit("care.drive.opened", drive, to=readers.exclude(person=None), closes_on=drive.closes_on)


def close(drive: Drive, *, by: User) -> None:
    """Take no more donations."""
    DRIVES.fire(drive, "close", by=by)


def cancel(drive: Drive, *, by: User, reason: str) -> None:
    """Call off a drive nobody gave to."""
    DRIVES.fire(drive, "cancel", by=by, note=reason)


def _check(*, opens_on: date, closes_on: date, title: str, cause: str, goal: Any = None, **_more: Any) -> None:
    for words in (title, cause):
        if illness := illness_in(words, rulebook.value(ILLNESSES, on=opens_on)):
            text = _(
                "“%(words)s”写出了病情。名称和事由全院可见，请改写，如“爱心互助募捐”；病情写在“求助情况”里，加密保存（个人信息保护法第二十五条、第二十八条）。"
            )
            raise Blocked(text % {"words": illness})
    if closes_on < opens_on:
        raise Blocked(_("截止日期早于开始日期。"))
    if opens_on.year < 1950:
        raise Blocked(_("开始日期早于1950年，请核对。"))
    if goal is not None and goal <= 0:
        raise Blocked(_("目标金额应大于零；不设目标的不用填。"))
    if not cause.strip():
        raise Blocked(_("请写明募捐事由；全院可见，不写病名（个人信息保护法第二十五条）。"))
