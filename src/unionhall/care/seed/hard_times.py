"""What befell three of the union's people in 2023, and that it came: a grave operation, a fire at home, a death."""

from datetime import date, timedelta
from decimal import Decimal

from unionhall.care.kinds.words import Occasion, Source
from unionhall.care.models import LifeEvent, Visit, VisitTask
from unionhall.care.seed.paying import pay
from unionhall.care.services import events, visits
from unionhall.care.services.events import Told
from unionhall.care.services.visits import Given, Heard, call_for
from unionhall.demo.world import World
from unionhall.kernel import clock
from unionhall.people.choices import PostClass
from unionhall.people.models import Membership, Person
from unionhall.people.services import memberships

OPERATION, FIRE, DEATH = date(2023, 2, 3), date(2023, 2, 16), date(2023, 5, 8)


def operation(world: World, person: Person) -> LifeEvent:
    """A colleague's grave operation, for which the union's chair and a leader of the hospital come."""
    event = _told(world, Told(person, Occasion.ILLNESS, OPERATION, words="手术治疗，自付费用巨大。", is_serious=True))
    _call(world, event, OPERATION + timedelta(days=4), Given(), "术后恢复中，家庭一时难以负担自付费用。")
    return event


def fire(world: World, people: list[Person]) -> LifeEvent:
    """A nurse's home burned; somebody of the union was there the next day."""
    nurse = next(one for one in people if one.post_class == PostClass.NURSE and "内科" in str(one.department))
    event = _told(world, Told(nurse, Occasion.DISASTER, FIRE, words="家中失火。"))
    _call(world, event, FIRE + timedelta(days=1), Given(), "家庭财产损失严重，人员平安，急需安置。")
    return event


def death(world: World) -> LifeEvent:
    """A retired member has died: the family is called on, and the membership ends."""
    spell = Membership.objects.running(DEATH).filter(state="retained").select_related("person__unit").last()
    event = _told(world, Told(spell.person, Occasion.DEATH, DEATH, words="因病去世，家属来电。"))
    wreath = Given(goods=Decimal(300), goods_text="花圈、慰问品", source=Source.RETIREES)
    visit = _call(world, event, DEATH + timedelta(days=1), wreath, "慰问家属，协助办理后事。")
    with clock.pinned(visit.visited_on):
        visits.sign(visit, by=world.users["clerk"], signed_for_by="家属", signed_relation="子女")
        pay(visit, world)
    with clock.pinned(DEATH + timedelta(days=2)):
        memberships.die(spell, by=world.users["clerk"], ended_on=DEATH)
    return event


def _told(world: World, told: Told) -> LifeEvent:
    with clock.pinned(told.happened_on + timedelta(days=1)):
        return events.take_in([told], by=world.users["clerk"])[0]


def _call(world: World, event: LifeEvent, day: date, given: Given, learned: str) -> Visit:
    """The leader in charge, the chair and a clerk call."""
    by = world.users
    task = VisitTask.objects.select_related("person__unit__parent", "event").get(event=event)
    three = [by["hospital_leader"].person, by["chair"].person, by["clerk"].person]
    with clock.pinned(day):
        return visits.record(call_for(task, day, given=given, heard=Heard(learned)), by=by["clerk"], visitors=three)
