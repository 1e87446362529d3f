"""Whether two records are about one thing that happened: an event told, and a visit nobody tied to it (CARE-13)."""

from datetime import date

from unionhall.care.models import LifeEvent, Visit
from unionhall.care.rules.events import SAME
from unionhall.people.models import Person


def told_lately(person: Person, occasion: str, relation: str, visited_on: date) -> LifeEvent | None:
    """The newest thing of that kind told of somebody in the time before a visit, or None."""
    told = LifeEvent.objects.standing().filter(person=person, kind=occasion, relation=relation)
    near = told.filter(happened_on__range=(visited_on - SAME, visited_on))
    return near.select_related("person").order_by("-happened_on", "-pk").first()


def given_without_event(event: LifeEvent) -> Visit | None:
    """A visit that brought something on this occasion in the time after it and is tied to no event, or None."""
    given = Visit.objects.standing().filter(event=None, task=None, person=event.person_id, occasion=event.kind)
    after = given.filter(relation=event.relation, visited_on__range=(event.happened_on, event.happened_on + SAME))
    return after.exclude(cash=0, goods=0).first()
