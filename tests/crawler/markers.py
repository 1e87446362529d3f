"""Plant a unique word in every text field of every record, walk the house as somebody, and collect the words seen."""

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import count
from urllib.parse import urlencode

from django.apps import apps
from django.db import models
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.crawler.policy import POLICY
from tests.crawler.routes import Route, routes
from tests.crawler.table import Row, subjects
from tests.kit.world import Persona, SteadyClient, World
from unionhall.accounts.tenancy import TenantModel, in_union
from unionhall.figures import registry
from unionhall.kernel.cipher import EncryptedTextField

MARK = re.compile(r"qzx-\d{4}")
SEARCHED = "qzx"
PERIOD = {"from": "2019-01-01", "to": "2029-12-31"}  # all the world's records
# Engines' own tables: keys, tokens and digests, no words of people.
NO_WORDS = {"audit", "search", "jobs", "figures"}
# Text that is code, looked up by the program, in models that otherwise hold words.
CODES = re.compile(
    r"_(?:index|type|digest|token|key|model)$|"
    r"^(?:key|url|code|period|token|sha256|path|secret|username|password|language)$"
)
Place = tuple[str, str]  # "people.Person.name", and whose: "ours", "elsewhere" or "theirs"


def word_fields(model: type[models.Model]) -> Iterator[models.Field]:
    """The fields of a model that hold words somebody typed."""
    for field in model._meta.concrete_fields:
        wide = isinstance(field, models.TextField) or (isinstance(field, models.CharField) and field.max_length >= 8)
        if wide and not isinstance(field, models.JSONField) and not field.choices and not CODES.search(field.name):
            yield field


def plant(world: World) -> dict[str, Place]:
    """A unique word in each field of the marked records; returns where each word stands."""
    places: dict[str, Place] = {}
    number = count(1)
    for whose, house, keys in world.marked():
        with in_union(house.union):
            for label, pk in keys.items():
                if ":" in label:
                    continue
                model = apps.get_model(label)
                if model._meta.app_label in NO_WORDS or not issubclass(model, TenantModel):
                    continue
                record = model._base_manager.get(pk=pk)
                for field in word_fields(model):
                    word = f"qzx-{next(number):04}"
                    setattr(record, field.name, word)
                    places[word] = (f"{label}.{field.name}", whose)
                record.save()
    return places


def is_secret(place: Place) -> bool:
    """Whether the field is kept encrypted, and so masked until somebody with the right asks."""
    model, _, name = place[0].rpartition(".")
    return isinstance(apps.get_model(model)._meta.get_field(name), EncryptedTextField)


def seen_by(world: World, persona: Persona, within: str | None = None) -> set[str]:
    """Every planted word in every page, list, export, inbox and search result this persona can get at.

    With `within`, the pages alone whose name begins so: enough for a twin, which wants one leak to be seen.
    """
    client, words = world.client(persona, SteadyClient), set()
    for response in pages(client, world, persona, within) if within else answers(client, world, persona):
        if response.status_code < 300:
            words |= set(MARK.findall(text_of(response)))
    return words


def answers(client: Client, world: World, persona: Persona) -> Iterator[HttpResponse]:
    """Each page and paper about each marked record, each export, the rows of each figure, the search for the words."""
    yield from pages(client, world, persona)
    yield client.get(reverse("search.results"), {"q": SEARCHED})
    for figure in registry.all():
        yield client.get(reverse("figures.detail", args=[figure.key]), PERIOD)
        yield client.post(reverse("figures.export", args=[figure.key]) + "?" + urlencode(PERIOD))


def pages(client: Client, world: World, persona: Persona, within: str = "") -> Iterator[HttpResponse]:
    """Each page and paper about each marked record, and each export."""
    for route in routes():
        row = POLICY.get(route.name) if route.name.startswith(within) else None
        if row and row.get:
            yield from (client.get(address) for address in addresses(route, row, world, persona))
        elif row and row.post == 200:  # what leaves the house, or is unmasked, is asked for by POST
            yield from (client.post(address) for address in addresses(route, row, world, persona))


def addresses(route: Route, row: Row, world: World, persona: Persona) -> Iterator[str]:
    """The route's address about each marked record of its kind that may be answered at all.

    What the policy's own tests prove is not asked again: a page one has not shows none of our records, and a foreign
    record answers as a missing one.
    """
    labels = subjects(route, row)
    if not labels:
        yield route.address(*row.path, *row.last)
        return
    for whose, house, keys in world.marked():
        foreign = (house is world.next_door) != (persona == Persona.OTHER_UNION)
        if keys.keys() >= set(labels) and not foreign and (whose != "ours" or persona in row.opens):
            yield route.address(*row.path, *(keys[label] for label in labels), *row.last)


def text_of(response: HttpResponse) -> str:
    """What stands in an answer; a workbook or a Word file is opened."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    if body[:2] != b"PK":
        return body.decode(errors="ignore")
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return "\n".join(archive.read(name).decode(errors="ignore") for name in archive.namelist())
