"""The desk at the door, the hall, the phone of a delegate, and the papers, as those who use them meet them."""

import io
import re
import zipfile

import pytest
from django.test import Client
from django.urls import reverse

from tests.congress.conftest import DAY
from tests.kit.world import Persona
from unionhall.audit.models import Event
from unionhall.congress import codes, selectors, services
from unionhall.congress.models import ChecklistStep
from unionhall.congress.printing import FORMS
from unionhall.congress.reminders import remind_of_steps
from unionhall.congress.views import hall
from unionhall.kernel import clock
from unionhall.notices.models import Notice


@pytest.fixture
def convened(session, clerk):
    services.convene(session, by=clerk)
    return session


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def numbers(screen) -> list[str]:
    """The numbers on a hall screen: entitled, present, needed, and the votes of a result."""
    return re.findall(r"<dd>(\d+)</dd>", screen.content.decode())


def test_a_delegates_code_is_scanned_at_the_desk_once(convened, clerk, world):
    client, member = signed_in(clerk), world.user(Persona.MEMBER)
    place = convened.attendees.get(person__user=member)
    ticket = signed_in(member).get(reverse("my.congress.ticket", args=[convened.pk]))
    assert "<svg" in ticket.content.decode()
    address, code = reverse("congress.check_in", args=[convened.pk]), codes.signed(place.pk)
    with clock.pinned(DAY):
        assert place.name in client.get(address, {"code": code}).content.decode()
        assert client.post(address, {"code": code}).status_code == 302
        assert client.post(address, {"code": code}).status_code == 302
        assert client.post(address, {"code": "nobody"}).status_code == 422
        assert client.post(address, {"code": f"{place.pk.hex}:forged"}).status_code == 422
    assert convened.roll() == (30, 1)
    assert Event.objects.filter(verb="congress.check_in").count() == 1


def test_a_code_of_another_session_is_nobodys_here(convened, term, clerk):
    other = services.prepare(by=clerk, term=term, held_on=DAY, venue="礼堂")
    code = codes.signed(convened.attendees.first().pk)
    assert selectors.at_desk(other, code) == []
    assert selectors.at_desk(convened, code) == [convened.attendees.get(pk=codes.opened(code))]


def test_the_hall_is_answered_only_when_something_changed(convened, clerk, arrive, world, monkeypatch):
    monkeypatch.setattr(hall.shown_lately, "seconds", 0)
    client = signed_in(world.user(Persona.MEMBER))
    address = reverse("congress.hall.now", args=[convened.pk])
    assert address in client.get(reverse("congress.hall", args=[convened.pk])).content.decode()
    first = client.get(address)
    assert numbers(first) == ["30", "0", "20"]
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304
    with clock.pinned(DAY):
        arrive(convened, 1)
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, numbers(again)) == (200, ["30", "1", "20"])
    assert signed_in(world.user(Persona.OTHER_BRANCH)).get(address).status_code == 404


def test_a_delegate_reads_the_agenda_and_its_papers(convened, world):
    page = signed_in(world.user(Persona.MEMBER)).get(reverse("my.congress.show", args=[convened.pk])).content.decode()
    assert all(words in page for words in ("院长工作报告", "各位代表", "绩效分配办法", "无记名票决"))
    assert reverse("my.congress.note", args=[convened.items.first().pk]) not in page


def test_a_head_writes_for_the_delegation_and_nobody_else_does(convened, world):
    item = convened.items.first()
    address = reverse("my.congress.note", args=[item.pk])
    head, member = signed_in(world.user(Persona.DELEGATE)), signed_in(world.user(Persona.MEMBER))
    own = convened.term.delegations.get(name="第一代表团")
    assert head.post(address, {"delegation": own.pk, "text": "同意报告。", "once": "k"}).status_code == 302
    assert head.post(address, {"delegation": own.pk, "text": ""}).status_code == 422
    assert member.get(address).status_code == 404
    assert item.notes.get().text == "同意报告。"
    assert "同意报告。" in head.get(reverse("my.congress.show", args=[convened.pk])).content.decode()


@pytest.mark.parametrize("which", FORMS)
def test_each_paper_is_filled_from_the_session_and_recorded(convened, clerk, world, which):
    address = reverse("congress.paper", args=[convened.pk, which])
    answer = signed_in(clerk).post(address)
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        text = archive.read("word/document.xml").decode()
    assert "第三届第一次职工代表大会" in text
    assert "{{" not in text
    assert Event.objects.filter(kind="export", subject_type=f"congress.{which}").count() == 1
    assert signed_in(world.user(Persona.AUDITOR)).post(address).status_code == 404


def test_owners_are_reminded_once_a_day_of_what_is_not_done(session, clerk):
    step = ChecklistStep.objects.get(session=session, key="papers_out")
    services.tick(session, by=clerk, step=ChecklistStep.objects.get(key="hand_in"), done_on=clock.today())
    told = Notice.objects.filter(user=clerk, key="congress.owed").count()
    with clock.pinned(step.due_on):
        assert (remind_of_steps(), remind_of_steps()) == (1, 0)
    assert Notice.objects.filter(user=clerk, key="congress.owed").count() == told + 1
