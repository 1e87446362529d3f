"""The kit's battery on the declarations of proposals, and the papers they print."""

import io
import zipfile
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.kit import battery
from tests.kit.world import Persona
from tests.proposals.conftest import CLOSES, DAY, EVERY, OPENS, TEXT, WRITING
from unionhall.audit.models import Event
from unionhall.congress.models import Session
from unionhall.files import word
from unionhall.kernel import clock
from unionhall.proposals import printing, services
from unionhall.proposals.models import Call, Proposal
from unionhall.proposals.views import department, desk, leader, my


@pytest.fixture
def base(house, users):
    """What the committee's declarations are tried with."""
    return {"allowed": users["committee"], "stranger": house.world.user(Persona.MEMBER), "forbidden": users["leader"]}


def test_pages_of_the_desk(house, users, submitted, base):
    case = submitted("mover")

    def more(count):
        for _number in range(count):
            submitted("other")

    good = {"review": {"outcome": "file", "met": EVERY}}
    bad = {"review": {"outcome": "galaxy"}}
    battery.check_all(battery.World(desk.proposal_pages, case, more=more, good=good, bad=bad, **base))


def test_pages_of_calls(house, users, submitted, base):
    case = submitted("mover")
    services.review(case, by=users["committee"], outcome="file", met=EVERY)

    def later(number):
        return Session.objects.create(term=house.session.term, number=number, held_on=DAY, ends_on=DAY, venue="礼堂")

    def more(count):
        for number in range(count):
            Call.objects.create(session=later(20 + number), opens_on=OPENS, closes_on=CLOSES)

    good = {
        "open_call": {"session": str(later(9).pk), "opens_on": "2023-02-06", "closes_on": "2023-02-24"},
        "decide": {"decider": "presidium", "decided_on": "2023-02-08", "proposals": [str(case.pk)]},
        "deliver": {"held_on": "2023-02-08"},
        "move_call": {"closes_on": "2023-02-27", "reason": "延长征集"},
    }
    bad = {
        "open_call": {"session": "x", "opens_on": "", "closes_on": "明天"},
        "decide": {"decider": "galaxy", "decided_on": "2999-01-01", "proposals": ["x"]},
        "deliver": {"held_on": ""},
        "move_call": {"closes_on": "", "reason": ""},
    }
    battery.check_all(battery.World(desk.call_pages, house.call, more=more, good=good, bad=bad, **base))


def test_pages_of_a_department(house, users, assigned, filed):
    share = assigned("mover")

    def more(count):
        for _number in range(count):
            with clock.pinned(WRITING):
                case = filed("other")
            services.assign(case, by=users["committee"], meeting=share.meeting, department=share.department)

    with clock.pinned(date(2023, 3, 27)):
        world = battery.World(
            department.share_pages,
            share,
            allowed=users["handler"],
            stranger=house.world.user(Persona.MEMBER),
            more=more,
            forbidden=users["committee"],
            good={"accept": {}},
            bad={"ask_return": {"reason": ""}},
        )
        battery.check_all(world)


def test_pages_of_the_leader(house, users, signed):
    reply = signed()
    with clock.pinned(date(2023, 4, 4)):
        world = battery.World(
            leader.signoff_pages,
            reply,
            allowed=users["leader"],
            stranger=users["handler"],
            more=lambda count: None,
            good={"answer": {"remark": "同意"}},
            bad={"send_back": {"remark": ""}},
        )
        battery.check_all(world)


def test_pages_of_a_delegate(house, users, draft):
    own = draft("mover")
    administrator = house.world.user(Persona.ADMINISTRATOR)

    def more(count):
        for number in range(count):
            draft("mover", title=f"改善夜班人员用餐{number}")

    good = {
        "draft": {"call": str(house.call.pk), "category": "HQ", **TEXT},
        "amend": {"category": "FL", **TEXT, "remedy": "1、延长供餐。"},
        "ask_seconds": {"delegates": "first second"},
    }
    bad = {
        "draft": {"call": "x", "category": "??", "title": ""},
        "amend": {"category": "", "title": ""},
        "ask_seconds": {"delegates": "没有这个人"},
        "ask_withdrawal": {"reason": ""},
    }
    world = battery.World(
        my.my_pages, own, allowed=users["mover"], stranger=administrator, more=more, good=good, bad=bad
    )
    battery.check_all(world)


def test_pages_of_progress(house, users, filed):
    case = filed("mover")
    world = battery.World(
        my.progress_pages,
        case,
        allowed=house.world.user(Persona.MEMBER),
        stranger=house.world.user(Persona.ADMINISTRATOR),
        more=lambda count: [filed("other") for _number in range(count)],
    )
    battery.check_all(world)


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def words_of(answer) -> str:
    """What stands in a Word file."""
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        return archive.read("word/document.xml").decode()


def test_each_paper_is_filled_and_recorded(house, users, answered):
    case = answered()
    with clock.pinned(date(2023, 4, 10)):
        print_all(house, users, case)


def print_all(house, users, case) -> None:
    """Every form, for whom it is."""
    share = case.assignments.get(part="lead")
    client, before = signed_in(users["committee"]), Event.objects.filter(kind="export").count()
    for name, args in (
        ("proposals.paper", [case.pk, "sheet"]),
        ("proposals.paper", [case.pk, "letter"]),
        ("proposals.order", [share.pk]),
        ("proposals.call_paper", [house.call.pk, "report"]),
        ("proposals.call_paper", [house.call.pk, "volume"]),
    ):
        text = words_of(client.post(reverse(name, args=args)))
        assert "{{" not in text, args
        assert TEXT["title"] in text or "提案工作报告" in text, args
    assert client.post(reverse("proposals.volume", args=[house.call.pk])).content.startswith(b"%PDF")
    assert Event.objects.filter(kind="export").count() == before + 6
    assert "食堂已开夜间窗口" in words_of(
        signed_in(users["mover"]).post(reverse("my.proposals.paper", args=[case.pk, "letter"]))
    )
    assert client.post(reverse("proposals.paper", args=[case.pk, "galaxy"])).status_code == 404
    stranger = signed_in(house.world.user(Persona.MEMBER))
    assert stranger.post(reverse("my.proposals.paper", args=[case.pk, "sheet"])).status_code == 404


@pytest.mark.parametrize("name", printing.FORMS)
def test_a_union_may_lay_every_form_out_anew(union, name):
    """The product's own template passes what is asked of a union's: it names nothing the form does not know."""
    form = printing.FORMS[name]
    word.check(form, form.template.read_bytes())


def test_who_types_sees_what_was_asked_before(house, users, filed):
    """While typing, and without a script on the draft's own page."""
    filed("other")
    client = signed_in(users["mover"])
    asked = {"title": TEXT["title"], "remedy": TEXT["remedy"]}
    assert TEXT["title"] in client.get(reverse("my.proposals.similar"), asked).content.decode()
    assert "没有相似" in client.get(reverse("my.proposals.similar"), {"title": "院史陈列"}).content.decode()
    own = services.draft(by=users["mover"], call=house.call, category="HQ", **TEXT)
    assert "以前有相似的提案" in client.get(reverse("my.proposals.detail", args=[own.pk])).content.decode()


def test_several_are_reviewed_at_once_and_each_refusal_is_told(house, users, submitted):
    """The committee ticks rows and says the outcome once; what a rule forbids stays as it was."""
    first, second = submitted("mover"), submitted("other")
    services.review(first, by=users["committee"], outcome="file", met=EVERY)
    services.review(second, by=users["committee"], outcome="merge", met=EVERY, merged_into=first)
    chosen = {"pk": [str(first.pk), str(second.pk)], "outcome": "suggestion", "reason": "属日常管理事项"}
    answer = signed_in(users["committee"]).post(reverse("proposals.review.many"), chosen).content.decode()
    assert "PRO-08" in answer
    assert set(Proposal.objects.values_list("outcome", flat=True)) == {"file", "suggestion"}
