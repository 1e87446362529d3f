"""Households in hardship: filed in January, six of them out of it by December."""

from datetime import date
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile

from unionhall.care.kinds.hardship import Cause, LineKind
from unionhall.care.models import HardshipFile
from unionhall.care.rules.means import Line
from unionhall.care.services import hardship
from unionhall.demo.world import World
from unionhall.kernel import clock
from unionhall.people.models import Person

APPLIED, DECIDED, FILED, LIFTED = date(2023, 1, 5), date(2023, 1, 9), date(2023, 1, 18), date(2023, 12, 12)
REVIEWED = date(2024, 1, 12)  # and so every year
YEARS = (  # wages, own medical cost, schooling, heads, by accident
    (52000, 38000, 0, 3, False),
    (60000, 20000, 12000, 3, False),
    (84000, 9000, 8000, 4, False),
    (96000, 30000, 0, 3, True),
)
OUT = 6
MEETING = {
    "held_on": DECIDED,
    "minutes": "示医工委〔2023〕2号",
    "entitled": 15,
    "present": 13,
    "votes_for": 13,
}


def file_all(world: World, people: list[Person]) -> list[HardshipFile]:
    """Each from the request to the file, visited at home by two before Spring Festival."""
    files = [_file(world, person, at) for at, person in enumerate(people)]
    with clock.pinned(FILED):
        for file in files:
            hardship.put_on_file(file, by=world.users["chair"])
    with clock.pinned(LIFTED):
        for file in files[-OUT:]:
            hardship.lift(file, by=world.users["chair"], reason="收入恢复，经复核已脱困。")
    for year in range(LIFTED.year + 1, clock.today().year + 1):
        if REVIEWED.replace(year=year) <= clock.today():
            _review(files[:-OUT], world, REVIEWED.replace(year=year))
    return files


def _review(files: list[HardshipFile], world: World, day: date) -> None:
    """Calculated anew and looked at again, as every January (CARE-07)."""
    with clock.pinned(day):
        for at, file in enumerate(files):
            _measure(file, world, at)
            hardship.review(file, by=world.users["clerk"], note="按上年收支重新测算，仍符合标准。")


def _file(world: World, person: Person, at: int) -> HardshipFile:
    by = world.users
    _wages, medical, schooling, _heads, _is_accident = YEARS[at % len(YEARS)]
    with clock.pinned(APPLIED):
        file = hardship.apply(
            by=by["clerk"],
            person=person,
            cause=Cause.ILLNESS if medical > schooling else Cause.SCHOOLING,
            circumstances="家庭收入扣除医疗和就学支出后所剩不多，申请帮扶。",
            housing="自住房一套。",
            consented_on=APPLIED,
        )
        _measure(file, world, at)
        hardship.add_paper(
            file, by=by["clerk"], kind="application", upload=SimpleUploadedFile("申请.txt", "申请".encode())
        )
    with clock.pinned(DECIDED):
        two = [by["clerk"].person, by["cashier"].person]
        hardship.visit_home(file, by=by["clerk"], visitors=two, visited_on=DECIDED, found="情况属实。")
        hardship.confirm(file, by=by["cashier"], opinion="入户看到的与所述一致。")
        hardship.verify(file, by=by["clerk"])
        hardship.agree(file, by=by["chair"], opinion="同意认定。", **MEETING)
        hardship.announce(file, by=by["clerk"])
    return file


def _measure(file: HardshipFile, world: World, at: int) -> None:
    wages, medical, schooling, heads, is_accident = YEARS[at % len(YEARS)]
    amounts = {LineKind.WAGES: wages, LineKind.MEDICAL: medical, LineKind.SCHOOLING: schooling}
    lines = [Line(kind, Decimal(amount)) for kind, amount in amounts.items()]
    hardship.measure(file, by=world.users["clerk"], lines=lines, heads=heads, is_accident=is_accident)
