"""How the office of a new union is opened: its first clerk is named by the system administrator."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.roles import Role
from unionhall.flows import Blocked
from unionhall.kernel import clock
from unionhall.people.choices import BodyKind, How
from unionhall.people.models import Body, Person, Post, Seat
from unionhall.people.selectors import opens_office
from unionhall.people.services.accounts import open_accounts
from unionhall.people.services.bodies import appoint, create_body, set_seat
from unionhall.people.services.persons import take_on
from unionhall.people.services.trees import root_unit


@transaction.atomic
def name_first_clerk(*, by: User, staff_no: str, name: str, **facts: Any) -> Post:
    """Give the office a clerk with an account, while nobody holds a post in it; every later post is the office's own.

    Raises Blocked when the office is staffed, or when the staff number stands on the roster under another name.
    """
    if not opens_office(by):
        raise Blocked(_("工会办公室已有人任职，以后的任职由办公室登记。"))
    person = Person.objects.filter(staff_no=staff_no).first() or take_on(by=by, staff_no=staff_no, name=name, **facts)
    if person.name != name or person.left_on:
        raise Blocked(_("花名册上工号%(staff_no)s不是在册的“%(name)s”。") % {"staff_no": staff_no, "name": name})
    open_accounts([person], by=by)
    return appoint(_clerks_seat(by), by=by, person=person, began_on=clock.today(), how=How.APPOINTMENT)


def _clerks_seat(by: User) -> Seat:
    office = Body.objects.filter(kind=BodyKind.OFFICE, ended_on=None).first()
    office = office or create_body(by=by, kind=BodyKind.OFFICE, name=str(_("工会办公室")), unit=root_unit())
    seat = office.seats.filter(role=Role.CLERK).first()
    return seat or set_seat(office, by=by, title=str(Role.CLERK.label), role=Role.CLERK, places=1)
