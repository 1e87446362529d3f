"""What the union did for one: aid, donations, health checks, cover, recuperation, one's own request for help."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from unionhall.care import mine
from unionhall.care.flow.aid import ClaimState
from unionhall.care.flow.health import BatchState
from unionhall.care.kinds.drive import Goal
from unionhall.care.mine import Part
from unionhall.care.models import (
    Aid,
    Candidate,
    Check,
    Cover,
    CoverClaim,
    DrivePayment,
    Gift,
    HardshipFile,
    RestBatch,
)
from unionhall.kernel import clock, money
from unionhall.pages.values import day
from unionhall.people.models import Person

SHOWN = 10
POSTED = (BatchState.ANNOUNCED, BatchState.CONFIRMED, BatchState.DONE)  # from when on whoever is chosen knows it


@dataclass(frozen=True)
class Line:
    """One line: what it was, when and how it stands, how much, and where one reads more."""

    words: str
    more: str = ""
    yuan: str = ""
    url: str = ""


def furnish() -> None:
    """The parts of this side of care, in their order."""
    for source in (asked, aided, collected, given, checked, covered, rested):
        mine.part(source)


def _part(title: str, lines: Iterable[Line]) -> Part | None:
    lines = list(lines)
    return Part(title, "care/my/lines.html", {"lines": lines}) if lines else None


def asked(person: Person, user: Any) -> Part | None:
    """One's own request for help, and who looked at it."""
    files = HardshipFile.objects.filter(person=person)[:SHOWN]
    return _part(
        _("帮扶申请"),
        (
            Line(
                _("%(day)s提出") % {"day": day(file.applied_on)},
                f"{file.get_state_display()} · {file.number}",
                url=reverse("my.care.hardship.detail", args=[file.pk]),
            )
            for file in files
        ),
    )


def aided(person: Person, user: Any) -> Part | None:
    """Aid asked for and given."""
    return _part(
        _("救助"),
        (
            Line(
                str(aid.get_kind_display()),
                _("%(day)s %(state)s") % {"day": day(aid.paid_on or aid.asked_on), "state": aid.get_state_display()},
                money.shown(aid.total),
                reverse("my.care.aid.detail", args=[aid.pk]),
            )
            for aid in Aid.objects.filter(person=person)[:SHOWN]
        ),
    )


def collected(person: Person, user: Any) -> Part | None:
    """What colleagues collected for one and one was paid."""
    payments = DrivePayment.objects.paid().filter(drive__beneficiary=person, goal=Goal.AID).select_related("drive")
    return _part(_("同事们的捐款"), (_of_drive(one.drive, one.paid_on, one.amount) for one in payments[:SHOWN]))


def given(person: Person, user: Any) -> Part | None:
    """What one gave."""
    gifts = Gift.objects.filter(donor=person).standing().select_related("drive")[:SHOWN]
    return _part(_("我的捐款"), (_of_drive(gift.drive, gift.given_on, gift.amount) for gift in gifts))


def _of_drive(drive: Any, on: Any, amount: Any) -> Line:
    return Line(drive.title, day(on), money.shown(amount), reverse("my.care.drive", args=[drive.pk]))


def checked(person: Person, user: Any) -> Part | None:
    """Health checks one was entitled to; whether one came, and no more."""
    checks = Check.objects.filter(person=person).select_related("round").order_by("-round__begins_on")[:SHOWN]
    return _part(
        _("职工体检"),
        (Line(one.round.title, str(one.get_state_display()), url=reverse("my.care.checks")) for one in checks),
    )


def covered(person: Person, user: Any) -> Part | None:
    """The mutual-aid cover one has today, and what it paid."""
    today = clock.today()
    covers = Cover.objects.standing().filter(person=person, ends_on__gte=today)
    claims = CoverClaim.objects.filter(cover__person=person, state=ClaimState.PAID).select_related("cover")
    lines = [Line(str(one), _("保障到%(day)s") % {"day": day(one.ends_on)}) for one in covers]
    lines += [Line(_("%(plan)s给付") % {"plan": one.cover}, day(one.paid_on), money.shown(one.paid)) for one in claims]
    return _part(_("互助保障"), lines)


def rested(person: Person, user: Any) -> Part | None:
    """Recuperation one is chosen for or took part in: how it stands, when and where to."""
    mine = Candidate.objects.filter(person=person, is_chosen=True, batch__state__in=POSTED)
    return _part(
        _("疗休养"), (_of_batch(one.batch) for one in mine.select_related("batch").order_by("-batch__begins_on"))
    )


def _of_batch(batch: RestBatch) -> Line:
    days = f"{day(batch.begins_on)}–{day(batch.ends_on)}"
    return Line(batch.title, f"{batch.get_state_display()} · {batch.place} · {days}")
