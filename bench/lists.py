"""Pages that list, filter and search at 2,000 members and at 100,000 with a million participations; a year's report."""

from collections.abc import Iterator
from urllib.parse import quote

from bench import crowd, server
from bench.measure import Measure, percentile, seconds
from bench.server import Request
from unionhall.accounts.models import Union, system_user
from unionhall.accounts.tenancy import in_union
from unionhall.activities.models import Entry
from unionhall.duty import services as duty
from unionhall.kernel import planner
from unionhall.people.models import Person

FEW, MANY, MEETS = 2000, 100_000, 500
TIMES = 15
PAGES = {
    "roster": "/office/people/",
    "filtered": "/office/people/?sex=female",
    "by name": f"/office/people/?q={quote('王伟')}",
    "search": f"/search/?q={quote('王伟')}",
    "activities": "/office/activities/",
    "phone": "/my/activities/",
}


def measures() -> Iterator[Measure]:
    """One union that grows."""
    union = Union.objects.create(code="lists", name="名单工会")
    with in_union(union):
        crowd.settle(union, FEW)
        session = server.session_of(crowd.clerk(union))
        list(crowd.meets(10, FEW))
        yield _pages(session, "≤ 50 ms")
        crowd.settle(union, MANY - FEW, first=FEW)
        list(crowd.meets(MEETS - 10, 1_000_000 // (MEETS - 10), first=10))
        yield _pages(session, "≤ 60 ms")
        taken = seconds(lambda: duty.draft(by=system_user(), period="2023", outline="personal"))
        yield Measure(f"year's duty report from {Entry.objects.count():,} participations", "≤ 3 s", f"{taken:.1f} s")


def _pages(session: str, target: str) -> Measure:
    """The median of each page, asked by one client, the first answer thrown away."""
    planner.refresh()
    with server.serving() as port:
        told = []
        for name, path in PAGES.items():
            answers, _taken = server.load(port, [Request(session, "GET", path)] * (TIMES + 1), 1)
            median = percentile([answer.taken * 1000 for answer in answers[1:]], 0.5)
            told.append(f"{name} {median:.0f} ms" if answers[0].status == 200 else f"{name} ({answers[0].status})")
    members, entries = Person.objects.count(), Entry.objects.count()
    return Measure(f"list pages at {members:,} members, {entries:,} participations", target, ", ".join(told))
