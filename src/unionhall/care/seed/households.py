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
    return files


def _file(world: World, person: Person, at: int) -> HardshipFile:
    by = world.users
    wages, medical, schooling, heads, is_accident = YEARS[at % len(YEARS)]
    with clock.pinned(APPLIED):
        file = hardship.apply(
            by=by["clerk"],
            person=person,
            cause=Cause.ILLNESS if medical > schooling else Cause.SCHOOLING,
            circumstances="家庭收入扣除医疗和就学支出后所剩不多，申请帮扶。",
            housing="自住房一套。",
            consented_on=APPLIED,
        )
        lines = [
            Line(LineKind.WAGES, Decimal(wages)),
            Line(LineKind.MEDICAL, Decimal(medical)),
            Line(LineKind.SCHOOLING, Decimal(schooling)),
        ]
        hardship.measure(file, by=by["clerk"], lines=lines, heads=heads, is_accident=is_accident)
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
