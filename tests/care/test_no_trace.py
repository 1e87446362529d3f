"""A person without the right finds no trace of a hardship file (guarantee), and would where the protection is off.

Every page, list, count, search, export, figure and the trail are read twice by everybody who has no right to the file:
before the household asked and after it was put on file. What they read is the same to the letter.
"""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import reverse

from tests.care.hardship_world import deliberated
from tests.crawler.markers import text_of
from tests.crawler.routes import routes
from tests.kit.world import Persona
from unionhall.audit import confidential
from unionhall.care.kinds.hardship import Cause, LineKind
from unionhall.care.models import HardshipFile
from unionhall.care.rules.means import Line
from unionhall.care.services import hardship
from unionhall.figures import registry
from unionhall.kernel import clock

AFTER = date(2023, 6, 30)
WITHOUT = [
    Persona.BRANCH_CHAIR,
    Persona.OTHER_BRANCH,
    Persona.AUDITOR,
    Persona.HOSPITAL_LEADER,
    Persona.ADMINISTRATOR,
]
MOMENT = re.compile(
    r"<dcterms:\w+ [^<]*</|[A-Za-z0-9]{64}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|name=\"once\" value=\"[^\"]+\""
)
HOMES = {
    "web.my",
    "web.office",
    "web.year",
    "web.matters",
    "my.care",
    "my.care.drives",
    "my.care.notices",
    "notices.inbox",
    "people.mine",
}
AS_TYPED = {"HX-Request": "true"}  # what the search box suggests meanwhile
SAID = "家中发生重大变故，恳请帮助"


def put_on_file(world) -> HardshipFile:
    """The member of branch A asks, and is on file a month later."""
    clerk, chair = world.user(Persona.CLERK), world.user(Persona.CHAIR)
    person = world.home.people[Persona.MEMBER]
    with clock.pinned(date(2023, 6, 5)):
        file = hardship.apply(
            by=person.user, person=person, cause=Cause.ILLNESS, circumstances=SAID, consented_on=clock.today()
        )
        hardship.measure(file, by=clerk, lines=[Line(LineKind.WAGES, Decimal(9000))], heads=3)
        two = [world.home.people[Persona.CLERK], world.home.people[Persona.CASHIER]]
        hardship.visit_home(file, by=clerk, visitors=two, visited_on=clock.today(), found="情况属实")
        hardship.add_paper(file, by=person.user, kind="other", upload=SimpleUploadedFile("x.pdf", b"%PDF-1.4"))
        hardship.confirm(file, by=world.user(Persona.CASHIER), opinion="属实")
        hardship.verify(file, by=clerk)
        deliberated(file, chair, held_on=clock.today())
        hardship.announce(file, by=clerk)
    with clock.pinned(date(2023, 6, 20)):
        hardship.put_on_file(file, by=chair)
        hardship.look(file, by=clerk, what="困难职工档案")
    return file


def addresses() -> list[str]:
    """Every list and its export, the home pages, care's figures and the index of all, the trail, and searches."""
    found = [
        route.address()
        for route in routes()
        if not route.params and (route.name.endswith((".list", ".export")) or route.name in HOMES)
    ]
    cares = [figure.key for figure in registry.all() if figure.module == "care"]
    found += [reverse("figures.detail", args=[key]) + "?from=2023-01-01&to=2023-12-31" for key in cares]
    return found + [reverse("search.results") + f"?q={word}" for word in ("KN-2023", "困难", "重大变故", "member")]


def read(client) -> dict[str, tuple[int, str]]:
    """What one reads at every address, by GET and, for exports, by POST, of a search also its suggestions; nothing it
    writes remains."""
    seen = {}
    searched = reverse("search.results")
    for address in addresses():
        for headers in [{}, AS_TYPED] if address.startswith(searched) else [{}]:
            with transaction.atomic():
                method = client.post if address.endswith("/export/") else client.get
                answer = method(address, headers=headers)
                text = text_of(answer) if answer.status_code == 200 else ""
                transaction.set_rollback(True)
            seen[address + str(headers)] = (answer.status_code, MOMENT.sub("…", text))
    return seen


@pytest.mark.parametrize("persona", WITHOUT)
def test_the_house_reads_the_same_with_the_file_and_without_it(world, persona):
    client = world.client(persona)
    with clock.pinned(AFTER):
        before = read(client)
    with transaction.atomic():
        put_on_file(world)
        with clock.pinned(AFTER):
            after = read(client)
        transaction.set_rollback(True)
    assert {address: (before[address], after[address]) for address in before if before[address] != after[address]} == {}


def test_there_is_something_to_find_for_those_with_the_right(world):
    """Or else the test above would prove nothing."""
    file = put_on_file(world)
    shown = {Persona.CLERK: "care.hardship.list", Persona.MEMBER: "my.care.hardship.list"}
    for persona, name in shown.items():
        assert file.number in world.client(persona).get(reverse(name)).content.decode()


def test_without_the_hidden_kinds_the_trail_tells_the_administrator(world, monkeypatch):
    """The twin: a trail that hides nothing shows who asked for what and when."""
    client, trail = world.client(Persona.ADMINISTRATOR), reverse("audit.list")
    before = client.get(trail).content.decode().count("member·demo")
    put_on_file(world)
    assert client.get(trail).content.decode().count("member·demo") == before
    monkeypatch.setattr(confidential, "_hidden", {})
    assert client.get(trail).content.decode().count("member·demo") > before


def test_with_open_rows_a_branch_chair_opens_the_list(world, monkeypatch):
    """The twin: where the policy admits who leads the branch, the list, its export and its counts tell."""
    from unionhall.care.views.hardship.desk import hardship_pages

    file = put_on_file(world)
    chair = world.user(Persona.BRANCH_CHAIR)
    assert not HardshipFile.objects.visible_to(chair).exists()
    monkeypatch.setattr(hardship_pages, "rows", lambda user: HardshipFile.objects.select_related("person"))
    assert hardship_pages.record(chair, file.pk) == file


def test_the_posting_names_nobody_and_comes_down(world):
    put_on_file(world)
    with clock.pinned(date(2023, 6, 6)):
        page = world.client(Persona.OTHER_BRANCH).get(reverse("my.care.notices")).content.decode()
    assert "m某，心内科，深度困难。" in page
    person = world.home.people[Persona.MEMBER]
    assert not any(word in page for word in (person.name, person.staff_no, "KN-2023", SAID))
    with clock.pinned(AFTER):
        page = world.client(Persona.OTHER_BRANCH).get(reverse("my.care.notices")).content.decode()
    assert "m某" not in page
