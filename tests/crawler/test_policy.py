"""Every route × method × persona answers as the written policy says."""
import re
from copy import deepcopy
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from tests.crawler.policy import POLICY
from tests.crawler.routes import Route, routes
from tests.crawler.table import Row
from tests.kit.world import Persona, World
from tests.kit.writes import written

METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]
# Written while any page is read: the session's own upkeep.
TOKENS = re.compile(r"[A-Za-z0-9]{64}")
UPKEEP = {"django_session"}


def ruled() -> list[tuple[Route, Row]]:
    """Every route with its row; one without fails a test of its own."""
    return [(route, POLICY[route.name]) for route in routes() if route.name in POLICY]


def subject(world: World, route: Route, row: Row) -> str:
    """The label of the model whose record stands in the path."""
    return row.about or (route.model._meta.label if route.model else "")


def address(world: World, route: Route, row: Row) -> str:
    """The route's address about our own record."""
    return route.address(*(row.path or ([world.ours[subject(world, route, row)]] if route.params else [])))


def ask(client: Client, method: str, url: str, row: Row) -> HttpResponse:
    """The answer to one request, whose effects are undone, signing out included."""
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        if method == "POST":
            response = client.post(url, {"csrfmiddlewaretoken": "", **dict(row.data)})
        else:
            response = client.generic(method, url)
        if getattr(response, "streaming", False):
            b"".join(response)
        transaction.set_rollback(True)
    client.cookies = cookies
    return response


def test_every_route_has_a_row():
    missing = sorted({route.name for route in routes()} - POLICY.keys())
    assert not missing, "add to tests/crawler/policy.py:\n" + "\n".join(f'    "{name}": page(...),' for name in missing)


def test_every_row_has_a_route():
    assert not POLICY.keys() - {route.name for route in routes()}


@pytest.mark.parametrize("persona", Persona)
def test_policy(world, persona):
    client, wrong = world.client(persona), []
    for route, row in ruled():
        for method in METHODS:
            answer = ask(client, method, address(world, route, row), row).status_code
            if answer not in (expected := row.expects(persona, method, record=bool(route.params and not row.path))):
                wrong.append(f"{method} {route.name}: {answer}, not {sorted(expected)}")
    assert not wrong, f"{persona}:\n" + "\n".join(wrong)


@pytest.mark.parametrize("persona", Persona)
def test_reading_changes_nothing(world, persona):
    client, wrong = world.client(persona), []
    for route, row in ruled():
        with written() as tables:
            ask(client, "GET", address(world, route, row), row)
        if strange := tables - UPKEEP - row.reads:
            wrong.append(f"GET {route.name} wrote to {sorted(strange)}")
    assert not wrong, f"{persona}:\n" + "\n".join(wrong)


@pytest.mark.parametrize("persona", Persona)
def test_a_foreign_record_answers_as_a_missing_one(world, persona):
    client, wrong = world.client(persona), []
    for route, row in ruled():
        if not route.params or row.path:
            continue
        foreign, missing = world.theirs[subject(world, route, row)], uuid4()
        if persona == Persona.OTHER_UNION:
            foreign = world.ours[subject(world, route, row)]
        for method in ("GET", "POST"):
            answers = {answer_about(client, method, route, pk, row) for pk in (foreign, missing)}
            if len(answers) > 1:
                wrong.append(f"{method} {route.name}: {[status for status, body in answers]}")
    assert not wrong, f"{persona}:\n" + "\n".join(wrong)


def answer_about(client: Client, method: str, route: Route, pk: UUID, row: Row) -> tuple[int, str]:
    """Status and body about one record, with its id and the tokens of the moment taken out."""
    response = ask(client, method, route.address(pk), row)
    return response.status_code, TOKENS.sub("…", response.content.decode(errors="replace").replace(str(pk), "…"))
