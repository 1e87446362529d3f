"""A festival's gift to 2,125 members: the list, the sheets that come back, and the sign-off list as files over HTTP."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from time import perf_counter

from bench import crowd, server
from bench.measure import Measure
from bench.server import Request
from unionhall.accounts.models import Union, User
from unionhall.accounts.tenancy import in_union
from unionhall.care.models import Entitlement, Issue
from unionhall.care.services import gifts, issues, standards
from unionhall.kernel import clock, planner

PEOPLE = 2125


def measures() -> Iterator[Measure]:
    """A union of 2,125 members, all of them entitled."""
    union = Union.objects.create(code="gifts", name="福利工会")
    with in_union(union):
        crowd.settle(union, PEOPLE)
        clerk = crowd.clerk(union)
        desk = server.session_of(clerk)
        standards.take_over(by=clerk, table="安徽（2018）", valid_from=date(2023, 1, 1))
        issue, told = _handed_out(clerk)
        yield Measure(f"gifts: list of {PEOPLE:,} drawn up, all signed from sheets", "≤ 5 s", told)
        planner.refresh()
        with server.serving() as port:
            yield _files(port, issue, desk)


def _handed_out(clerk: User) -> tuple[Issue, str]:
    issue = issues.draft(by=clerk, title="春节慰问", festival="spring", roll_on=clock.today())
    issues.add_package(issue, by=clerk, name="年货礼包", price=Decimal(300), stock=PEOPLE + 50)
    begun = perf_counter()
    issues.draw_up(issue, by=clerk)
    listed = perf_counter()
    issues.open_(issue, by=clerk)
    shares = list(Entitlement.objects.filter(issue=issue).select_related("person", "issue"))
    gifts.sign_sheet(issue, by=clerk, shares=shares)
    return issue, f"list {listed - begun:.1f} s, sheets {perf_counter() - listed:.1f} s"


def _files(port: int, issue: Issue, desk: str) -> Measure:
    base = f"/office/care/issues/{issue.pk}"
    paths = {"Word": f"{base}/papers/sign_off/", "Excel": f"{base}/workbook/sign_off/"}
    answers, _taken = server.load(port, [Request(desk, "POST", path) for path in paths.values()], 1)
    told = (
        f"{name} {answer.taken:.1f} s" if answer.status == 200 else f"{name} refused ({answer.status})"
        for name, answer in zip(paths, answers, strict=True)
    )
    return Measure(f"sign-off list of {PEOPLE:,} as a file", "≤ 5 s", ", ".join(told))
