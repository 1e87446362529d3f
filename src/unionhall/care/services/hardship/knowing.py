"""How the office comes to know a household, and the trace every look leaves."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.care.flow.hardship import DECIDED_ON, HARDSHIP, heads_differ
from unionhall.care.kinds.hardship import Paper
from unionhall.care.models import HardshipFile, HardshipPaper, HomeVisit, MeansTest
from unionhall.care.permissions import is_own
from unionhall.care.rules.means import Line, Means, Unclear, assess
from unionhall.care.services import posting
from unionhall.care.services.hardship import confirming
from unionhall.care.services.hardship.asking import SEALED_AS
from unionhall.flows import Blocked
from unionhall.kernel import clock
from unionhall.kernel.cipher import unseal
from unionhall.notices import services as notices
from unionhall.pages.values import day
from unionhall.people.models import Person
from unionhall.rulebook import services as rulebook

POVERTY_LINE, VISITORS = "care.poverty_line", "care.home_visitors_min"


@transaction.atomic
def measure(file: HardshipFile, *, by: User, lines: Sequence[Line], heads: int, is_accident: bool = False) -> Means:
    """Calculate the household's means of a year and set its grade by them (CARE-01, CARE-02).

    Whatever was verified, decided or posted on an older calculation goes back to be verified; the grade of who is on
    file changes by a review, decided on the same road. Raises Blocked with the rule when an amount is negative, no income is stated,
    nobody lives there, or `heads` are not those who are registered.
    """
    HARDSHIP.check(file, "measure", by=by)
    if reason := heads_differ(file, heads):
        raise Blocked(reason)
    try:
        means = assess(lines, heads=heads, poverty_line=rulebook.value(POVERTY_LINE), is_accident=is_accident)
    except Unclear as unclear:
        raise Blocked(str(unclear)) from None
    MeansTest.objects.create(file=file, made_on=clock.today(), made_by=by, sheet=MeansTest.written(means))
    file.__dict__.pop("latest_means", None)
    if file.state in DECIDED_ON:
        _back_to_verification(file, by)
    fields = {} if file.is_on_file else {"grade": means.grade}
    HARDSHIP.fire(file, "measure", by=by, fields=fields)
    return means


def _back_to_verification(file: HardshipFile, by: User) -> None:
    """Nobody has seen the new figures: verified and decided anew, and nothing stays posted (CARE-05)."""
    nobody = {"verified_by": None, "agreed_by": None, "opinion": ""}
    HARDSHIP.fire(file, "remeasure", by=by, fields=nobody)
    posting.take_down(file.notices.all(), by=by)
    if file.person.user:
        state = HARDSHIP.state_of(file).label
        words = _("收支重新测算，申请退回核实。")
        notices.after_commit("care.hardship.moved", file, to=file.person.user, state=state, words=words)


@transaction.atomic
def visit_home(file: HardshipFile, *, by: User, visitors: Sequence[Person], visited_on: date, found: str) -> HomeVisit:
    """Write down what two people or more saw at the household's home (CARE-05).

    Raises Blocked for fewer, for somebody counted twice, for the applicant among them, for a day to come and for one
    before the request, which such a visit cannot verify.
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
    if visited_on < file.applied_on:
        raise Blocked(
            _("申请是%(day)s提出的，此前的走访不能用来核实这份申请，请填申请以后的入户走访（CARE-05）。")
            % {"day": day(file.applied_on)}
        )
    visit = HomeVisit.objects.create(file=file, visited_on=visited_on, found=found)
    visit.visitors.set(people)
    confirming.ask_visitors(visit)
    after = {"visited_on": visited_on, "visitors": sorted(str(one.pk) for one in people)}
    audit.record("care.hardship.visit_home", file, by=by, after=after)
    return visit


def look(file: HardshipFile, *, by: User, what: Any) -> None:
    """Somebody reads the file: the household sees who and when. One's own file leaves no such trace."""
    if not is_own(by, file):
        audit.read(file, by=by, what=what)


def open_paper(paper: HardshipPaper, *, by: User) -> bytes:
    """The content of a document; the look is logged first."""
    look(paper.file, by=by, what=Paper(paper.kind).label)
    return unseal(bytes(paper.content), SEALED_AS)
