"""How the office comes to know a household, and the trace every look leaves."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.care.flow.hardship import HARDSHIP
from unionhall.care.models import HardshipFile, HardshipPaper, HomeVisit, MeansTest
from unionhall.care.permissions import is_own
from unionhall.care.rules.means import Line, Means, Unclear, assess
from unionhall.care.services.hardship.asking import SEALED_AS
from unionhall.flows import Blocked
from unionhall.kernel import clock
from unionhall.kernel.cipher import unseal
from unionhall.people.models import Person
from unionhall.rulebook import services as rulebook

POVERTY_LINE, VISITORS = "care.poverty_line", "care.home_visitors_min"


@transaction.atomic
def measure(file: HardshipFile, *, by: User, lines: Sequence[Line], heads: int, is_accident: bool = False) -> Means:
    """Calculate the household's means of a year and set its grade by them (CARE-01, CARE-02).

    Raises Blocked with the rule when an amount is negative, no income is stated or nobody lives there.
    """
    HARDSHIP.check(file, "measure", by=by)
    try:
        means = assess(lines, heads=heads, poverty_line=rulebook.value(POVERTY_LINE), is_accident=is_accident)
    except Unclear as unclear:
        raise Blocked(str(unclear)) from None
    MeansTest.objects.create(file=file, made_on=clock.today(), made_by=by, sheet=MeansTest.written(means))
    before = audit.snapshot(file, ["grade"])
    HardshipFile.objects.filter(pk=file.pk).update(grade=means.grade)
    file.grade = means.grade
    file.__dict__.pop("latest_means", None)
    audit.record(
        "care.hardship.measure", file, by=by, before=before, after={"grade": means.grade}, concerns=file.person_id
    )
    return means


@transaction.atomic
def visit_home(file: HardshipFile, *, by: User, visitors: Sequence[Person], visited_on: date, found: str) -> HomeVisit:
    """Write down what two people or more saw at the household's home (CARE-05).

    Raises Blocked for fewer, for somebody counted twice, for the applicant among them, and for a day to come.
    """
    HARDSHIP.check(file, "visit_home", by=by)
    people, least = set(visitors), rulebook.value(VISITORS)
    if len(people) < least:
        raise Blocked(
            _("入户走访至少%(least)s人，现在是%(count)s人（%(clause)s，CARE-05）。")
            % {"least": least, "count": len(people), "clause": rulebook.cite(VISITORS)}
        )
    if file.person in people:
        raise Blocked(_("申请人自己不能作为走访人。"))
    if visited_on > clock.today():
        raise Blocked(_("走访日期在今天以后。"))
    visit = HomeVisit.objects.create(file=file, visited_on=visited_on, found=found)
    visit.visitors.set(people)
    after = {"visited_on": visited_on, "visitors": sorted(str(one.pk) for one in people)}
    audit.record("care.hardship.visit_home", file, by=by, after=after, concerns=file.person_id)
    return visit


def look(file: HardshipFile, *, by: User, what: str) -> None:
    """Somebody reads the file: the household sees who and when. One's own file leaves no such trace."""
    if not is_own(by, file):
        audit.read(file, by=by, what=what, concerns=file.person_id)


def open_paper(paper: HardshipPaper, *, by: User) -> bytes:
    """The content of a document; the look is logged first."""
    look(paper.file, by=by, what=str(paper.get_kind_display()))
    return unseal(bytes(paper.content), SEALED_AS)
