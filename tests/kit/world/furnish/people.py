"""A member with family, a correction asked for, and a post in a body of their own."""

from datetime import date

from tests.kit.world.furnish.runs import previewed
from tests.kit.world.people import SINCE, House
from tests.kit.world.personas import Persona
from unionhall.people.choices import BodyKind, CorrectionField, How, RelationKind
from unionhall.people.exchange.roster import RosterImporter
from unionhall.people.models import Body, Correction, Post, Profile, Relation, Seat, Term


def furnish(house: House, persona: Persona) -> list:
    person, user = house.people[persona], house.users[persona]
    body = Body.objects.create(kind=BodyKind.WOMEN, name=f"{persona}的委员会", unit=person.unit)
    seat = Seat.objects.create(body=body, title="委员")
    term = Term.objects.create(body=body, number=1, began_on=SINCE, years=5, ends_on=date(2024, 12, 31))
    post = Post.objects.create(seat=seat, person=person, term=term, how=How.ELECTION, began_on=SINCE)
    correction = Correction.objects.create(person=person, field=CorrectionField.EDUCATION, should_be="本科")
    profile = Profile.objects.get_or_create(level="三级甲等")[0]
    relation = Relation.objects.create(person=person, kind=RelationKind.SPOUSE, name="家属")
    papers = [profile] if persona == Persona.MEMBER else []  # one row per union
    return [
        user,
        person,
        person.memberships.get(),
        person.unit,
        person.department,
        body,
        seat,
        term,
        post,
        correction,
        relation,
        *papers,
        previewed(RosterImporter(), "people.import", house.users[Persona.CLERK]),
    ]
