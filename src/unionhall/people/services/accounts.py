"""Accounts for people on the roster; the codes that open them are given out by `access`."""

from collections.abc import Iterable

from django.contrib.auth.hashers import make_password
from django.db import transaction

from unionhall.accounts.models import User
from unionhall.accounts.tenancy import current_union
from unionhall.audit import services as audit
from unionhall.people.models import Person

BATCH = 1000


@transaction.atomic
def open_accounts(people: Iterable[Person], *, by: User) -> int:
    """Give an account to everybody who has none and has not left; returns how many were opened.

    An account opens only by activation code. Somebody who came back gets the old account again.
    """
    lacking = [person for person in people if not person.left_on and person.user_id is None]
    back = [person.user_id for person in people if not person.left_on and person.user_id]
    reopened = User.in_union.filter(pk__in=back, is_active=False).update(is_active=True) if back else 0
    users = User.objects.bulk_create([_account(person) for person in lacking], batch_size=BATCH)
    for person, user in zip(lacking, users, strict=True):
        person.user = user
    Person.objects.bulk_update(lacking, ["user"], batch_size=200)
    audit.record_many("people.open_account", ((person, {}, {"user": person.user_id}) for person in lacking), by=by)
    return len(users) + reopened


def _account(person: Person) -> User:
    union = current_union()
    return User(
        union=union,
        staff_no=person.staff_no,
        username=f"{union.code}-{person.staff_no}",
        name=person.name,
        password=make_password(None),
    )
