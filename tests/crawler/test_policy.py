"""Every route × method × persona answers as the written policy says."""

import re
from functools import partial
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client

from tests.crawler.policy import POLICY
from tests.crawler.routes import Route, routes
from tests.crawler.table import Row, Rule, subjects
from tests.kit.world import Persona, SteadyClient, World
from tests.kit.writes import written
from unionhall.web import errors, urls

METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]
USUAL = METHODS[:2]  # the others are refused by one line for everybody, so one persona tries them
TOKENS = re.compile(r"[A-Za-z0-9]{64}")
NO_ROW = Row(frozenset())


def ruled() -> list[tuple[Route, Row]]:
    """Every route with its row; one without fails a test of its own."""
    return [(route, POLICY[route.name]) for route in routes() if route.name in POLICY]


def address(world: World, route: Route, row: Row) -> str:
    """The route's address about our own records."""
    return route.address(*row.path, *(world.ours[label] for label in subjects(route, row)), *row.last)


def ask(client: Client, method: str, url: str, row: Row) -> HttpResponse:
    """The answer to one request, whose effects are undone."""
    with transaction.atomic():
        if method == "POST":
            response = client.post(url, {"csrfmiddlewaretoken": "", **dict(row.data)})
        else:
            response = client.generic(method, url)
        if getattr(response, "streaming", False):
            b"".join(response)
        transaction.set_rollback(True)
    return response


def test_every_route_has_a_row():
    missing = sorted({route.name for route in routes()} - POLICY.keys())
    assert not missing, "add to tests/crawler/policy:\n" + "\n".join(f'    "{name}": page(...),' for name in missing)


def test_every_row_has_a_route():
    assert not POLICY.keys() - {route.name for route in routes()}


@pytest.fixture
def nothing_said_once(monkeypatch):
    """The page that says there is nothing is laid out once, not for each of the thousand addresses nobody may know of.

    That it reads alike whatever was asked is what `test_a_foreign_record_answers_as_a_missing_one` proves.
    """
    laid_out: list[bytes] = []

    def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
        if not laid_out:
            laid_out.append(errors.not_found(request, exception).content)
        return HttpResponse(laid_out[0], status=404)

    monkeypatch.setattr(urls, "handler404", not_found)


@pytest.mark.parametrize("persona", Persona)
@pytest.mark.usefixtures("nothing_said_once")
def test_everybody_gets_what_the_policy_says_and_reading_writes_nothing(world, persona):
    """But for the pages that are theirs to open, which `test_markers` reads and holds against the policy."""
    client, wrong = world.client(persona, SteadyClient), []
    for route, row in ruled():
        for method in METHODS if persona == Persona.CLERK else USUAL:
            if method == "GET" and row.is_read_by(persona, record=bool(subjects(route, row))):
                continue
            with written() as tables:
                answer = ask(client, method, address(world, route, row), row)
            wrong += Rule(route, row, persona).broken_by(answer.status_code, tables, method)
    assert not wrong, f"{persona}:\n" + "\n".join(wrong)


@pytest.mark.parametrize("persona", Persona)
def test_a_foreign_record_answers_as_a_missing_one(world, persona):
    """Asked as whoever has the page; who has it not is answered 404 about our own records too, as the policy says."""
    client, wrong = world.client(persona, SteadyClient), []
    nowhere = {method: answer_about(client, method, "/nowhere/", uuid4()) for method in USUAL}
    for route, row in ruled():
        if not subjects(route, row) or not row.known_to(persona):
            continue
        *above, label = subjects(route, row)
        before = [*row.path, *(world.ours[name] for name in above)]
        foreign = (world.ours if persona == Persona.OTHER_UNION else world.theirs)[label]
        for method in ["GET"] * bool(row.get) + ["POST"] * bool(row.post):
            answer, missing = (
                partial(answer_about, client, method, route.address(*before, pk, *row.last), pk, row)
                for pk in (foreign, uuid4())
            )
            if (answered := answer()) != nowhere[method] and answered != missing():
                wrong.append(f"{method} {route.name}: {answered[0]}")
    assert not wrong, f"{persona}:\n" + "\n".join(wrong)


def answer_about(client: Client, method: str, url: str, pk: UUID, row: Row = NO_ROW) -> tuple[int, str]:
    """Status and body about one record, with its address, its id and the tokens of the moment taken out."""
    response = ask(client, method, url, row)
    body = response.content.decode(errors="replace").replace(url, "…").replace(str(pk), "…")
    return response.status_code, TOKENS.sub("…", body)
