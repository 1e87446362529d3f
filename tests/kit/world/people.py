"""The people of the test world, by models: units, departments, one person with an account per persona, their posts."""

from dataclasses import dataclass, field
from datetime import date

from tests.kit.world.personas import Persona
from unionhall.accounts.models import Union, User
from unionhall.accounts.roles import Role
from unionhall.accounts.tenancy import in_union
from unionhall.people.choices import BodyKind, Employment, How, UnitKind
from unionhall.people.flow import State
from unionhall.people.models import Body, Department, Membership, Person, Post, Seat, Unit

SINCE = date(2020, 1, 1)
# Role, kind of body, and where (unit or department of the house) for the personas who hold a post.
POSTS = {
    Persona.GROUP_LEADER: (Role.GROUP_LEADER, BodyKind.GROUP, "group"),
    Persona.BRANCH_CHAIR: (Role.BRANCH_CHAIR, BodyKind.BRANCH, "branch"),
    Persona.CLERK: (Role.CLERK, BodyKind.OFFICE, "root"),
    Persona.CHAIR: (Role.CHAIR, BodyKind.COMMITTEE, "root"),
    Persona.ACCOUNTANT: (Role.ACCOUNTANT, BodyKind.OFFICE, "root"),
    Persona.CASHIER: (Role.CASHIER, BodyKind.OFFICE, "root"),
    Persona.AUDITOR: (Role.AUDITOR, BodyKind.AUDIT, "root"),
    Persona.DELEGATE: (Role.DELEGATE, BodyKind.SERVICE, "root"),
    Persona.PROPOSALS: (Role.PROPOSALS, BodyKind.PROPOSALS, "root"),
    Persona.HANDLER: (Role.HANDLER, BodyKind.DEPARTMENT, "department"),
    Persona.SUPPORTING: (Role.HANDLER, BodyKind.DEPARTMENT, "other"),
    Persona.HOSPITAL_LEADER: (Role.HOSPITAL_LEADER, BodyKind.LEADERSHIP, "root"),
    Persona.COUNSELLOR: (Role.COUNSELLOR, BodyKind.SERVICE, "root"),
    Persona.UPPER_VIEWER: (Role.UPPER_VIEWER, BodyKind.UPPER, "root"),
}


@dataclass
class House:
    """One union with its tree, its departments and its people by persona."""

    union: Union
    units: dict[str, Unit] = field(default_factory=dict)
    departments: dict[str, Department] = field(default_factory=dict)
    people: dict[Persona, Person] = field(default_factory=dict)
    users: dict[Persona, User] = field(default_factory=dict)

    def grow(self) -> None:
        """Units: the union, branch A with group 1, branch B; departments: a ward, another, administration."""
        root = self.units["root"] = Unit.objects.create(kind=UnitKind.UNION, name=self.union.name)
        branch = self.units["branch"] = Unit.objects.create(kind=UnitKind.BRANCH, name="内科分工会", parent=root)
        self.units["group"] = Unit.objects.create(kind=UnitKind.GROUP, name="心内小组", parent=branch)
        elsewhere = self.units["other"] = Unit.objects.create(kind=UnitKind.BRANCH, name="外科分工会", parent=root)
        self.departments["ward"] = Department.objects.create(name="心内科", unit=branch)
        self.departments["other"] = Department.objects.create(name="骨科", unit=elsewhere)
        self.departments["department"] = Department.objects.create(name="后勤保障部", unit=root)

    def settle(
        self,
        persona: Persona,
        *,
        unit: str,
        department: str,
        employment: str = Employment.ESTABLISHED,
        member: bool = True,
    ) -> Person:
        """A person with an account, and full membership unless told otherwise."""
        staff_no = f"8{list(Persona).index(persona) + 1:04}"  # no roster of the samples has such numbers
        name = f"{persona.value}·{self.union.code}"
        user = self.users[persona] = User.objects.create_user(self.union, staff_no, name, password="correct-horse-9")
        person = self.people[persona] = Person.objects.create(
            staff_no=staff_no,
            name=name,
            user=user,
            unit=self.units[unit],
            department=self.departments[department],
            employment=employment,
            joined_on=SINCE,
        )
        if member:
            Membership.objects.create(person=person, state=State.APPROVED, joined_on=SINCE, card_no=f"C{staff_no}")
        return person

    def in_role(self, role: Persona, subject: Persona) -> Person:
        """Who stands in a role in records about a subject: its own persona in those about our member, else the subject."""
        return self.people[role if subject == Persona.MEMBER and role in self.people else subject]

    def seat(self, persona: Persona) -> None:
        """Give a persona the post it is named after."""
        role, kind, place = POSTS[persona]
        body, _ = Body.objects.get_or_create(
            kind=kind,
            name=f"{kind.label}（{persona.value}）",
            unit=self.units.get(place),
            department=self.departments.get(place),
        )
        seat = Seat.objects.create(body=body, title=role.label, role=role)
        Post.objects.create(seat=seat, person=self.people[persona], how=How.ELECTION, began_on=SINCE)


def our_house(union: Union) -> House:
    """The union under test with every persona but the one from next door."""
    house = House(union)
    with in_union(union):
        house.grow()
        for persona in Persona:
            if persona in (Persona.ANONYMOUS, Persona.OTHER_UNION):
                continue
            if persona == Persona.ADMINISTRATOR:
                house.users[persona] = User.objects.create_user(
                    union, "admin", "administrator", password="correct-horse-9", is_administrator=True
                )
                continue
            unit, department = PLACES.get(persona, ("root", "department"))
            outside = persona == Persona.UPPER_VIEWER
            house.settle(
                persona,
                unit=unit,
                department=department,
                member=not outside,
                employment=Employment.EXTERNAL if outside else Employment.ESTABLISHED,
            )
            if persona in POSTS:
                house.seat(persona)
    return house


PLACES = {
    Persona.MEMBER: ("group", "ward"),
    Persona.GROUP_LEADER: ("group", "ward"),
    Persona.BRANCH_CHAIR: ("branch", "ward"),
    Persona.OTHER_BRANCH: ("other", "other"),
    Persona.SUPPORTING: ("root", "other"),
    Persona.DISABLED: ("other", "other"),
}


def house_next_door(union: Union) -> House:
    """A second union with a clerk and a member, of whom nobody here may learn anything."""
    house = House(union)
    with in_union(union):
        house.grow()
        house.settle(Persona.CLERK, unit="root", department="department")
        house.seat(Persona.CLERK)
        house.settle(Persona.MEMBER, unit="group", department="ward")
    return house
