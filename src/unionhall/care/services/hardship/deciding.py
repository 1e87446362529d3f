"""The ladder of a hardship file: verified, decided by somebody else, announced, filed, reviewed every year, left."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.calendar import services as calendar
from unionhall.care.flow.hardship import HARDSHIP, LIVE
from unionhall.care.kinds.hardship import Grade
from unionhall.care.models import Deliberation, HardshipFile, PublicNotice, Relative, Review
from unionhall.care.rules.deliberation import Meeting, problem
from unionhall.care.services import posting
from unionhall.flows import Blocked
from unionhall.kernel import clock
from unionhall.kernel.text import masked_name
from unionhall.notices import services as notices
from unionhall.rulebook import services as rulebook

QUORUM = "care.deliberation_quorum"


def verify(file: HardshipFile, *, by: User, note: str = "") -> None:
    """The office has compared what was said with papers and home, and no other file is about this household (CARE-05).

    Where something was noted that usually keeps a household from being filed, `note` says why not here (CARE-04).
    """
    if file.looked_twice_at and not note.strip():
        text = _("档案里登记了“%(what)s”，一般不予认定；核实后仍拟认定的，请写明理由（CARE-04）。")
        raise Blocked(text % {"what": file.looked_twice_at})
    other = same_household(file)
    if other:
        raise Blocked(_("这一户已有档案%(number)s（按证件号码比对），一户一档（CARE-05）。") % {"number": other.number})
    _move(file, "verify", by=by, note=note.strip(), fields={"verified_by": by})


@transaction.atomic
def agree(file: HardshipFile, *, by: User, opinion: str, **held: Any) -> Deliberation:
    """The committee agreed, at a meeting, to the grade the calculation gives; `held` are the fields of a Meeting.

    Recorded by the chair or vice chair, never by whoever verified or asked. Raises Blocked when too few were there or not
    more than half of them agreed (CARE-05).
    """
    HARDSHIP.check(file, "agree", by=by)
    meeting = Meeting(**held)
    known = {"quorum": rulebook.value(QUORUM), "clause": rulebook.cite(QUORUM)}
    if reason := problem(meeting, asked_on=file.applied_on, today=clock.today(), **known):
        raise Blocked(reason)
    _move(file, "agree", by=by, fields={"agreed_by": by, "opinion": opinion})
    return Deliberation.objects.create(file=file, recorded_by=by, **vars(meeting))


@transaction.atomic
def announce(file: HardshipFile, *, by: User) -> PublicNotice:
    """Post it for objections without name, illness or income: family name, department, kind and grade (CARE-20, PRI-06)."""
    _move(file, "announce", by=by, fields={})
    person = file.person
    text = _("%(name)s，%(department)s，%(grade)s。") % {
        "name": masked_name(person.name),
        "department": person.department.name if person.department else _("本院"),
        "grade": file.get_grade_display(),
    }
    return posting.post(title=_("困难职工认定公示"), text=text, by=by, file=file)


def put_on_file(file: HardshipFile, *, by: User) -> None:
    """After the days of the notice and without open objections the household is on file, to be reviewed in a year."""
    today = clock.today()
    _move(file, "file", by=by, fields={"filed_on": today, "review_due_on": _next_review(today)})


@transaction.atomic
def review(file: HardshipFile, *, by: User, note: str = "") -> Review:
    """Look again after a year (CARE-07): the grade is that of the newest calculation, made since the last look.

    Raises Blocked without such a calculation, and when it says that the household is no longer in hardship.
    """
    HARDSHIP.check(file, "review", by=by)
    last = file.reviews.order_by("-reviewed_on").values_list("reviewed_on", flat=True).first() or file.filed_on
    test = file.means_tests.order_by("-made_on", "-id").first()
    if test is None or (last and test.made_on <= last):
        raise Blocked(_("请先按今年的收支重新测算，再登记复核（CARE-07）。"))
    grade = test.means.grade
    if grade == Grade.NONE:
        raise Blocked(_("按最新测算已不再达到困难标准，请办理“脱困退出”（CARE-07）。"))
    today = clock.today()
    HARDSHIP.fire(file, "review", by=by, fields={"grade": grade, "review_due_on": _next_review(today)})
    return Review.objects.create(file=file, reviewed_on=today, by=by, grade=grade, note=note)


def lift(file: HardshipFile, *, by: User, reason: str) -> None:
    """The household is out of hardship: no new aid from now on (CARE-07); it reads why."""
    _move(file, "lift", by=by, note=reason, words=reason, fields={"left_on": clock.today(), "review_due_on": None})


def refuse(file: HardshipFile, *, by: User, reason: str) -> None:
    """Not recognised, with the reason the household reads; a posting that runs comes down."""
    with transaction.atomic():
        _move(file, "refuse", by=by, note=reason, words=reason, fields={})
        posting.take_down(file.notices.all(), by=by)


def same_household(file: HardshipFile) -> HardshipFile | None:
    """Another live file of the same household: told by identity numbers, of the applicants and of who they live with."""
    indexes = {index for index in file.relatives.values_list("id_index", flat=True) if index}
    if file.person.id_index:
        indexes.add(file.person.id_index)
    others = HardshipFile.objects.filter(state__in=LIVE).exclude(pk=file.pk)
    listed = Relative.objects.filter(id_index__in=indexes).values("file")
    return others.filter(Q(person__id_index__in=indexes) | Q(pk__in=listed)).first()


def _next_review(day: date) -> date:
    return calendar.add(day, rulebook.value("care.review_months"), calendar.Unit.MONTH).day


def _move(
    file: HardshipFile, verb: str, *, by: User, fields: dict[str, object], note: str = "", words: str = ""
) -> None:
    """Take a step and tell the household."""
    with transaction.atomic():
        HARDSHIP.fire(file, verb, by=by, note=note, fields=fields)
        if file.person.user:
            state = HARDSHIP.state_of(file).label
            notices.after_commit("care.hardship.moved", file, to=file.person.user, state=state, words=words)
