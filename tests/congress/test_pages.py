"""The desk at the door, the hall, the phone of a delegate, and the papers, as those who use them meet them."""

import io
import re
import zipfile
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.congress.conftest import DAY
from tests.kit.world import Persona
from unionhall.audit.models import Event
from unionhall.ballots import services as ballots
from unionhall.ballots.kinds import Way
from unionhall.congress import codes, jobs, selectors, services
from unionhall.congress.flow import State
from unionhall.congress.kinds import Mover
from unionhall.congress.models import ChecklistStep, Delegate, JointMeeting, Motion, Session, Term
from unionhall.congress.printing import FORMS
from unionhall.congress.reminders import remind_of_steps
from unionhall.congress.rules.powers import Power
from unionhall.congress.views import hall
from unionhall.files.services import attach
from unionhall.flows import NotAllowed
from unionhall.kernel import clock
from unionhall.notices.models import Notice
from unionhall.people.choices import Sex
from unionhall.people.models import Person


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


def test_a_phone_says_when_papers_come_and_keeps_code_and_hall_for_the_day(convened, world):
    client, address = signed_in(world.user(Persona.MEMBER)), reverse("my.congress.show", args=[convened.pk])
    hall_address = reverse("congress.hall", args=[convened.pk])
    code = f'<a class="button {{}}" href="{reverse("my.congress.ticket", args=[convened.pk])}"'
    page = client.get(address).content.decode()
    assert page.count("材料将于 2023年3月10日 前送达。") == 1
    assert code.format("quiet") in page
    assert hall_address not in page
    with clock.pinned(DAY):
        page = client.get(address).content.decode()
        assert "材料尚未送达。" in page
        assert code.format("main") in page
        assert hall_address in page
    with clock.pinned(date(2023, 4, 1)):
        Session.objects.update(state=State.ARCHIVED)
        page = client.get(address).content.decode()
        assert hall_address not in page
        assert "材料" not in page.split("<h2>")[-1]


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


@pytest.fixture
def archived(sitting, clerk, world):
    """A session of which everything can be printed: a vote, a resolution, a motion, a joint meeting, a file."""
    tellers = [world.user(Persona.DELEGATE), world.user(Persona.MEMBER)]
    report = sitting.items.get(title="院长工作报告")
    services.call(report, by=clerk)
    poll = services.open_vote(report, by=clerk, way=Way.HANDS, tellers=tellers)
    options = [option.pk for option in poll.questions.get().options.all()]
    for teller in tellers:
        ballots.count(poll, by=teller, tallies=dict(zip(options, (18, 1, 1), strict=True)))
    ballots.close(poll, by=clerk)
    ballots.declare(poll, by=clerk)
    services.conclude(report, by=clerk)
    services.resolve(report, by=clerk, **selectors.resolution_drafted(report))
    facts = {"title": "食堂供餐", "reason": "排队长。", "text": "增设窗口。", "power": Power.DELIBERATE}
    Motion.objects.create(session=sitting, number="职代案3-1-01", mover=Mover.EMPLOYER, **facts)
    JointMeeting.objects.create(
        term=sitting.term, number="3-01", held_on=DAY, venue="会议室", cause="急", reported_to=sitting
    )
    attach(report, SimpleUploadedFile("报告附表.pdf", b"%PDF-1.4 1"), by=clerk)
    return sitting


def words_of(document: bytes) -> str:
    """What a Word file says."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return archive.read("word/document.xml").decode()


def test_every_paper_is_filled_from_records_and_recorded(archived, clerk, world):
    client, auditor = signed_in(clerk), signed_in(world.user(Persona.AUDITOR))
    item, session = archived.items.get(title="院长工作报告"), "第三届第一次职工代表大会"
    says = {
        reverse("congress.paper", args=[archived.pk, which]): ("", session, "") for which in FORMS
    } | {
        reverse("congress.paper", args=[archived.pk, "minutes"]): ("18", "院长工作报告：已通过", session),
        reverse("congress.result_paper", args=[item.pk]): ("18", "院长工作报告", "通过"),
        reverse("congress.resolution_paper", args=[item.resolution.pk]): ("职代决3-1-01", "同意这个报告", session),
        reverse("congress.motion_paper", args=[archived.motions.get().pk]): ("增设窗口。", "排队长。", session),
        reverse("congress.joint_paper", args=[archived.joint_reports.get().pk]): ("3-01", "急", session),
    }  # fmt: skip
    for address, words in says.items():
        text = words_of(client.post(address).content)
        assert [one for one in words if one not in text] == [], address
        assert "{{" not in text, address
        assert auditor.post(address).status_code == 404, address
    assert Event.objects.filter(kind="export", subject_type__startswith="congress.").count() == len(says)


@pytest.mark.parametrize("which", ["results", "minutes", "report"])
def test_no_paper_tells_of_a_session_that_has_not_opened(convened, clerk, which):
    client, address = signed_in(clerk), reverse("congress.paper", args=[convened.pk, which])
    assert client.post(address).status_code == 409
    page = client.get(reverse("congress.sessions.detail", args=[convened.pk])).content.decode()
    assert address not in page
    assert reverse("congress.paper", args=[convened.pk, "agenda"]) in page
    with zipfile.ZipFile(
        io.BytesIO(client.post(reverse("congress.archive_file", args=[convened.pk])).content)
    ) as archive:
        assert not any(str(FORMS[which].label) in name for name in archive.namelist())


def test_what_the_delegations_say_is_collected_from_the_call_on(session, clerk):
    client, address = signed_in(clerk), reverse("congress.paper", args=[session.pk, "notes"])
    assert client.post(address).status_code == 409
    services.convene(session, by=clerk)
    assert client.post(address).status_code == 200


def test_minutes_and_report_say_a_quorum_only_where_there_was_one(archived, clerk):
    client = signed_in(clerk)
    for present, words in ((20, "符合法定人数"), (19, "未达到法定人数")):
        Session.objects.filter(pk=archived.pk).update(present=present)
        for which in ("minutes", "report"):
            text = words_of(client.post(reverse("congress.paper", args=[archived.pk, which])).content)
            assert f"实到{present}人，{words}。" in text


def test_the_credentials_report_concludes_what_its_checks_show(convened, clerk):
    client, address = signed_in(clerk), reverse("congress.paper", args=[convened.pk, "credentials"])
    assert "代表人数和构成符合规定，代表资格有效。" in words_of(client.post(address).content)
    Term.objects.update(women_count=5, staff_count=5)
    Person.objects.filter(staff_no__startswith="70000").update(sex=Sex.MALE)
    text = words_of(client.post(address).content)
    assert "还须增加" not in text
    assert "建议补选或换届时提高比例：女代表（CON-11）" in text
    Delegate.objects.filter(pk__in=Delegate.objects.values("pk")[:7]).update(is_manager=True)
    text = words_of(client.post(address).content)
    assert "不符合规定，须先补正：中层以上管理人员7人" in text
    assert "代表资格有效" not in text


def test_whoever_calls_the_delegates_is_told_what_is_missing_and_may_still_call(session, clerk):
    client, address = signed_in(clerk), reverse("congress.sessions.convene", args=[session.pk])
    services.tick(session, by=clerk, step=session.steps.get(key="hand_in"), done_on=clock.today())
    with clock.pinned(date(2023, 2, 16)):
        page = client.get(address).content.decode()
    told = (
        "2. 绩效分配办法：",
        "还没有确定主席团",
        "向上级工会请示召开：已过期限（2023年2月15日）",
        "审议和表决材料送交代表：2023年3月10日前办理",
    )
    assert [words for words in told if words not in page] == []
    assert "行政将拟提交事项" not in page
    assert "决议向全体职工公布" not in page
    key = re.search(r'name="once" value="([^"]+)"', page)
    assert client.post(address, {"once": key[1]}).status_code == 302


def test_what_a_session_owes_leads_to_where_it_is_done(session, clerk, world):
    steps = {step.key: step for step in session.steps.all()}
    short = session.items.get(title="绩效分配办法")
    ways = {
        "hand_in": reverse("congress.sessions.add_item", args=[session.pk]),
        "papers_out": reverse("congress.items.detail", args=[short.pk]),
        "request": "#papers",
    }
    address, tick = (reverse(f"congress.sessions.{name}", args=[session.pk]) for name in ("detail", "tick"))
    page = signed_in(clerk).get(address).content.decode()
    for key, way in ways.items():
        assert f'<a href="{way}">{steps[key].label}</a>' in page, key
    assert str(steps["publish"].label) in page
    assert reverse("congress.sessions.publish", args=[session.pk]) not in page
    one = steps["hand_in"].pk
    assert f"{tick}?step={one}" in page
    assert f'value="{one}" selected' in signed_in(clerk).get(f"{tick}?step={one}").content.decode()
    assert tick not in signed_in(world.user(Persona.AUDITOR)).get(address).content.decode()


def test_before_the_call_the_quorum_is_reckoned_on_the_serving_delegates(session, clerk):
    address = reverse("congress.sessions.detail", args=[session.pk])
    page = signed_in(clerk).get(address).content.decode()
    assert re.findall(r"<dd>(\d+)<small>", page)[:3] == ["30", "0", "20"]
    assert "名册在召集后生成" in page
    assert "<span>3-1</span>" in page
    services.convene(session, by=clerk)
    assert "名册在召集后生成" not in signed_in(clerk).get(address).content.decode()


def test_the_file_of_a_session_is_one_zip_at_once_or_in_the_background(archived, clerk, monkeypatch):
    client, address = signed_in(clerk), reverse("congress.archive_file", args=[archived.pk])
    with zipfile.ZipFile(io.BytesIO(client.post(address).content)) as file:
        names = [name.split(" ", 1)[1] for name in file.namelist()]
    assert names[: len(FORMS)] == [f"{form.label}.docx" for form in FORMS.values()]
    assert set(names[len(FORMS) :]) == {
        "职代决3-1-01 关于院长工作报告的决议.docx", "职代案3-1-01 食堂供餐.docx", "职代会联席会议 3-01.docx",
        "院长工作报告 报告附表.pdf",
    }  # fmt: skip
    assert Event.objects.filter(kind="export", subject_type="congress.archive").count() == 1
    monkeypatch.setattr("unionhall.congress.views.papers.AT_ONCE", 1)
    assert client.post(address).status_code == 302
    made = jobs.archive(lambda done, total, text: None, by=clerk, session=str(archived.pk))
    assert client.get(made["url"]).content[:2] == b"PK"


def test_whole_delegations_are_checked_in_from_the_list_but_not_who_is_on_leave(convened, clerk, world):
    client, address = signed_in(clerk), reverse("congress.roll_call", args=[convened.pk])
    member = signed_in(world.user(Persona.MEMBER))
    leave = reverse("my.congress.leave", args=[convened.pk])
    assert member.post(leave, {"reason": "", "once": "a"}).status_code == 422
    assert member.post(leave, {"reason": "门诊值班", "once": "b"}).status_code == 302
    assert "请假" in client.get(address).content.decode()
    with clock.pinned(DAY):
        client.post(address, {"group": "1"})
        assert convened.roll() == (30, 14)  # the member's delegation of fifteen
        own = convened.attendees.get(person__user=world.user(Persona.MEMBER))
        client.post(address, {"attendee": [str(own.pk)]})
        assert convened.roll() == (30, 15)
        services.check_in_many(convened, by=clerk, attendees=list(convened.attendees.all()))
        desk = reverse("congress.check_in", args=[convened.pk])
        client.post(desk, {"code": own.person.staff_no, "leaves": "1"})
    assert convened.roll() == (30, 29)


def test_who_presides_reads_what_every_delegation_said(convened, clerk, world):
    one, two = convened.term.delegations.all()
    services.seat_presidium(convened, by=clerk, delegates=list(convened.term.delegates.serving()[:5]))
    for delegation in (one, two):
        services.note(convened.items.first(), by=clerk, delegation=delegation, text=f"{delegation}的意见")
    presiding = convened.presidium.exclude(delegate__person__user=None).first().delegate
    address = reverse("my.congress.notes", args=[convened.pk])
    page = signed_in(presiding.person.user).get(address).content.decode()
    assert f"{one}的意见" in page
    assert f"{two}的意见" in page
    convened.presidium.filter(delegate=presiding).delete()
    assert signed_in(presiding.person.user).get(address).status_code == 404


def test_a_branchs_chair_enters_whom_the_branch_elected_and_no_other(convened, clerk, world, people):
    units = world.home.units
    ours, others = (
        services.add_constituency(convened.term, by=clerk, name=name, staff_count=90, seats=2, unit=units[unit])
        for name, unit in (("内科选区", "branch"), ("外科选区", "other"))
    )
    chair, person = signed_in(world.user(Persona.BRANCH_CHAIR)), people(1)[0]
    typed = {"person": person.staff_no, "turnout": "59", "votes": "45", "elected_on": "2023-01-31", "once": "a"}
    address = reverse("congress.constituencies.elect", args=[ours.pk])
    assert "未达三分之二（60人）" in chair.post(address, typed).content.decode()
    assert chair.post(address, typed | {"turnout": "60", "once": "b"}).status_code == 302
    assert ours.delegates.get().person == person
    assert chair.post(reverse("congress.constituencies.elect", args=[others.pk]), typed).status_code == 404
    with pytest.raises(NotAllowed):
        services.elect(others, by=world.user(Persona.BRANCH_CHAIR), person=person, votes=45, turnout=60, elected_on=DAY)


def test_owners_are_reminded_once_a_day_of_what_is_not_done(session, clerk):
    step = ChecklistStep.objects.get(session=session, key="papers_out")
    services.tick(session, by=clerk, step=ChecklistStep.objects.get(key="hand_in"), done_on=clock.today())
    told = Notice.objects.filter(user=clerk, key="congress.owed").count()
    with clock.pinned(step.due_on):
        assert (remind_of_steps(), remind_of_steps()) == (1, 0)
    assert Notice.objects.filter(user=clerk, key="congress.owed").count() == told + 1
