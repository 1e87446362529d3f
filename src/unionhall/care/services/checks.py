"""What several verbs of care ask before they act."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from unionhall.accounts.roles import in_office
from unionhall.care.permissions import manages
from unionhall.flows import Blocked, NotAllowed
from unionhall.flows import given as given  # asked here by every verb
from unionhall.kernel import clock
from unionhall.people.models import Person


def keeps(by: Any, person: Person) -> None:
    """Raise NotAllowed unless somebody may keep records about this person: the office, or who leads their unit."""
    if not manages(by, person):
        raise NotAllowed(_("只有工会办公室和这位职工所在分会、小组的负责人可以登记。"))


def of_the_office(by: Any, what: str) -> None:
    """Raise NotAllowed outside the office."""
    if not in_office(by):
        raise NotAllowed(_("只有工会办公室可以%(what)s。") % {"what": what})


def has_been(day: date, problem: str) -> None:
    """Raise Blocked for a day still to come."""
    if day > clock.today():
        raise Blocked(problem)


def signed_by_whom(signed_for_by: str, signed_relation: str) -> tuple[str, str]:
    """Who signed for somebody else, and as what; raises Blocked for one without the other (CARE-17)."""
    name, relation = signed_for_by.strip(), signed_relation.strip()
    if name and not relation:
        raise Blocked(_("代领须写明代领人与本人的关系（慰问金（品）签收表“代领人及关系”，CARE-12）。"))
    if relation and not name:
        raise Blocked(_("写了代领关系，请一并写明代领人姓名（CARE-12）。"))
    return name, relation
