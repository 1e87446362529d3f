"""What the engines keep for one user: a message in the inbox; and for the clerk a job."""
from django.db import models, transaction

from tests.kit.world.people import House
from tests.kit.world.personas import Persona
from unionhall.audit import services as audit
from unionhall.jobs.models import Job
from unionhall.kernel import clock
from unionhall.notices.models import Delivery, Notice


def furnish(house: House, persona: Persona) -> list[models.Model]:
    person = house.people[persona]
    notice = Notice.objects.create(user=house.users[persona], key="kit.told", subject="通知", subject_id=person.pk,
                                   subject_type=person._meta.label_lower)
    mail = Delivery.objects.create(notice=notice, next_at=clock.now())
    with transaction.atomic():
        event = audit.record("kit.noted", person, by=house.users[Persona.MEMBER], concerns=person.pk)
    if persona != Persona.MEMBER:
        return [notice, mail, event]
    return [notice, mail, event, Job.objects.create(key="kit.nothing", label="演练任务", requested_by=house.users[Persona.CLERK])]
