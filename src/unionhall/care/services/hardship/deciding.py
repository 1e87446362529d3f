"""The ladder of a hardship file, or of another grade of it: verified, decided by somebody else, announced, filed."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.care.flow.hardship import HARDSHIP, LIVE
from unionhall.care.models import Deliberation, HardshipFile, PublicNotice, Relative
from unionhall.care.rules.deliberation import Meeting, problem
from unionhall.care.services import posting
from unionhall.care.services.hardship.moving import looked_again, move, next_review
from unionhall.flows import Blocked
from unionhall.kernel import clock
from unionhall.kernel.text import masked_name
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
    move(file, "verify", by=by, note=note.strip(), fields={"verified_by": by})


@transaction.atomic
def agree(file: HardshipFile, *, by: User, opinion: str, **held: Any) -> Deliberation:
    """The committee agreed, at a meeting, to the grade the calculation gives; `held` are the fields of a Meeting.

    Recorded by the chair or vice chair, never by whoever verified or asked. Raises Blocked when too few were there or not
    more than half of them agreed (CARE-05).
    """
    HARDSHIP.check(file, "agree", by=by)
    meeting = Meeting(**held)
    known = {"quorum": rulebook.value(QUORUM), "clause": rulebook.cite(QUORUM)}
    if reason := problem(meeting, asked_on=_asked_on(file), today=clock.today(), **known):
        raise Blocked(reason)
    move(file, "agree", by=by, fields={"agreed_by": by, "opinion": opinion})
    return Deliberation.objects.create(file=file, recorded_by=by, **vars(meeting))


@transaction.atomic
def announce(file: HardshipFile, *, by: User) -> PublicNotice:
    """Post it for objections without name, illness or income: family name, department, kind and grade (CARE-20, PRI-06)."""
    move(file, "announce", by=by, fields={})
    person = file.person
    text = _("%(name)s，%(department)s，%(grade)s。") % {
        "name": masked_name(person.name),
        "department": person.department.name if person.department else _("本院"),
        "grade": file.latest_means.grade.label if file.latest_means else file.get_grade_display(),
    }
    return posting.post(title=_("困难职工认定公示"), text=text, by=by, file=file)


@transaction.atomic
def put_on_file(file: HardshipFile, *, by: User) -> None:
    """After the days of the notice and without open objections the household is on file, to be reviewed in a year.

    One that was on file before has the grade that was decided from now on, and this is its review.
    """
    today, again = clock.today(), file.filed_on is not None
    grade = file.latest_means.grade if file.latest_means else file.grade
    fields = {"filed_on": file.filed_on or today, "review_due_on": next_review(today), "grade": grade}
    move(file, "file", by=by, fields=fields)
    if again:
        looked_again(file, by, file.opinion)


def refuse(file: HardshipFile, *, by: User, reason: str) -> None:
    """Not recognised, with the reason the household reads; a posting that runs comes down."""
    with transaction.atomic():
        move(file, "refuse", by=by, note=reason, words=reason, fields={})
        posting.take_down(file.notices.all(), by=by)


def same_household(file: HardshipFile) -> HardshipFile | None:
    """Another live file of the same household: told by identity numbers, of the applicants and of who they live with."""
    indexes = {index for index in file.relatives.values_list("id_index", flat=True) if index}
    if file.person.id_index:
        indexes.add(file.person.id_index)
    others = HardshipFile.objects.filter(state__in=LIVE).exclude(pk=file.pk)
    listed = Relative.objects.filter(id_index__in=indexes).values("file")
    return others.filter(Q(person__id_index__in=indexes) | Q(pk__in=listed)).first()


def _asked_on(file: HardshipFile) -> date:
    """Since when there is something to decide on: the request, or of who is on file the calculation of the review."""
    if file.filed_on is None:
        return file.applied_on
    return file.means_tests.order_by("-made_on", "-id").values_list("made_on", flat=True)[0]
