"""A hardship file from the request to the way out; its words encrypted, every look at it logged."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.urls import reverse

from tests.care.hardship_world import DAY, SECRET, deliberated, pdf
from tests.funds.money_world import Money
from tests.kit.world import Persona
from unionhall.audit.models import Event
from unionhall.care.flow.hardship import FileState
from unionhall.care.kinds.hardship import Cause, Grade, LineKind
from unionhall.care.models import HardshipFile, HardshipPaper, PublicNotice
from unionhall.care.printing.hardship import register_form
from unionhall.care.rules.means import Line
from unionhall.care.services import hardship, posting
from unionhall.flows import Refusal
from unionhall.kernel import clock
from unionhall.notices.models import Notice
from unionhall.people.models import Person


def test_a_household_is_recognised_step_by_step_and_reviewed_after_a_year(known, clerk, chair, member):
    hardship.verify(known, by=clerk)
    deliberated(known, chair)
    notice = hardship.announce(known, by=clerk)
    assert (notice.text, notice.ends_on) == ("m某，心内科，深度困难。", date(2023, 3, 8))
    with pytest.raises(Refusal, match="公示到3月8日为止，期满后才能建档"):
        hardship.put_on_file(known, by=chair)
    with clock.pinned(date(2023, 3, 9)):
        hardship.put_on_file(known, by=chair)
        assert (known.state, known.review_due_on) == (FileState.FILED, date(2024, 3, 11))  # the 9th is a Saturday
        with pytest.raises(Refusal, match="请先按今年的收支重新测算"):
            hardship.review(known, by=clerk)
    with clock.pinned(date(2024, 3, 1)):
        hardship.measure(known, by=clerk, lines=[Line(LineKind.WAGES, Decimal(20000))], heads=3)
        hardship.review(known, by=clerk, note="仍有困难")
        assert (known.grade, known.review_due_on) == (Grade.DEEP, date(2025, 3, 3))
        hardship.lift(known, by=chair, reason="子女已就业")
    assert known.state == FileState.LIFTED
    told = Notice.objects.filter(user=member, key="care.hardship.moved")
    states = ("已核实", "已审议", "公示中", "在档", "已脱困")
    assert {one.subject for one in told} == {f"您的帮扶申请：{state}" for state in states}
    assert not Notice.objects.filter(key__startswith="care.hardship", is_confidential=False).exists()


def test_an_objection_holds_the_file_until_it_is_answered(known, clerk, chair, world):
    hardship.verify(known, by=clerk)
    deliberated(known, chair)
    notice = hardship.announce(known, by=clerk)
    colleague = world.user(Persona.OTHER_BRANCH)
    objection = posting.object_to(notice, by=colleague, text="据了解有两套住房")
    with clock.pinned(date(2023, 3, 9)):
        with pytest.raises(Refusal, match="还有1条异议没有答复"):
            hardship.put_on_file(known, by=chair)
        posting.answer(objection, by=clerk, answer="已核实，为一套")
        hardship.put_on_file(known, by=chair)
        with pytest.raises(Refusal, match="公示已经结束"):
            posting.object_to(notice, by=colleague, text="再提一次")
        assert not PublicNotice.objects.visible_to(colleague).exists()


@pytest.mark.parametrize(
    ("visitors", "day", "why"),
    [
        ([Persona.CLERK], DAY, "入户走访至少2人，现在是1人"),
        ([Persona.CLERK, Persona.CLERK], DAY, "入户走访至少2人，现在是1人"),
        ([Persona.CLERK, Persona.MEMBER], DAY, "申请人自己不能作为走访人。"),
        ([Persona.CLERK, Persona.CHAIR], date(2023, 3, 2), "走访日期在今天以后。"),
    ],
)
def test_a_home_visit_is_by_two_others_and_has_been(asked, clerk, world, visitors, day, why):
    people = [world.home.people[persona] for persona in visitors]
    events = Event.objects.count()
    with pytest.raises(Refusal, match=why):
        hardship.visit_home(asked, by=clerk, visitors=people, visited_on=day, found="情况属实")
    assert (asked.home_visits.count(), Event.objects.count()) == (0, events)


def test_a_negative_income_is_refused_with_its_rule_and_nothing_changes(asked, clerk):
    with pytest.raises(Refusal, match="“工资收入”是负数"):
        hardship.measure(asked, by=clerk, lines=[Line(LineKind.WAGES, Decimal(-1))], heads=3)
    assert (asked.means_tests.count(), HardshipFile.objects.get().grade) == (0, "")


def test_nobody_verifies_without_calculation_visit_and_papers(asked, clerk):
    with pytest.raises(Refusal, match=r"请先由分工会主席或入户走访人初核.*请先登记家庭收支测算"):
        hardship.verify(asked, by=clerk)


def test_who_verified_does_not_decide_and_nobody_decides_on_themselves(known, chair, world):
    hardship.verify(known, by=chair)
    with pytest.raises(Refusal, match="您不能办理“审议通过”这一步。"):
        deliberated(known, chair)
    HardshipFile.objects.update(verified_by=None, person=world.home.people[Persona.CHAIR])
    with pytest.raises(Refusal, match="您不能办理“审议通过”这一步。"):
        deliberated(HardshipFile.objects.get(), chair)


def test_whoever_of_the_office_is_the_household_leaves_its_file_to_others(known, clerk, chair, world):
    """The clerk's own household: neither reckoned, visited, verified nor posted by the clerk, nor an objection answered."""
    HardshipFile.objects.filter(pk=known.pk).update(person=world.home.people[Persona.CLERK])
    own = HardshipFile.objects.get(pk=known.pk)
    acts = [
        lambda: hardship.measure(own, by=clerk, lines=[Line(LineKind.WAGES, Decimal(1))], heads=3),
        lambda: hardship.describe(own, by=clerk, reason="更正", housing="无房"),
        lambda: hardship.verify(own, by=clerk),
    ]
    for act in acts:
        with pytest.raises(Refusal, match="您不能办理"):
            act()
    hardship.verify(own, by=chair)
    deliberated(own, Money(world).vice_chair())
    with pytest.raises(Refusal, match="您不能办理"):
        hardship.announce(own, by=clerk)
    objection = posting.object_to(hardship.announce(own, by=chair), by=world.user(Persona.CASHIER), text="有两套住房")
    with pytest.raises(Refusal, match="公示所说的人不能答复"):
        posting.answer(objection, by=clerk, answer="属实，为一套")
    posting.answer(objection, by=chair, answer="已核实，为一套")


def test_one_household_has_one_file(known, clerk, member, world):
    with pytest.raises(Refusal, match="一户一档"):
        hardship.apply(by=clerk, person=member.person, cause=Cause.OTHER, circumstances=SECRET, consented_on=DAY)
    spouse = world.home.people[Persona.OTHER_BRANCH]
    spouse.id_number = "11010519491231002X"
    spouse.save()
    hardship.add_kin(known, by=member, kin="spouse", name=spouse.name, id_number=spouse.id_number)
    theirs = hardship.apply(by=spouse.user, person=spouse, cause=Cause.ILLNESS, circumstances=SECRET, consented_on=DAY)
    HardshipFile.objects.filter(pk=theirs.pk).update(state=FileState.APPLIED)
    hardship.measure(theirs, by=clerk, lines=[Line(LineKind.WAGES, Decimal(1))], heads=2)
    two = list(Person.objects.filter(pk__in=[world.home.people[p].pk for p in (Persona.CLERK, Persona.CHAIR)]))
    hardship.visit_home(theirs, by=clerk, visitors=two, visited_on=DAY, found="情况属实")
    hardship.add_paper(theirs, by=clerk, kind="income", upload=pdf())
    hardship.confirm(theirs, by=world.user(Persona.CHAIR), opinion="属实")
    with pytest.raises(Refusal, match="这一户已有档案KN-2023-001（按证件号码比对）"):
        hardship.verify(theirs, by=clerk)


def test_only_oneself_or_the_office_asks_and_only_with_separate_consent(world, clerk, member):
    facts = {"cause": Cause.OTHER, "circumstances": SECRET}
    with pytest.raises(Refusal, match="帮扶申请由本人提出"):
        hardship.apply(by=world.user(Persona.BRANCH_CHAIR), person=member.person, consented_on=DAY, **facts)
    with pytest.raises(Refusal, match="个人信息保护法第二十九条"):
        hardship.apply(by=member, person=member.person, consented_on=None, **facts)
    assert not HardshipFile.objects.exists()


def test_every_word_and_paper_is_cipher_text_in_the_database(known):
    with connection.cursor() as cursor:
        for table in ("hardshipfile", "hardshippaper", "meanstest", "homevisit", "relative", "publicnotice"):
            cursor.execute(f"SELECT * FROM care_{table}")
            stored = repr([[bytes(c) if isinstance(c, memoryview) else c for c in row] for row in cursor.fetchall()])
            for word in (SECRET, "情况属实", "secret diagnosis", "诊断证明", "60000"):
                assert word not in stored, (table, word)
    assert HardshipFile.objects.get().circumstances == SECRET
    assert HardshipFile.objects.get().latest_means.per_head == Decimal("416.67")


def test_a_look_is_logged_for_the_household_and_ones_own_is_not(known, clerk, member):
    hardship.look(known, by=clerk, what="困难职工档案")
    assert hardship.open_paper(HardshipPaper.objects.get(), by=clerk) == b"%PDF-1.4 secret diagnosis"
    hardship.look(known, by=member, what="困难职工档案")
    looks = Event.objects.concerning(member.person.pk).filter(kind="read")
    assert [(look.by, look.after["what"]) for look in looks.order_by("at")] == [
        (clerk, "困难职工档案"),
        (clerk, "诊断证明、医疗单据"),
    ]


def test_what_stood_before_is_masked_in_the_trail(asked, clerk):
    hardship.describe(
        asked,
        by=clerk,
        reason="本人补充",
        cause=Cause.OTHER,
        circumstances="新的情况说明文字",
        housing="",
        bank_account="",
    )
    event = Event.objects.filter(verb="care.hardship.describe").get()
    assert (event.before["circumstances"], event.after["circumstances"]) == ("***", "***")


# the first look and the committee (CARE-05)


def test_the_branch_looks_only_where_the_household_agreed_and_sees_no_income_papers_or_card(
    world, client, clerk, member
):
    person, branch_chair = world.home.people[Persona.MEMBER], world.user(Persona.BRANCH_CHAIR)
    facts = {"cause": Cause.ILLNESS, "circumstances": SECRET, "consented_on": DAY, "bank_account": "6222020200112233"}
    file = hardship.apply(by=member, person=person, branch_may_check=True, **facts)
    listing, page = (
        reverse("my.care.checks_of_requests.list"),
        reverse("my.care.checks_of_requests.detail", args=[file.pk]),
    )
    for persona in (Persona.GROUP_LEADER, Persona.OTHER_BRANCH, Persona.CHAIR, Persona.MEMBER):
        client.force_login(world.user(persona))
        assert (client.get(page).status_code, file.number in client.get(listing).content.decode()) == (404, False)
    told = Notice.objects.get(key="care.hardship.confirm")
    assert (told.user, told.is_confidential, person.name in told.subject) == (branch_chair, True, False)
    client.force_login(branch_chair)
    hardship.measure(file, by=clerk, lines=[Line(LineKind.WAGES, Decimal(61234))], heads=3)
    shown = client.get(page).content.decode()
    assert SECRET in shown and "2233" not in shown and "61,234" not in shown
    look = Event.objects.get(kind="read")
    assert (look.by, look.concerns) == (branch_chair, person.pk)
    client.post(reverse("my.care.checks_of_requests.confirm", args=[file.pk]), {"opinion": "了解，属实"})
    file.refresh_from_db()
    assert (file.confirmed_by, file.confirmation) == (branch_chair, "了解，属实")
    assert client.get(page).status_code == 404
    assert not HardshipFile.objects.visible_to(branch_chair).exists()


def test_without_the_households_word_the_branch_finds_nothing_and_one_who_was_there_confirms(asked, world, clerk):
    branch_chair, cashier = world.user(Persona.BRANCH_CHAIR), world.user(Persona.CASHIER)
    assert not HardshipFile.objects.to_confirm_by(branch_chair).exists()
    with pytest.raises(Refusal, match="您不能办理“初核”这一步。"):
        hardship.confirm(asked, by=branch_chair, opinion="属实")
    two = [world.home.people[Persona.CLERK], world.home.people[Persona.CASHIER]]
    hardship.visit_home(asked, by=clerk, visitors=two, visited_on=DAY, found="情况属实")
    assert HardshipFile.objects.to_confirm_by(cashier).get() == asked
    hardship.confirm(asked, by=clerk, opinion="属实")
    with pytest.raises(Refusal, match="您不能办理“核实”这一步。"):
        hardship.verify(asked, by=clerk)
    with pytest.raises(Refusal, match="已经初核过"):
        hardship.confirm(asked, by=cashier, opinion="属实")
    assert not HardshipFile.objects.to_confirm_by(cashier).exists()


@pytest.mark.parametrize(
    ("held", "why"),
    [
        ({"present": 5, "votes_for": 5}, "应到9人，实到5人，不足6人，会议无效"),
        ({"present": 6, "votes_for": 3}, "实到6人，同意3人，没有超过半数"),
        ({"entitled": 2, "present": 2, "votes_for": 2}, "不能由一人决定"),
        ({"present": 10, "votes_for": 6}, "实到人数多于应到人数"),
        ({"votes_for": 7, "votes_against": 1}, "多于实到人数"),
        ({"minutes": " "}, "请写明会议纪要编号"),
        ({"held_on": date(2023, 3, 2)}, "不晚于今天"),
    ],
)
def test_the_committee_decides_in_a_meeting_and_not_the_chair_alone(known, clerk, chair, held, why):
    hardship.verify(known, by=clerk)
    with pytest.raises(Refusal, match=why):
        deliberated(known, chair, **held)
    assert (HardshipFile.objects.get().state, known.deliberations.count()) == (FileState.VERIFIED, 0)
    deliberated(known, chair, present=6, votes_for=4, votes_against=1)
    assert register_form(known)["deliberation"] == "2023年3月1日，纪要第3号：应到9人，实到6人，同意4人，不同意1人"


def test_a_late_objection_is_told_once_to_office_and_chair(known, clerk, chair, world):
    hardship.verify(known, by=clerk)
    deliberated(known, chair)
    notice = hardship.announce(known, by=clerk)
    posting.object_to(notice, by=world.user(Persona.OTHER_BRANCH), text="据了解有两套住房")
    told = Notice.objects.filter(key="care.notice.objected")
    assert {one.user for one in told} == {clerk, chair} and "2023年3月8日" in told[0].subject
    assert posting.chase(date(2023, 3, 8)) == 0
    assert posting.chase(date(2023, 3, 9)) == 1 and posting.chase(date(2023, 3, 10)) == 0
    assert {one.user for one in Notice.objects.filter(key="care.notice.late")} == {clerk, chair}
