"""A single person on the roster: taken on, edited, moved, gone; and what they put right themselves."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.flows import Blocked, NotAllowed
from unionhall.kernel import clock
from unionhall.people.choices import RelationKind, Sex
from unionhall.people.models import Department, Person, Placement, Relation, Unit
from unionhall.people.permissions import is_self
from unionhall.people.rules.identity import fault_of_number, faults_against


@transaction.atomic
def take_on(*, by: User, staff_no: str, **fields: Any) -> Person:
    """Put one person on the roster; refused when the staff number or the identity number is taken."""
    if Person.objects.filter(staff_no=staff_no).exists():
        raise Blocked(_("工号%(staff_no)s已在册；回院的职工请在原记录上恢复。") % {"staff_no": staff_no})
    person = Person(staff_no=staff_no, **fields)
    _check_identity(person)
    if person.unit is None and person.department:
        person.unit = person.department.unit
    person.save()
    if person.department or person.unit:
        _place(person, person.joined_on or clock.today())
    audit.record("people.take_on", person, by=by, after=audit.snapshot(person, ["staff_no", "name", *fields]))
    return person


@transaction.atomic
def edit(person: Person, *, by: User, reason: str = "", **fields: Any) -> None:
    """Correct facts on the roster; where somebody stands is changed by `move`."""
    before = audit.snapshot(person, fields)
    for name, value in fields.items():
        setattr(person, name, value)
    _check_identity(person)
    person.save()
    if person.user and person.user.name != person.name:
        User.in_union.filter(pk=person.user_id).update(name=person.name)
    audit.record(
        "people.edit",
        person,
        by=by,
        before=before,
        after=audit.snapshot(person, fields),
        reason=reason,
    )


def _check_identity(person: Person) -> None:
    number = person.id_number
    if not number:
        return
    male = person.sex == Sex.MALE if person.sex else None
    fault = fault_of_number(number) or "".join(
        faults_against(number, birth_on=person.birth_on, birth_is_exact=True, male=male)
    )
    if fault:
        raise Blocked(fault)
    person.index_secrets()
    if Person.objects.filter(id_index=person.id_index).exclude(pk=person.pk).exists():
        raise Blocked(_("这个身份证号已登记在另一个工号名下。"))


@transaction.atomic
def move(
    person: Person, *, by: User, department: Department, unit: Unit | None = None, moved_on: date, reason: str = ""
) -> None:
    """Move somebody to a department from a day on, and to the unit it belongs to unless another is named (ORG-46)."""
    last = person.placements.filter(ended_on=None).first()
    if last and moved_on < last.began_on:
        raise Blocked(_("调动日期早于上一次变动（%(day)s）。") % {"day": last.began_on.isoformat()})
    before = audit.snapshot(person, ["department", "unit"])
    person.department, person.unit = department, unit or department.unit or person.unit
    person.save(update_fields=["department", "unit"])
    _place(person, moved_on)
    audit.record(
        "people.move",
        person,
        by=by,
        before=before,
        after=audit.snapshot(person, before),
        reason=reason,
    )


def _place(person: Person, day: date) -> None:
    person.placements.filter(ended_on=None).update(ended_on=day)
    Placement.objects.create(person=person, department=person.department, unit=person.unit, began_on=day)


@transaction.atomic
def leave(person: Person, *, by: User, left_on: date, reason: str) -> None:
    """Somebody has left the hospital: the row stays, the account closes; membership is transferred apart (MEM-03)."""
    if person.left_on:
        raise Blocked(_("此人已于%(day)s离院。") % {"day": person.left_on.isoformat()})
    if person.joined_on and left_on < person.joined_on:
        raise Blocked(_("离院日期早于来院日期。"))
    person.left_on = left_on
    person.save(update_fields=["left_on"])
    person.placements.filter(ended_on=None).update(ended_on=left_on)
    User.in_union.filter(pk=person.user_id).update(is_active=False)
    audit.record(
        "people.leave",
        person,
        by=by,
        before={"left_on": None},
        after={"left_on": left_on},
        reason=reason,
    )


@transaction.atomic
def come_back(person: Person, *, by: User, returned_on: date, reason: str = "") -> None:
    """A returner is the same person: the same row, a new placement; the account is opened again by the office."""
    if not person.left_on:
        raise Blocked(_("此人在册，不必恢复。"))
    if returned_on < person.left_on:
        raise Blocked(_("回院日期早于离院日期（%(day)s）。") % {"day": person.left_on.isoformat()})
    before = {"left_on": person.left_on}
    person.left_on = None
    person.save(update_fields=["left_on"])
    _place(person, returned_on)
    audit.record("people.come_back", person, by=by, before=before, after={"left_on": None}, reason=reason)


@transaction.atomic
def correct_contact(person: Person, *, by: User, phone: str, address: str) -> None:
    """Somebody puts their own phone and address right; a later roster leaves both alone."""
    if not is_self(by, person):
        raise NotAllowed(_("联系方式由本人更正。"))
    before = audit.snapshot(person, ["phone", "address"])
    person.phone, person.address, person.contact_confirmed_on = phone, address, clock.today()
    person.save(update_fields=["phone", "phone_index", "address", "contact_confirmed_on"])
    audit.record(
        "people.correct_contact",
        person,
        by=by,
        before=before,
        after=audit.snapshot(person, ["phone", "address"]),
    )


@transaction.atomic
def add_relation(person: Person, *, by: User, kind: str, name: str, **fields: Any) -> None:
    """Keep a family member a benefit needs; a child only with a guardian's consent (PRI-05)."""
    if kind == RelationKind.CHILD and not fields.get("consented_on"):
        raise Blocked(_("登记子女信息须取得监护人同意（个人信息保护法第三十一条）。请填写同意日期。"))
    relation = Relation.objects.create(person=person, kind=kind, name=name, **fields)
    audit.record(
        "people.add_relation",
        person,
        by=by,
        after={"relation": str(relation)},
    )
