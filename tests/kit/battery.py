"""What every declaration of pages must do, tried on one description of its world.

@pytest.mark.parametrize("check", battery.CHECKS, ids=battery.name_of)
def test_pages_of_loans(check, loan_world):
    check(loan_world)
"""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from django.db import connection, models, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from tests.kit.writes import written
from unionhall.accounts.models import User
from unionhall.audit.models import Event
from unionhall.pages.declare import Pages

NONSENSE = "☃'\"<b>=1+1\t0000"


@dataclass
class World:
    """A declaration, a record, and people: `allowed` has the list and may take the verbs, `stranger` has no such pages,
    `forbidden` (if there is one) has the list and sees the record but may take no verb.

    `more(n)` makes n records like the first, related rows included. `good` and `bad` hold input by verb; a verb
    without bad input is only opened.
    """

    pages: Pages
    record: models.Model
    allowed: User
    stranger: User
    more: Callable[[int], Any]
    forbidden: User | None = None
    good: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    bad: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def client(self, user: User) -> Client:
        """A browser signed in as somebody."""
        client = Client()
        client.force_login(user)
        return client

    def verb_url(self, verb: str) -> str:
        """The address of a verb: of the list when it creates or takes rows together, else of the record."""
        declared = self.pages.verbs[verb]
        if declared.together:
            return self.pages.url(f"{verb}.many")
        return self.pages.url(verb, None if declared.creates else self.record)

    def addresses(self) -> list[str]:
        """Every address of the declaration that answers GET."""
        return [
            self.pages.url("list"),
            self.pages.url("detail", self.record),
            *(self.verb_url(verb) for verb in self.pages.verbs),
        ]


def the_list_opens_and_its_part_is_no_page(world: World) -> None:
    page = world.client(world.allowed).get(world.pages.url("list"))
    part = world.client(world.allowed).get(world.pages.url("list"), headers={"HX-Request": "true"})
    assert (page.status_code, part.status_code) == (200, 200)
    assert b"<html" in page.content
    assert b"<html" not in part.content
    assert world.pages.url("detail", world.record) in page.content.decode() or not any(
        column.link for column in world.pages.table.columns
    )


def the_record_opens(world: World) -> None:
    assert world.client(world.allowed).get(world.pages.url("detail", world.record)).status_code == 200


def for_strangers_nothing_is_there(world: World) -> None:
    client = world.client(world.stranger)
    for address in [*world.addresses(), world.pages.url("export")]:
        assert client.get(address).status_code == client.post(address).status_code == 404, address


def the_anonymous_are_sent_to_sign_in(world: World) -> None:
    for address in world.addresses():
        assert Client().get(address).status_code == 302, address


def a_missing_record_is_not_found(world: World) -> None:
    here, nowhere = str(world.record.pk), str(uuid4())
    for address in world.addresses():
        if here in address:
            assert world.client(world.allowed).get(address.replace(here, nowhere)).status_code == 404, address


def reading_writes_nothing(world: World) -> None:
    client = world.client(world.allowed)
    with written() as tables:
        for address in world.addresses():
            client.get(address)
    assert tables == set()


def three_records_cost_as_many_queries_as_one(world: World) -> None:
    client, every = world.client(world.allowed), [column.name for column in world.pages.table.columns]

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            client.get(world.pages.url("list"), {"columns": every})
        return len(captured)

    queries()  # what is read once per process
    one = queries()
    world.more(2)
    assert queries() == one


def every_column_sorts_and_shows(world: World) -> None:
    client, columns = world.client(world.allowed), [column.name for column in world.pages.table.columns]
    for name in columns:
        for sort in (name, f"-{name}"):
            response = client.get(world.pages.url("list"), {"columns": columns, "sort": sort})
            assert response.status_code == 200, sort


def nonsense_in_the_address_breaks_nothing(world: World) -> None:
    client = world.client(world.allowed)
    names = list(world.pages.filters.base_filters) if world.pages.filters else []
    for name in [
        *names,
        *(f"{name}_{end}" for name in names for end in ("min", "max", "before", "after")),
        "sort",
        "columns",
        "page",
    ]:
        response = client.get(world.pages.url("list"), {name: NONSENSE})
        assert response.status_code in (200, 422), name
        assert "<b>=1+1" not in response.content.decode(), name


def the_export_is_the_list_and_is_recorded(world: World) -> None:
    client, before = world.client(world.allowed), Event.objects.filter(kind="export").count()
    assert client.get(world.pages.url("export")).status_code == 405
    response = client.post(world.pages.url("export"))
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(response.content)).get_sheet_by_index(0).to_python()
    assert len(sheet) - 1 == world.pages.rows(world.allowed).count()
    assert Event.objects.filter(kind="export").count() == before + 1


def bad_input_is_answered_beside_the_field(world: World) -> None:
    client = world.client(world.allowed)
    for verb, data in world.bad.items():
        with written() as tables:
            response = client.post(world.verb_url(verb), data)
        assert response.status_code == 422, verb
        assert 'class="reason"' in response.content.decode() or 'role="alert"' in response.content.decode(), verb
        assert tables == set(), verb


def whoever_may_not_is_refused(world: World) -> None:
    if world.forbidden is None:
        return
    client = world.client(world.forbidden)
    for verb in world.pages.verbs:
        if not world.pages.may(verb, world.forbidden, world.record):
            with written() as tables:
                statuses = [client.get(world.verb_url(verb)).status_code, client.post(world.verb_url(verb)).status_code]
            assert statuses == [403, 403], verb
            assert tables == set(), verb


def good_input_is_done_once(world: World) -> None:
    for verb, data in world.good.items():
        client = world.client(world.allowed)
        before = Event.objects.count()
        first = client.post(world.verb_url(verb), {**data, "once": f"key-{verb}"})
        after = Event.objects.count()
        again = client.post(world.verb_url(verb), {**data, "once": f"key-{verb}"})
        assert first.status_code == 302, (verb, first.content.decode())
        assert after > before, verb
        assert Event.objects.count() == after, verb
        assert (again.status_code, again.url) == (302, first.url), verb


def other_methods_are_not_allowed(world: World) -> None:
    client = world.client(world.allowed)
    for address in world.addresses():
        for method in (client.put, client.patch, client.delete):
            assert method(address).status_code == 405, address


CHECKS = [
    the_list_opens_and_its_part_is_no_page,
    the_record_opens,
    for_strangers_nothing_is_there,
    the_anonymous_are_sent_to_sign_in,
    a_missing_record_is_not_found,
    reading_writes_nothing,
    three_records_cost_as_many_queries_as_one,
    every_column_sorts_and_shows,
    nonsense_in_the_address_breaks_nothing,
    the_export_is_the_list_and_is_recorded,
    bad_input_is_answered_beside_the_field,
    whoever_may_not_is_refused,
    good_input_is_done_once,
    other_methods_are_not_allowed,
]


def check_all(world: World) -> None:
    """Every check on one world that is dear to build; what a check writes is undone before the next."""
    for check in CHECKS:
        with transaction.atomic():
            check(world)
            transaction.set_rollback(True)


def name_of(check: Callable[[World], None]) -> str:
    """What a check says, for pytest's `ids`."""
    return check.__name__
