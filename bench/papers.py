"""Lists of 2,000 people as files, and how much the first page weighs on a phone; asked over HTTP."""

import http.client
import re
from collections.abc import Iterator

from django.conf import settings

from bench import crowd, server
from bench.measure import Measure
from bench.server import Request
from unionhall.accounts.models import Union
from unionhall.accounts.tenancy import in_union
from unionhall.activities.models import Activity, Prize, PrizeIssue
from unionhall.kernel import planner
from unionhall.people.models import Person

ROWS = 2000
PARTS = re.compile(rb'(?:src|href)="(/static/[^"#]+)')


def measures() -> Iterator[Measure]:
    """A union of 2,000 members, each of whom was given a prize."""
    union = Union.objects.create(code="papers", name="文书工会")
    with in_union(union):
        crowd.settle(union, ROWS)
        desk = server.session_of(crowd.clerk(union))
        meet = _meet_with_prizes()
        planner.refresh()
        with server.serving() as port:
            yield _files(port, meet, desk)
            yield _first_page(port, desk)


def _meet_with_prizes() -> Activity:
    [meet] = crowd.meets(1, ROWS)
    prize = Prize.objects.create(activity=meet, name="运动水壶", stock=ROWS, issued=ROWS)
    people = Person.objects.values_list("pk", flat=True)
    crowd.write(PrizeIssue, [PrizeIssue(activity=meet, prize=prize, person_id=pk, quantity=1) for pk in people])
    return meet


def _files(port: int, meet: Activity, desk: str) -> Measure:
    lists = f"/office/activities/{meet.pk}/lists/prizes"
    paths = {"Excel": f"{lists}/workbook/", "Word": f"{lists}/word/", "PDF (register)": "/office/registers/pdf/"}
    requests = [Request(desk, "POST", path) for path in paths.values()]
    answers, _taken = server.load(port, requests, 1)
    told = (
        f"{name} {answer.taken:.1f} s" if answer.status == 200 else f"{name} refused ({answer.status})"
        for name, answer in zip(paths, answers, strict=True)
    )
    return Measure(f"sign-off list of {ROWS:,} rows as a file", "≤ 3 s", ", ".join(told))


def _first_page(port: int, session: str) -> Measure:
    page, weight = _fetched(port, "/my/", session)
    parts = sorted({part.decode() for part in PARTS.findall(page)})
    weight += sum(_fetched(port, part, session)[1] for part in parts)
    return Measure(
        "first page on a phone",
        "≤ 150 KB on the wire, ≤ 12 requests",
        f"{weight / 1000:.0f} KB, {len(parts) + 1} requests",
    )


def _fetched(port: int, path: str, session: str) -> tuple[bytes, int]:
    """A page as it is, and its weight as a browser that reads brotli and gzip gets it."""
    bodies = []
    for coding in ("identity", "br, gzip"):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        headers = {"Cookie": f"{settings.SESSION_COOKIE_NAME}={session}", "Accept-Encoding": coding}
        connection.request("GET", path, headers=headers)
        bodies.append(connection.getresponse().read())
    return bodies[0], len(bodies[1])
