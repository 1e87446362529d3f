"""A small world for care: one person of every kind, and what tests of both its halves need."""

from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date
from decimal import Decimal

import pytest

from tests.care.hardship_world import SECRET, pdf
from tests.care.visits_world import YEAR, adopt
from tests.kit.world import Persona, World
from unionhall.care.kinds.drive import Remainder
from unionhall.care.kinds.hardship import Cause, LineKind
from unionhall.care.models import Drive, HardshipFile
from unionhall.care.rules.means import Line
from unionhall.care.services import drives, hardship
from unionhall.funds.models import SpendingRequest
from unionhall.funds.services import payments, spending
from unionhall.kernel import clock
from unionhall.people.models import Person


@pytest.fixture(autouse=True)
def today(request) -> Iterator[None]:
    """Where a module names its `DAY`, that is today in all of its tests."""
    day = getattr(request.module, "DAY", None)
    with clock.pinned(day) if day else nullcontext():
        yield


@pytest.fixture
def ready(world, clerk) -> World:
    """The world with the five visits and the standards in force."""
    with clock.pinned(YEAR):
        adopt(clerk)
    return world


@pytest.fixture
def person(ready) -> Person:
    """Whom most of it is about: a member of branch A."""
    return ready.home.people[Persona.MEMBER]


@pytest.fixture
def leader(ready):
    """The chair of that branch."""
    return ready.user(Persona.BRANCH_CHAIR)


@pytest.fixture
def asked(world, member) -> HardshipFile:
    """The member's own request for help."""
    return hardship.apply(
        by=member,
        person=world.home.people[Persona.MEMBER],
        cause=Cause.ILLNESS,
        circumstances=SECRET,
        consented_on=clock.today(),
    )


@pytest.fixture
def known(asked, clerk, world) -> HardshipFile:
    """The same, measured, visited at home by two, with a paper, and confirmed by one of the two."""
    lines = [Line(LineKind.WAGES, Decimal(60000)), Line(LineKind.MEDICAL, Decimal(45000))]
    hardship.measure(asked, by=clerk, lines=lines, heads=3)
    two = [world.home.people[Persona.CLERK], world.home.people[Persona.BRANCH_CHAIR]]
    hardship.visit_home(asked, by=clerk, visitors=two, visited_on=clock.today(), found="情况属实")
    hardship.add_paper(asked, by=clerk, kind="diagnosis", upload=pdf())
    hardship.confirm(asked, by=world.user(Persona.BRANCH_CHAIR), opinion="入户看到的与所述一致")
    return asked


@pytest.fixture
def open_drive(world, clerk) -> Drive:
    """A collection for the member of branch B, open since 10 February 2023."""
    with clock.pinned(date(2023, 2, 10)):
        drive = drives.draft(
            by=clerk,
            title="爱心互助募捐",
            beneficiary=world.home.people[Persona.OTHER_BRANCH],
            cause="家庭遭遇重大困难",
            consent_on=date(2023, 2, 8),
            opens_on=date(2023, 2, 10),
            closes_on=date(2023, 3, 10),
            remainder=Remainder.BENEFICIARY,
        )
        drives.publish(drive, by=world.user(Persona.CHAIR))
    return drive


@pytest.fixture
def pay_out(world):
    """`pay_out(subject)`: its request approved by the chair, paid by the cashier, signed for, booked by the accountant."""

    def pay(subject, sign=None):
        request = SpendingRequest.objects.about(subject).live().get()
        chair, auditor = world.user(Persona.CHAIR), world.user(Persona.AUDITOR)
        spending.approve(
            request, by=chair, decision="主席办公会", decided_on=clock.today(), witness=auditor, note="已核实"
        )
        payments.pay(request, by=world.user(Persona.CASHIER), second=world.home.people[Persona.CLERK])
        if sign:
            subject.refresh_from_db()
            sign(subject, by=world.user(Persona.CLERK))
            payments.book(request, by=world.user(Persona.ACCOUNTANT))
        return request

    return pay
