"""What tests of events, visits and gifts share: the union's five visits and standards in force since 2023."""

from datetime import date
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.kit.world import Persona, World
from unionhall.accounts.models import User
from unionhall.care.kinds.words import Occasion
from unionhall.care.models import Entitlement, Issue, Package, Visit
from unionhall.care.services import issues, proofs, sets, standards
from unionhall.people.models import Person

YEAR = date(2023, 1, 1)
OCCASIONS = [Occasion.HOSPITAL, Occasion.ILLNESS, Occasion.BIRTHDAY, Occasion.RETIREMENT, Occasion.DEATH]


def adopt(clerk: User) -> None:
    """The five visits and the table of Anhui (2018) from the first day of 2023."""
    sets.adopt(
        by=clerk,
        name="五必访",
        valid_from=YEAR,
        source="工会委员会决议",
        occasions=OCCASIONS,
        by_union=[Occasion.ILLNESS, Occasion.DEATH],
    )
    standards.take_over(by=clerk, table="安徽（2018）", valid_from=YEAR)


def pair(world: World) -> list[Person]:
    """Two who go on visits: the branch chair and a clerk."""
    return [world.home.people[Persona.BRANCH_CHAIR], world.home.people[Persona.CLERK]]


def spring(clerk: User, *, stock: int = 500, price: str = "300", opened: bool = True) -> tuple[Issue, Package]:
    """The Spring Festival's gift with one package, open to fetch."""
    issue = issues.draft(by=clerk, title="春节慰问", festival="spring", roll_on=date(2023, 1, 10))
    package = issues.add_package(issue, by=clerk, name="年货礼包", price=Decimal(price), stock=stock)
    issues.draw_up(issue, by=clerk)
    if opened:
        issues.open_(issue, by=clerk)
    return issue, package


def share_of(issue: Issue, person: Person) -> Entitlement:
    """One person's share."""
    return Entitlement.objects.select_related("issue", "person", "package").get(issue=issue, person=person)


def hand_in(visit: Visit, by: User) -> None:
    """Every paper that proves a visit's occasion (CARE-16)."""
    for kind in visit.missing_papers():
        proofs.add_paper(visit, by=by, kind=kind, upload=SimpleUploadedFile("材料.pdf", b"%PDF-1.4 proof"))
