"""Plant a unique word in every text field of every record, walk the house as somebody, and collect the words seen.

On the way each page that is somebody's to open is held against the policy.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from urllib.parse import urlencode

from django.apps import apps
from django.db import models
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.crawler.policy import POLICY
from tests.crawler.routes import Route, routes
from tests.crawler.table import Row, Rule, subjects
from tests.kit.world import Persona, SteadyClient, World
from tests.kit.writes import written
from unionhall.accounts.tenancy import TenantModel, in_union
from unionhall.figures import registry
from unionhall.kernel.cipher import EncryptedTextField

MARK = re.compile(r"qzx-\d{4}")
SEARCHED = "qzx"
PERIOD = {"from": "2019-01-01", "to": "2029-12-31"}  # all the world's records
# Engines' own tables: keys, tokens and digests, no words of people.
NO_WORDS = {"audit", "search", "jobs", "figures"}
# Text that is code or, kept encrypted, a day: read by the program, in models that otherwise hold words.
CODES = re.compile(
    r"_(?:index|type|digest|token|key|model)$|"
    r"^(?:key|url|code|period|token|sha256|path|secret|username|password|language|child_born)$"
)
Place = tuple[str, str]  # "people.Person.name", and whose: "ours", "elsewhere" or "theirs"


def word_fields(model: type[models.Model]) -> Iterator[models.Field]:
    """The fields of a model that hold words somebody typed."""
    for one in model._meta.concrete_fields:
        wide = isinstance(one, models.TextField) or (isinstance(one, models.CharField) and one.max_length >= 8)
        if wide and not isinstance(one, models.JSONField) and not one.choices and not CODES.search(one.name):
            yield one


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
                for planted in word_fields(model):
                    word = f"qzx-{next(number):04}"
                    setattr(record, planted.name, word)
                    places[word] = (f"{label}.{planted.name}", whose)
                record.save()
    return places


def is_secret(place: Place) -> bool:
    """Whether the field is kept encrypted, and so masked until somebody with the right asks."""
    model, _, name = place[0].rpartition(".")
    return isinstance(apps.get_model(model)._meta.get_field(name), EncryptedTextField)


@dataclass
class Walk:
    """What somebody came upon: the planted words they read, and the answers that break the policy."""

    words: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)

    def meet(self, response: HttpResponse) -> HttpResponse:
        """Note the words of one answer."""
        if response.status_code < 300:
            self.words |= set(MARK.findall(text_of(response)))
        return response

    def read(self, client: Client, address: str, rule: Rule | None) -> None:
        """Read one page; under a rule, which those about our own records are, it answers as it says and writes nothing."""
        with written() as tables:
            response = self.meet(client.get(address))
        if rule:
            self.wrong += rule.broken_by(response.status_code, tables)


def walk(world: World, persona: Persona, within: str | None = None) -> Walk:
    """Through every page, list, export, inbox and search result this persona can get at.

    With `within`, the pages alone whose name begins so: enough for a twin, which wants one leak to be seen.
    """
    client, walked = world.client(persona, SteadyClient), Walk()
    through_pages(walked, client, world, persona, within or "")
    if within is None:
        through_the_rest(walked, client)
    return walked


def through_pages(walked: Walk, client: Client, world: World, persona: Persona, within: str) -> None:
    """Each page and paper about each marked record, and each export."""
    for route in routes():
        row = POLICY.get(route.name) if route.name.startswith(within) else None
        if row and row.get:
            for address, rule in addresses(route, row, world, persona):
                walked.read(client, address, rule)
        elif row and row.post == 200:  # what leaves the house, or is unmasked, is asked for by POST
            for address, _rule in addresses(route, row, world, persona):
                walked.meet(client.post(address))


def through_the_rest(walked: Walk, client: Client) -> None:
    """The search for the words, and the rows of each figure."""
    walked.meet(client.get(reverse("search.results"), {"q": SEARCHED}))
    for figure in registry.all():
        walked.meet(client.get(reverse("figures.detail", args=[figure.key]), PERIOD))
        walked.meet(client.post(reverse("figures.export", args=[figure.key]) + "?" + urlencode(PERIOD)))


def addresses(route: Route, row: Row, world: World, persona: Persona) -> Iterator[tuple[str, Rule | None]]:
    """The route's address about each marked record of its kind that may be answered at all, and what it must answer.

    What the policy's own tests prove is not asked again: a page one has not shows none of our records, and a foreign
    record answers as a missing one.
    """
    labels, rule = subjects(route, row), Rule(route, row, persona)
    if not labels:
        yield route.address(*row.path, *row.last), rule if row.is_read_by(persona, record=False) else None
        return
    for whose, house, keys in world.marked():
        foreign = (house is world.next_door) != (persona == Persona.OTHER_UNION)
        if keys.keys() >= set(labels) and not foreign and (whose != "ours" or persona in row.opens):
            address = route.address(*row.path, *(keys[label] for label in labels), *row.last)
            yield address, rule if whose == "ours" else None


def text_of(response: HttpResponse) -> str:
    """What stands in an answer; a workbook or a Word file is opened."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    if body[:2] != b"PK":
        return body.decode(errors="ignore")
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return "\n".join(archive.read(name).decode(errors="ignore") for name in archive.namelist())
