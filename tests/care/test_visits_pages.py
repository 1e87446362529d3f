"""The pages of events, tasks, visits and gifts: the kit's battery, the phone in three taps, what stays closed."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.care.visits_world import hand_in, pair, share_of, spring
from tests.kit import battery
from tests.kit.world import Persona
from unionhall.audit.models import Event, Kind
from unionhall.care import codes
from unionhall.care.flow.issues import EntitlementState
from unionhall.care.kinds.words import Occasion
from unionhall.care.models import Issue, LifeEvent, Package, Promise, Visit, VisitTask
from unionhall.care.services import calls, events, issues, paying, promises, tasks, visits
from unionhall.care.services.visits import Call, Given, Heard, call_for
from unionhall.care.views.issues.office import issue_pages
from unionhall.care.views.visits.office import event_pages, promise_pages, task_pages, visit_pages
from unionhall.care.views.visits.rules import standard_pages
from unionhall.files.models import Attachment
from unionhall.flows import Blocked, NotAllowed
from unionhall.people.models import Person

DAY = date(2023, 3, 6)


@pytest.fixture
def member(ready) -> Person:
    return ready.home.people[Persona.MEMBER]


def client_of(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def picture() -> SimpleUploadedFile:
    return SimpleUploadedFile("合影.png", b"\x89PNG\r\n\x1a\n a picture")


def tell(by, person, number=0) -> LifeEvent:
    day = date.fromordinal(DAY.toordinal() - 20 * number)
    return events.tell(by=by, person=person, kind=Occasion.HOSPITAL, happened_on=day, words="骨折手术")


@pytest.fixture
def of_events(ready, member, clerk):
    good = {
        "tell": {
            "person": member.staff_no,
            "kind": "birth",
            "relation": "self",
            "happened_on": "2023-03-01",
            "words": "顺产",
        }
    }
    bad = {
        "tell": good["tell"] | {"kind": "birthday", "happened_on": "2024-01-01", "person": "nobody"},
        "dismiss": {"reason": ""},
    }
    return battery.World(
        event_pages,
        tell(clerk, member),
        clerk,
        ready.user(Persona.OTHER_BRANCH),
        lambda count: [tell(clerk, member, number + 1) for number in range(count)],
        good=good,
        bad=bad,
    )


@pytest.fixture
def of_tasks(ready, member, clerk):
    tell(clerk, member)
    two = [str(person.pk) for person in pair(ready)]
    call = {"visitors": two, "visited_on": "2023-03-06", "cash": "500", "learned": "恢复良好"}
    return battery.World(
        task_pages,
        VisitTask.objects.get(),
        clerk,
        ready.user(Persona.OTHER_BRANCH),
        lambda count: [tell(clerk, member, number + 1) for number in range(count)],
        good={"contact": {"contacted_on": "2023-03-06"}, "fulfil": call},
        bad={
            "fulfil": call | {"visitors": [], "cash": "-5", "visited_on": "昨天"},
            "waive": {"reason": ""},
            "contact": {"contacted_on": "2024-01-01"},
        },
    )


@pytest.fixture
def of_visits(ready, member, clerk):
    def visit(number=0):
        call = Call(
            member,
            Occasion.OTHER,
            date(2023, 3, 1 + number),
            heard=Heard("恢复良好", "希望调班"),
        )
        made = visits.record(call, by=clerk, visitors=pair(ready))
        promises.promise(made, by=clerk, text="协调调班", due_on=date(2023, 3, 20))
        return made

    record = {
        "person": member.staff_no,
        "occasion": "duty",
        "festival": "spring",
        "relation": "self",
        "visitors": [str(person.pk) for person in pair(ready)],
        "visited_on": "2023-03-06",
    }
    return battery.World(
        visit_pages,
        visit(),
        clerk,
        ready.user(Persona.OTHER_BRANCH),
        lambda count: [visit(number + 1) for number in range(count)],
        good={"record": record, "promise": {"text": "协调床位", "due_on": "2023-03-30"}},
        bad={
            "record": record | {"person": "nobody", "goods": "10"},
            "void": {"reason": ""},
            "promise": {"text": "", "due_on": ""},
        },
    )


@pytest.fixture
def of_issues(ready, clerk):
    facts = {
        "title": "端午慰问",
        "festival": "dragon_boat",
        "audience": "members",
        "source": "union",
        "roll_on": "2023-03-06",
    }
    issue, _package = spring(clerk, opened=False)
    return battery.World(
        issue_pages,
        issue,
        clerk,
        ready.user(Persona.OTHER_BRANCH),
        lambda count: [
            issues.draft(by=clerk, title=f"慰问{n}", festival="labour", roll_on=date(2023, 3, 1)) for n in range(count)
        ],
        forbidden=ready.user(Persona.BRANCH_CHAIR),
        good={
            "draft": facts,
            "amend": facts,
            "add_package": {"name": "米面油", "price": "200", "stock": "50"},
            "draw_up": {},
            "open": {},
        },
        bad={
            "draft": facts | {"festival": "summer", "title": ""},
            "amend": facts | {"roll_on": "昨天"},
            "add_package": {"name": "", "price": "-1", "stock": "0"},
            "cancel": {"reason": ""},
        },
    )


@pytest.mark.parametrize("check", battery.CHECKS, ids=battery.name_of)
@pytest.mark.parametrize("which", ["of_events", "of_tasks", "of_visits", "of_issues"])
def test_pages_of_care(check, which, request):
    check(request.getfixturevalue(which))


def test_a_visit_takes_three_taps_after_arrival(ready, member, clerk):
    tell(clerk, member)
    leader = client_of(ready.user(Persona.GROUP_LEADER))
    task = VisitTask.objects.get()
    address = reverse("my.care.tasks.fulfil", args=[task.pk])
    assert address in leader.get(reverse("web.my")).content.decode()  # one: what waits
    page = leader.get(address)
    form = page.context["form"]
    near = list(form.fields["visitors"].queryset)
    assert (form.initial["visitors"], form.initial["visited_on"]) == ([near[0].pk], DAY)
    assert near[0].user == ready.user(Persona.GROUP_LEADER)  # oneself is ticked, nobody else is said to have gone
    alone = leader.post(address, {"visitors": [near[0].pk], "visited_on": DAY})
    assert alone.status_code == 409 and not Visit.objects.exists()
    chosen = [str(one.pk) for one in near[:2]]  # two: whoever came along
    answer = leader.post(address, {"visitors": chosen, "visited_on": DAY, "cash": "500"})  # three: sent
    assert answer.status_code == 302
    visit = Visit.objects.get()
    assert (visit.task, visit.cash, visit.person) == (task, 500, member)


def test_who_leads_a_unit_is_not_offered_the_visit_to_themselves(ready, clerk):
    chair = ready.home.people[Persona.BRANCH_CHAIR]
    tell(clerk, chair)
    task, client = VisitTask.objects.get(), client_of(chair.user)
    assert chair.user not in tasks.responsible(task)
    fulfil = reverse("my.care.tasks.fulfil", args=[task.pk])
    assert fulfil not in client.get(reverse("web.my")).content.decode()
    assert chair.name not in client.get(reverse("my.care.tasks.list")).content.decode().partition("<main")[2]
    assert client.get(reverse("care.tasks.detail", args=[task.pk])).status_code == 404
    assert client.post(fulfil, {"visited_on": "2023-03-06"}).status_code == 404
    with pytest.raises(NotAllowed):
        visits.record(call_for(task, DAY), by=chair.user, visitors=[clerk.person, ready.home.people[Persona.MEMBER]])
    assert not Visit.objects.exists()


def test_one_visitor_a_fen_too_much_and_a_promise_without_a_day_are_refused_on_the_page(ready, member, clerk):
    tell(clerk, member)
    leader = client_of(ready.user(Persona.GROUP_LEADER))
    address = reverse("my.care.tasks.fulfil", args=[VisitTask.objects.get().pk])
    two = [str(person.pk) for person in pair(ready)]
    for sent, words in (
        ({"visitors": two[:1]}, "两人以上"),
        ({"visitors": two, "cash": "1000.01"}, "1,000.01元（安徽省"),
        ({"visitors": two, "promise": "协调床位"}, "落实期限"),
    ):
        answer = leader.post(address, {"visited_on": DAY} | sent)
        assert answer.status_code == 409 and words in answer.content.decode(), words
    assert not Visit.objects.exists()


def test_a_picture_is_kept_only_with_consent_from_the_phone_and_on_the_record_alike(ready, member, clerk):
    tell(clerk, member)
    leader = client_of(ready.user(Persona.GROUP_LEADER))
    call = {"visited_on": DAY, "visitors": [str(person.pk) for person in pair(ready)]}
    address = reverse("my.care.tasks.fulfil", args=[VisitTask.objects.get().pk])
    refused = leader.post(address, call | {"photo": picture()})
    assert (refused.status_code, Visit.objects.count()) == (422, 0)
    with pytest.raises(Blocked, match="个人信息保护法第十三条"):
        calls.fulfil(VisitTask.objects.get(), by=clerk, visitors=pair(ready), visited_on=DAY, photo=picture())
    assert not Visit.objects.exists()
    leader.post(address, call)
    visit, desk = Visit.objects.get(), client_of(clerk)
    panel = reverse("files.attach", args=["care.visit", visit.pk])
    page = desk.post(panel, {"file": picture()})
    assert (page.status_code, "须先征得本人同意" in page.content.decode()) == (422, True)
    assert not Attachment.objects.of(visit).exists()
    Visit.objects.update(photo_consent=True)
    assert desk.post(panel, {"file": picture()}).status_code == 302
    assert Attachment.objects.of(visit).count() == 1


def test_what_was_said_is_shown_on_request_alone_and_the_person_sees_who_looked(ready, member, clerk):
    event = tell(clerk, member)
    desk = client_of(clerk)
    page = desk.get(event_pages.url("detail", event)).content.decode()
    assert "骨折" not in page
    shown = desk.post(reverse("care.events.words", args=[event.pk])).content.decode()
    assert "骨折手术" in shown
    assert Event.objects.filter(kind=Kind.READ, concerns=member.pk).count() == 1
    assert clerk.name in client_of(member.user).get(reverse("my.care")).content.decode()
    stranger = client_of(ready.user(Persona.OTHER_BRANCH))
    assert stranger.post(reverse("care.events.words", args=[event.pk])).status_code == 404


def test_a_member_sees_and_signs_for_what_was_given_on_the_phone(ready, member, clerk):
    visit = visits.record(
        Call(member, Occasion.WEDDING, DAY, given=Given(Decimal(500))), by=clerk, visitors=pair(ready)
    )
    phone = client_of(member.user)
    assert "500.00" in phone.get(reverse("my.care")).content.decode()
    assert phone.post(reverse("my.care.sign", args=[visit.pk])).status_code == 302
    visit.refresh_from_db()
    assert visit.signed_on == DAY
    other = client_of(ready.user(Persona.OTHER_BRANCH))
    assert other.post(reverse("my.care.sign", args=[visit.pk])).status_code == 404


def test_telling_the_union_on_the_phone(ready, member):
    phone = client_of(member.user)
    answer = phone.post(
        reverse("my.care.events.tell"), {"kind": "hospital", "relation": "self", "happened_on": DAY, "words": "骨折"}
    )
    assert answer.status_code == 302 and LifeEvent.objects.get().person == member
    colleague = ready.home.people[Persona.OTHER_BRANCH]
    answer = phone.post(
        reverse("my.care.events.tell"),
        {
            "person": colleague.staff_no,
            "kind": "hospital",
            "relation": "self",
            "happened_on": DAY,
            "words": "听说住院了",
        },
    )
    assert answer.status_code == 302 and LifeEvent.objects.filter(person=colleague, state="told").exists()


def test_a_gift_says_what_its_holder_has_to_do(ready, member, clerk):
    issue, package = spring(clerk)
    client = client_of(member.user)
    alone = client.get(reverse("my.care.benefits")).content.decode()
    assert package.name in alone and "待领取" in alone and "未选" not in alone
    Package.objects.create(issue=issue, name="粮油礼包", price=Decimal(300), stock=500)
    for name in ("my.care.benefits", "my.care"):
        assert "未选，请选择" in client.get(reverse(name)).content.decode()
    assert reverse("my.care.benefits") in client.get(reverse("my.care")).content.decode()


def test_a_gift_is_fetched_by_code_once_and_by_somebody_else_only_with_a_relation(ready, member, clerk):
    issue, _package = spring(clerk)
    share = share_of(issue, member)
    phone = client_of(member.user)
    assert codes.signed(share.pk) not in phone.get(reverse("my.care.benefits")).content.decode()
    assert "<svg" in phone.get(reverse("my.care.ticket", args=[share.pk])).content.decode()
    desk, address = client_of(clerk), reverse("care.issues.hand_out", args=[issue.pk])
    code = codes.signed(share.pk)
    assert member.name in desk.get(address, {"code": code}).content.decode()
    without = desk.post(address, {"code": code, "sign": "1", "signed_for_by": "张三"})
    assert without.status_code == 409 and "代领人与本人的关系" in without.content.decode()
    assert 'value="张三"' in without.content.decode() and "<details open>" in without.content.decode()
    done = desk.post(address, {"code": code, "sign": "1", "signed_for_by": "张三", "signed_relation": "同科室同事"})
    assert done.status_code == 302
    again = desk.post(address, {"code": code, "sign": "1"})
    assert again.status_code == 409 and "已经签收" in again.content.decode()
    share.refresh_from_db()
    assert (share.state, share.signed_relation) == (EntitlementState.ISSUED, "同科室同事")
    assert desk.get(address, {"code": "00000:forged"}).status_code == 422


def test_what_happened_is_said_by_whoever_says_it_never_by_a_form_left_as_it_was(ready, member):
    phone = client_of(member.user)
    assert phone.get(reverse("my.care.events.tell")).context["form"]["kind"].value() is None
    untouched = {"relation": "self", "happened_on": DAY, "kind": ""}
    assert phone.post(reverse("my.care.events.tell"), untouched).status_code == 422
    assert not LifeEvent.objects.exists()


def test_a_sheet_on_which_nobody_is_signed_for_is_not_taken_for_done(ready, clerk):
    issue, _package = spring(clerk, opened=False)
    issues.add_package(issue, by=clerk, name="干货礼包", price=Decimal(200), stock=500)
    issues.open_(issue, by=clerk)
    address = reverse("care.issues.sign_sheet", args=[issue.pk])
    answer = client_of(clerk).post(address, {"package": "", "missing": ""})
    assert answer.status_code == 409 and "没有可以登记的签收" in answer.content.decode()
    page = client_of(clerk).get(reverse("care.issues.close", args=[issue.pk])).content.decode()
    assert f"现在还有{issue.entitlements.count()}人没有领取" in page


def test_the_page_of_a_visit_says_whose_it_is_and_leads_to_its_money(ready, member, clerk):
    tell(clerk, member)
    visit = visits.record(
        call_for(VisitTask.objects.get(), DAY, given=Given(Decimal(500))), by=clerk, visitors=pair(ready)
    )
    form = client_of(clerk).get(reverse("care.visits.add_paper", args=[visit.pk])).context["form"]
    assert form.initial["kind"] == visit.missing_papers()[0]
    hand_in(visit, clerk)
    asked = paying.ask_for_visit(visit, by=clerk)
    page = client_of(clerk).get(reverse("care.visits.detail", args=[visit.pk])).content.decode()
    assert f"{member.name} · 住院" in page.partition("<h1")[2].partition("</h1>")[0]
    assert reverse("funds.requests.detail", args=[asked.pk]) in page


def test_other_lists_open(ready, member, clerk):
    desk = client_of(clerk)
    visit = visits.record(Call(member, Occasion.OTHER, DAY), by=clerk, visitors=pair(ready))
    made = promises.promise(visit, by=clerk, text="协调床位", due_on=date(2023, 3, 20))
    for address in (
        promise_pages.url("detail", made),
        promise_pages.url("list"),
        standard_pages.url("list"),
        reverse("care.sets.list"),
        reverse("care.shares.list"),
        reverse("care.import_events"),
        reverse("my.care.tasks.list"),
    ):
        assert desk.get(address).status_code == 200, address
    kept = desk.post(promise_pages.url("keep", made), {"outcome": "已安排"})
    assert kept.status_code == 302 and Promise.objects.get().state == "kept"
    assert not Issue.objects.exists()
