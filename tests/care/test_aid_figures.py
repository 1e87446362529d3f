"""Figures of the second half of care: the days of their period with both edges, and what is not told where few are."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.kit.world import Persona
from unionhall.care.figures import aid as figures
from unionhall.care.flow.hardship import FileState
from unionhall.care.models import (
    Aid,
    Candidate,
    Check,
    CheckRound,
    Cover,
    CoverClaim,
    Drive,
    DrivePayment,
    Gift,
    Goods,
    HardshipFile,
    HomeVisit,
    RestBatch,
)
from unionhall.care.sentences import aid as sentences
from unionhall.figures.scope import Scope
from unionhall.people.models import Person

FIRST, LAST = date(2023, 1, 1), date(2023, 12, 31)


@pytest.fixture
def scope(union):
    return Scope(union, FIRST, LAST)


@pytest.fixture
def live(world, clerk):
    """`live(day)`: a drive with a gift of 10 yuan, a chair and a payment; aid; a check, a batch, a claim: all on that day."""
    person, number = world.home.people[Persona.MEMBER], iter(range(100))

    def made(day):
        at = next(number)
        drive = Drive.objects.create(number=f"D{at}", title="募捐", cause="困难", opens_on=day, closes_on=day,
                                     remainder="fund", state="closed", balance=Decimal(4))  # fmt: skip
        Gift.objects.create(
            drive=drive, number=f"G{at}", way="transfer", amount=Decimal(10), given_on=day, received_by=clerk
        )
        Goods.objects.create(drive=drive, name="轮椅", pieces=2, worth=1, received_by=clerk, given_on=day)
        DrivePayment.objects.create(drive=drive, amount=Decimal(6), asked_on=day, paid_on=day, state="paid")
        Aid.objects.create(number=f"A{at}", person=person, kind="one_off", event_on=day, reason="火灾", cash=Decimal(1000),
                           goods="棉被", goods_worth=Decimal(50), asked_on=day, asked_by=clerk, paid_on=day, state="paid")  # fmt: skip
        round = CheckRound.objects.create(
            title=f"体检{at}", place="中心", listed_on=day, begins_on=day, ends_on=day, state="closed"
        )
        Check.objects.create(round=round, person=person, state="examined", came_on=day)
        Check.objects.create(round=round, person=world.home.people[Persona.OTHER_BRANCH], state="declined")
        batch = RestBatch.objects.create(
            title=f"疗养{at}", place="海滨", begins_on=day, ends_on=day, places=1, criteria="一线", state="done"
        )
        Candidate.objects.create(batch=batch, person=person, merit="先进", is_chosen=True)
        cover = Cover.objects.create(person=person, plan="hospital", began_on=day, ends_on=day)
        CoverClaim.objects.create(number=f"C{at}", cover=cover, happened_on=day, text="住院", asked=Decimal(9), filed_on=day,
                                  paid=Decimal(8), paid_on=day, state="paid")  # fmt: skip

    return made


ONE = {
    figures.drives: 1, figures.donated: 10, figures.donations: 1, figures.pieces: 2, figures.drive_paid: 6,
    figures.drive_left: 4, figures.aid_cash: 1000, figures.aid_goods: 50, figures.aid_times: 1, figures.rounds: 1,
    figures.eligible: 2, figures.examined: 1, figures.declined: 1, figures.batches: 1, figures.rested: 1,
    figures.cover_paid: 8,
}  # fmt: skip
DAYS = {0: (FIRST - timedelta(days=1), LAST + timedelta(days=1)), 2: (FIRST, LAST), 3: (date(2023, 7, 1),)}


def test_every_figure_counts_the_period_with_both_its_edges(scope, live):
    for counted, days in DAYS.items():
        for day in days:
            live(day)
        read = {figure.key: figure(scope).value for figure in ONE}
        assert read == {figure.key: one * counted for figure, one in ONE.items()}
        assert read == {figure.key: figure(scope).evidence.value for figure in ONE}
    assert (figures.aid_people(scope).value, figures.examined_share(scope).value) == (1, Decimal("0.5"))
    assert figures.covered(scope).value == 1  # on the last day alone


def test_an_empty_round_has_no_share(scope):
    assert figures.examined_share(scope).value is None


@pytest.fixture
def on_file(world, clerk):
    """`on_file(n)`: so many more households on file since June, visited in May."""

    def made(count):
        for _at in range(count):
            person = Person.objects.create(
                staff_no=f"7{HardshipFile.objects.count():04}", name="某", employment="contract"
            )
            file = HardshipFile.objects.create(number=f"K{person.staff_no}", person=person, cause="illness",
                circumstances="…", consented_on=FIRST, applied_on=FIRST, applied_by=clerk, grade="deep",
                filed_on=date(2023, 6, 1), state=FileState.FILED)  # fmt: skip
            HomeVisit.objects.create(file=file, visited_on=date(2023, 5, 1), found="属实")

    return made


def test_few_households_are_not_told_and_have_no_rows(scope, on_file):
    on_file(4)
    assert figures.households(scope).value == 4
    for told in (figures.households_told, figures.households_visited, figures.households_lifted):
        assert (told(scope).value, told(scope).rows.count(), told(scope).evidence.ids) == (None, 0, [])
    assert not [one for one in sentences.hardship(scope) if one.is_sayable]
    on_file(1)
    assert (figures.households_told(scope).value, figures.households_visited(scope).value) == (5, 5)
    assert next(one.text for one in sentences.hardship(scope) if one.is_sayable).startswith(
        "按深度困难、相对困难、意外致困"
    )


def test_what_was_left_of_a_drive_is_not_told_as_given_to_whom_it_was_for(scope, live):
    live(FIRST)
    drive = Drive.objects.get()
    told = next(sentences.collections(scope))
    assert told.text.count("goal=aid") == 1 and "结余" not in told.text
    left = {"goal": "remainder", "amount": Decimal(4), "asked_on": FIRST, "paid_on": FIRST, "state": "paid"}
    DrivePayment.objects.create(drive=drive, **left)
    told = next(sentences.collections(scope))
    assert [figures.drive_paid(scope.of(drive=drive, goal=goal)).value for goal in ("aid", "remainder")] == [6, 4]
    assert (
        told.text.index("已交付") < told.text.index("goal=aid") < told.text.index("结余") < told.text.index("goal=rem")
    )
    assert figures.drive_paid(scope.of(drive=drive)).value == 10


def test_without_the_limit_a_single_household_is_told(scope, on_file, monkeypatch):
    """The twin: told plainly, one household is one guess."""
    on_file(1)
    monkeypatch.setattr(figures.Told, "_is_few", lambda self, scope: False)
    assert figures.households_told(scope).value == 1


def test_numbers_of_households_are_for_those_who_may_see_the_files(world):
    keys = (figures.households, figures.households_told, figures.households_lifted, figures.households_visited)
    admitted = {p for p in Persona if (user := world.user(p)) and any(figure.who(user) for figure in keys)}
    assert admitted - {Persona.OTHER_UNION} == {Persona.CLERK, Persona.CHAIR}


def test_a_household_is_on_file_from_its_first_day_to_the_day_before_it_leaves(scope, on_file):
    on_file(1)
    HardshipFile.objects.update(filed_on=LAST)
    assert figures.households(scope).value == 1
    HardshipFile.objects.update(left_on=LAST, state=FileState.LIFTED)
    assert figures.households(scope).value == 0
