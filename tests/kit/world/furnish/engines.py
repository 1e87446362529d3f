"""What the engines keep for one user: a message in the inbox; and for the clerk a job."""

from django.db import transaction

from tests.kit.world.people import House
from tests.kit.world.personas import Persona
from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.jobs.models import Job
from unionhall.kernel import clock
from unionhall.notices.models import Delivery, Notice
from unionhall.pages.models import Download
from unionhall.pages.register import declared


def furnish(house: House, persona: Persona) -> list:
    person = house.people[persona]
    notice = Notice.objects.create(
        user=house.users[persona],
        key="kit.told",
        subject="通知",
        subject_id=person.pk,
        subject_type=person._meta.label_lower,
    )
    mail = Delivery.objects.create(notice=notice, next_at=clock.now())
    with transaction.atomic():
        event = audit.record("kit.noted", person, by=house.users[Persona.MEMBER], concerns=person.pk)
    if persona != Persona.MEMBER:
        return [notice, mail, event]
    clerk = house.users[Persona.CLERK]
    job = Job.objects.create(key="kit.nothing", label="演练任务", requested_by=clerk)
    return [notice, mail, event, job, *(_download(pages.name, clerk) for pages in declared())]


def _download(page: str, clerk: User) -> tuple[str, Download]:
    """A large export the clerk asked for."""
    made = Download(user=clerk, page=page, file_name="名单.xlsx")
    made.content = b"workbook"
    made.save()
    return f"download:{page}", made
