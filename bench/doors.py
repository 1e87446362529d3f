"""The phone and the door over HTTP: too many for the places there are, codes checked in, records made from a form."""

from collections.abc import Iterator, Sequence

from bench import crowd, server
from bench.measure import Measure, percentile
from bench.server import Answer, Request
from unionhall.accounts.models import Union, User
from unionhall.accounts.tenancy import in_union
from unionhall.activities import codes, services
from unionhall.activities.flow import EntryState
from unionhall.activities.kinds import Audience, Kind
from unionhall.activities.models import Activity, Attendance, Entry, Item
from unionhall.kernel import clock, planner

CONTENDERS, PLACES, RECORDS, CLIENTS = 2000, 200, 500, 8


def measures() -> Iterator[Measure]:
    """A union of 2,000 members and a meet of today."""
    union = Union.objects.create(code="doors", name="门口工会")
    with in_union(union):
        crowd.settle(union, CONTENDERS)
        clerk = crowd.clerk(union)
        item = _meet(clerk)
        planner.refresh()
        desk = server.session_of(clerk)
        phones = [server.session_of(user) for user in User.in_union.filter(is_system=False)]
        with server.serving() as port:
            yield _sign_up(port, item, phones)
            yield _check_in(port, item.activity, desk)
            yield _new_records(port, desk)


def _meet(clerk: User) -> Item:
    today = clock.today()
    meet = services.draft(
        by=clerk, title="职工运动会", kind=Kind.SPORTS_MEET, venue="体育馆", held_from=today, held_to=today
    )
    item = services.add_item(meet, by=clerk, name="跳绳", capacity=PLACES)
    services.publish(meet, by=clerk)
    return item


def _sign_up(port: int, item: Item, phones: Sequence[str]) -> Measure:
    path = f"/my/activities/items/{item.pk}/sign-up/"
    requests = [Request(phone, "POST", path, (("once", str(number)),)) for number, phone in enumerate(phones)]
    answers, taken = server.load(port, requests, CLIENTS)
    places = Entry.objects.filter(item=item, state=EntryState.SIGNED_UP).count()
    return Measure(
        f"sign-up: {len(phones):,} contenders for {PLACES} places",
        "≥ 200/s, exactly 200, p99 ≤ 2 s",
        f"{_rate(answers, taken)}, {places} places, p99 {_slow(answers, 0.99)}",
    )


def _check_in(port: int, meet: Activity, desk: str) -> Measure:
    path = f"/office/activities/{meet.pk}/check-in/"
    tickets = Attendance.objects.filter(activity=meet).values_list("pk", flat=True)
    answers, taken = server.load(
        port, [Request(desk, "POST", path, (("code", codes.signed(ticket)),)) for ticket in tickets], CLIENTS
    )
    came = Attendance.objects.came().filter(activity=meet).count()
    return Measure(
        f"check-in by QR, {CLIENTS} clients",
        "≥ 400/s, p95 ≤ 40 ms",
        f"{_rate(answers, taken)}, p95 {_slow(answers, 0.95)}, {came:,} came",
    )


def _new_records(port: int, desk: str) -> Measure:
    form = (
        ("title", "健步走"),
        ("kind", Kind.CONTEST.value),
        ("venue", "滨江步道"),
        ("audience", Audience.ALL.value),
        ("held_from", clock.today().isoformat()),
    )
    requests = [
        Request(desk, "POST", "/office/activities/draft/", (*form, ("once", f"record-{number}")))
        for number in range(RECORDS)
    ]
    answers, taken = server.load(port, requests, CLIENTS)
    made = Activity.objects.filter(title="健步走").count()
    return Measure(
        f"new activity from a form, {CLIENTS} clients",
        "≥ 250/s",
        f"{_rate(answers, taken)}, p95 {_slow(answers, 0.95)}, {made:,} made",
    )


def _rate(answers: Sequence[Answer], taken: float) -> str:
    """Answers a second; one that is no redirect is told, since then something else was measured."""
    wrong = sum(answer.status != 302 for answer in answers)
    return f"{len(answers) / taken:.0f}/s" + (f" ({wrong} refused)" if wrong else "")


def _slow(answers: Sequence[Answer], share: float) -> str:
    return f"{percentile([answer.taken * 1000 for answer in answers], share):.0f} ms"
