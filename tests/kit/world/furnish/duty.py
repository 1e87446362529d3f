"""A draft of a duty report in the member's name, with one part and one paragraph."""

from datetime import date

from django.db import models

from tests.kit.world.people import House
from tests.kit.world.personas import Persona
from unionhall.duty.models import Paragraph, Report, Section


def furnish(house: House, persona: Persona) -> list[models.Model]:
    report = Report.objects.create(
        number=f"SZ-{persona}",
        title="述职报告",
        outline="personal",
        period="2023",
        first=date(2023, 1, 1),
        last=date(2023, 12, 31),
        author=house.people[persona],
    )
    section = Section.objects.create(report=report, order=1, heading="履职情况")
    return [report, section, Paragraph.objects.create(section=section, order=1, text="这一年。")]
