"""From an event to the visit, its money and its promise; every refusal quotes its clause and changes nothing."""

from datetime import date
from decimal import Decimal

import pytest

from tests.care.visits_world import YEAR, hand_in, pair
from tests.kit.world import Persona
from unionhall.audit.models import Event
from unionhall.care.flow.visits import EventState, TaskState, VisitState
from unionhall.care.kinds.words import EVERYBODYS, Channel, Level, Occasion, Relation, Source
from unionhall.care.models import Claim, LifeEvent, Standard, Tally, Visit, VisitSet, VisitTask
from unionhall.care.services import claims, events, issues, paying, promises, sets, standards, tasks, visits
from unionhall.care.services.claims import Wish
from unionhall.care.services.tasks.due import deadlines
from unionhall.care.services.visits import Call, Given, Heard, call_for
from unionhall.flows import Blocked, NotAllowed, WrongState
from unionhall.notices.models import Notice
from unionhall.people.flow import State
from unionhall.people.models import Membership, Person
from unionhall.search.selectors import results

DAY = date(2023, 3, 6)  # a Monday


@pytest.fixture
def member(ready) -> Person:
    return ready.home.people[Persona.MEMBER]


def hospital(by, person, **said) -> LifeEvent:
    known = {"kind": Occasion.HOSPITAL, "happened_on": DAY, "words": "骨折手术"} | said
    return events.tell(by=by, person=person, **known)


def test_an_event_makes_a_visit_due_in_working_days_and_days_and_tells_who_goes(ready, member):
    event = hospital(ready.user(Persona.BRANCH_CHAIR), member)
    task = VisitTask.objects.get(event=event)
    assert (event.number, event.state, event.channel) == ("SJ-2023-0001", EventState.CONFIRMED, Channel.BRANCH)
    assert (task.contact_by, task.visit_by, task.level) == (date(2023, 3, 9), date(2023, 3, 13), Level.BRANCH)
    assert deadlines(date(2023, 3, 9)) == (date(2023, 3, 14), date(2023, 3, 16))  # told on a Thursday
    told = Notice.objects.get(key="care.task_due")
    assert told.user == ready.user(Persona.GROUP_LEADER)
    assert "骨折" not in told.subject + told.body and "住院" not in told.subject + told.body


def test_a_birthday_may_be_kept_as_early_as_it_stands_on_the_list(ready, member, clerk):
    task = VisitTask.objects.create(
        person=member,
        occasion=Occasion.BIRTHDAY,
        happened_on=date(2023, 3, 12),
        level=Level.BRANCH,
        unit=member.unit,
        contact_by=date(2023, 3, 15),
        visit_by=date(2023, 3, 19),
        set=VisitSet.objects.first(),
    )
    cake = Given(goods=Decimal(200), goods_text="生日蛋糕券一张")
    early = call_for(task, date(2023, 3, 4), given=cake)
    with pytest.raises(Blocked, match="走访日期早于事情发生的日期"):
        visits.record(early, by=clerk, visitors=pair(ready))
    assert visits.record(call_for(task, DAY, given=cake), by=clerk, visitors=pair(ready)).goods == 200


def test_goods_are_no_money_whatever_they_are_called(ready, member, clerk):
    hospital(clerk, member)
    card = Given(goods=Decimal(200), goods_text="超市购物卡一张")
    with pytest.raises(Blocked, match=r"不得发放购物卡等现金和有价证券（.*总工办发〔2017〕32号）"):
        visits.record(call_for(VisitTask.objects.get(), DAY, given=card), by=clerk, visitors=pair(ready))
    assert not Claim.objects.exists()


def test_the_seriously_ill_are_visited_by_the_hospitals_union(ready, member):
    event = hospital(ready.user(Persona.BRANCH_CHAIR), member, is_serious=True)
    assert VisitTask.objects.get(event=event).level == Level.UNION
    assert set(Notice.objects.values_list("user", flat=True)) == {
        ready.user(Persona.CLERK).pk,
        ready.user(Persona.CHAIR).pk,
    }


def test_what_a_colleague_tells_needs_a_note_and_is_checked_first(ready, member):
    colleague = ready.user(Persona.OTHER_BRANCH)
    with pytest.raises(Blocked, match="请写几句说明"):
        hospital(colleague, member, words=" ")
    event = hospital(colleague, member)
    assert event.state == EventState.TOLD and not VisitTask.objects.exists()
    events.confirm(event, by=ready.user(Persona.GROUP_LEADER))
    assert VisitTask.objects.get().event == event


def test_words_are_encrypted_and_never_in_the_trail(ready, member, django_assert_num_queries):
    from django.db import connection

    event = hospital(member.user, None)
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM care_lifeevent")
        [(stored,)] = cursor.fetchall()
    assert event.channel == Channel.SELF and "骨折" not in stored
    assert LifeEvent.objects.get().words == "骨折手术"
    assert "骨折" not in str(list(Event.objects.values_list("after", "subject_label")))


def test_an_event_is_refused_for_who_had_left_for_a_day_to_come_and_when_told_twice(ready, member, clerk):
    gone = ready.home.people[Persona.OTHER_BRANCH]
    Person.objects.filter(pk=gone.pk).update(left_on=date(2023, 2, 1))
    gone.refresh_from_db()
    with pytest.raises(Blocked, match=r"2023年2月1日离院.*CARE-14"):
        hospital(clerk, gone)
    with pytest.raises(Blocked, match="今天以后"):
        hospital(clerk, member, happened_on=date(2023, 3, 7))
    with pytest.raises(Blocked, match="由花名册自动生成"):
        hospital(clerk, member, kind=Occasion.BIRTHDAY)
    hospital(clerk, member)
    with pytest.raises(Blocked, match="SJ-2023-0001"):
        hospital(clerk, member, happened_on=date(2023, 3, 3))
    hospital(clerk, member, happened_on=date(2023, 3, 3), separate=True)
    assert LifeEvent.objects.count() == 2 and VisitTask.objects.count() == 2


def test_a_visit_fulfils_its_task_and_keeps_cash_and_goods_apart(ready, member, clerk):
    task = VisitTask.objects.get(event=hospital(clerk, member))
    given = Given(Decimal(500), Decimal(200), "水果一篮")
    call = call_for(task, DAY, given=given, heard=Heard("恢复良好", "希望调班"))
    visit = visits.record(call, by=ready.user(Persona.BRANCH_CHAIR), visitors=pair(ready))
    task.refresh_from_db()
    assert (task.state, task.visited_on) == (TaskState.DONE, DAY)
    assert (visit.number, visit.cash, visit.goods, visit.source) == ("ZF-2023-0001", 500, 200, Source.UNION)
    assert visit.clause.startswith("安徽省")
    assert sorted(visit.visitors.values_list("side", flat=True)) == ["branch", "union"]
    assert claims.paid_for(task.event).subject_id == visit.pk
    assert "希望调班" not in str(list(Event.objects.values_list("after", flat=True)))


def test_bad_visits_are_refused_and_nothing_changes(ready, member, clerk):
    task = VisitTask.objects.get(event=hospital(clerk, member))
    two = pair(ready)
    bad = [
        (call_for(task, DAY), two[:1], "两人以上"),
        (call_for(task, DAY), [two[0], two[0]], "两人以上"),
        (call_for(task, DAY), [two[0], member], "不能同时是走访人"),
        (call_for(task, date(2023, 3, 7)), two, "今天以后"),
        (call_for(task, date(2023, 3, 5)), two, "早于事情发生"),
        (call_for(task, DAY, given=Given(Decimal("1000.01"))), two, r"每次不超过1,000.00元，这次是1,000.01元（安徽省"),
        (call_for(task, DAY, given=Given(goods=Decimal(10))), two, "品名"),
        (call_for(task, DAY, given=Given(goods_text="鲜花")), two, "价值"),
        (call_for(task, DAY, given=Given(Decimal(-1))), two, "负数"),
    ]
    for call, visitors, words in bad:
        with pytest.raises(Blocked, match=words):
            visits.record(call, by=clerk, visitors=visitors)
    with pytest.raises(NotAllowed):
        visits.record(call_for(task, DAY), by=ready.user(Persona.OTHER_BRANCH), visitors=two)
    task.refresh_from_db()
    assert task.state == TaskState.OPEN
    assert not (Visit.objects.exists() or Claim.objects.exists() or Tally.objects.exists())


def test_the_same_event_is_not_paid_twice_from_two_sources(ready, member, clerk):
    event = hospital(clerk, member)
    first = visits.record(
        call_for(VisitTask.objects.get(event=event), DAY, given=Given(Decimal(500))), by=clerk, visitors=pair(ready)
    )
    again = Call(member, Occasion.HOSPITAL, DAY, event=event, given=Given(Decimal(500), source=Source.RELIEF))
    with pytest.raises(Blocked, match=f"{first.number}”从工会经费发放过.*CARE-13"):
        visits.record(again, by=clerk, visitors=pair(ready))
    visits.void(first, by=clerk, reason="登记错了")
    assert Tally.objects.get(occasion=Occasion.HOSPITAL).spent == 0
    assert VisitTask.objects.get().state == TaskState.CONTACTED
    assert visits.record(again, by=clerk, visitors=pair(ready)).source == Source.RELIEF


def test_a_voided_visit_frees_its_own_payment_and_no_other_and_is_found_by_its_number(ready, member, clerk):
    other = ready.home.people[Persona.OTHER_BRANCH]
    gifts = [(member, Occasion.HOSPITAL, 500), (member, Occasion.WEDDING, 100), (other, Occasion.HOSPITAL, 300)]
    wrong, *_rest = [
        visits.record(Call(one, occasion, DAY, given=Given(Decimal(yuan))), by=clerk, visitors=pair(ready))
        for one, occasion, yuan in gifts
    ]
    assert [group.hits[0].title for group in results(clerk, wrong.number, each=5)] == [f"{wrong.number} {member.name}"]
    visits.void(wrong, by=clerk, reason="登记错了")
    assert Claim.objects.filter(is_live=True).count() == 2
    assert set(Tally.objects.values_list("person", "occasion", "spent")) == {
        (member.pk, Occasion.HOSPITAL, 0),
        (member.pk, Occasion.WEDDING, 100),
        (other.pk, Occasion.HOSPITAL, 300),
    }


def test_an_occasion_once_a_year_is_refused_the_second_time_by_the_yearly_count(ready, member, clerk):
    for month in (1, 2):
        event = hospital(clerk, member, happened_on=date(2023, month, 1))
        visits.record(
            Call(member, Occasion.HOSPITAL, DAY, event=event, given=Given(Decimal(1000))),
            by=clerk,
            visitors=pair(ready),
        )
    third = hospital(clerk, member)
    with pytest.raises(Blocked, match="每人每年不超过2次，今年已有2次（安徽省"):
        visits.record(
            Call(member, Occasion.HOSPITAL, DAY, event=third, given=Given(Decimal(100))), by=clerk, visitors=pair(ready)
        )


def test_retirees_are_paid_from_another_source_and_relief_has_its_own_caps(ready, clerk):
    old = ready.home.people[Persona.OTHER_BRANCH]
    Person.objects.filter(pk=old.pk).update(retired_on=date(2020, 1, 1))
    Membership.objects.filter(person=old).update(
        state=State.RETAINED, retained_on=date(2020, 1, 1), retained_reason="retired"
    )
    old.refresh_from_db()
    wrong = Call(old, Occasion.RETIREE, DAY, festival="spring", given=Given(Decimal(300), source=Source.UNION))
    with pytest.raises(Blocked, match="CARE"):
        visits.record(wrong, by=clerk, visitors=pair(ready))
    call = Call(old, Occasion.RETIREE, DAY, festival="spring", given=Given(Decimal(300)))
    visit = visits.record(call, by=clerk, visitors=pair(ready))
    assert (visit.source, visit.was_retired) == (Source.RETIREES, True)
    member = ready.home.people[Persona.MEMBER]
    relief = Wish(member, Occasion.HARDSHIP, DAY, Source.RELIEF, cash=Decimal("3000.01"))
    assert "每次不超过3,000.00元" in claims.problem(relief)


def test_relief_is_not_for_what_everybody_is_given(ready, member, clerk):
    wishes = [Wish(member, occasion, DAY, Source.RELIEF, goods=Decimal(10)) for occasion in EVERYBODYS]
    assert all("送温暖资金只用于困难、患病、受灾" in claims.problem(wish) for wish in wishes)
    with pytest.raises(Blocked, match=r"CARE-09、CARE-11"):
        issues.draft(by=clerk, title="春节", festival="spring", roll_on=DAY, source=Source.RELIEF)


def test_without_a_standard_nothing_is_given(ready, member, clerk):
    with pytest.raises(Blocked, match=r"没有现行的慰问标准.*CARE-15"):
        visits.record(Call(member, Occasion.DISCORD, DAY, given=Given(Decimal(1))), by=clerk, visitors=pair(ready))


def test_of_two_layers_the_stricter_binds_and_the_past_keeps_its_line(ready, member, clerk, chair):
    own = standards.propose(
        by=clerk,
        layer="union",
        occasion=Occasion.HOSPITAL,
        cap_once=Decimal(300),
        valid_from=date(2023, 3, 1),
        source="本会慰问办法",
        jurisdiction="本会",
    )
    standards.approve(own, by=chair)
    late = hospital(clerk, member)
    with pytest.raises(Blocked, match=r"每次不超过300.00元.*本会慰问办法"):
        visits.record(
            Call(member, Occasion.HOSPITAL, DAY, event=late, given=Given(Decimal(500))), by=clerk, visitors=pair(ready)
        )
    early = hospital(clerk, member, happened_on=date(2023, 2, 1))
    visits.record(
        Call(member, Occasion.HOSPITAL, DAY, event=early, given=Given(Decimal(500))), by=clerk, visitors=pair(ready)
    )
    with pytest.raises(Blocked, match="只能从其后的日期起生效"):
        standards.take_over(by=clerk, table="贵州（2018）", valid_from=YEAR)
    assert Standard.objects.in_force(Occasion.HOSPITAL, date(2023, 2, 1))[0].jurisdiction == "安徽"


def test_signing_and_filing_a_visit(ready, member, clerk):
    visit = visits.record(
        Call(member, Occasion.WEDDING, DAY, given=Given(Decimal(600))), by=clerk, visitors=pair(ready)
    )
    with pytest.raises(Blocked, match=r"没有签收.*CARE-17"):
        visits.archive(visit, by=clerk)
    with pytest.raises(Blocked, match="代领人与本人的关系"):
        visits.sign(visit, by=clerk, signed_for_by="张三")
    visits.sign(visit, by=clerk, signed_for_by="张三", signed_relation="配偶")
    with pytest.raises(WrongState):
        visits.sign(visit, by=clerk)
    visits.archive(visit, by=clerk, note="三人均已在纸质表上签字")
    assert Visit.objects.get().state == VisitState.ARCHIVED


def test_a_promise_is_followed_up(ready, member, clerk):
    visit = visits.record(Call(member, Occasion.OTHER, DAY), by=clerk, visitors=pair(ready))
    with pytest.raises(Blocked, match="早于走访日期"):
        promises.promise(visit, by=clerk, text="协调床位", due_on=date(2023, 3, 1))
    made = promises.promise(visit, by=clerk, text="协调床位", due_on=date(2023, 3, 20))
    promises.keep(made, by=ready.user(Persona.BRANCH_CHAIR), outcome="已安排")
    assert made.state == "kept"


def test_birthdays_and_retirements_come_from_the_roster_once(ready, member, clerk):
    Person.objects.filter(pk=member.pk).update(birth_on=date(1988, 2, 29))
    retiring = ready.home.people[Persona.OTHER_BRANCH]
    Person.objects.filter(pk=retiring.pk).update(retired_on=date(2023, 2, 28))
    assert tasks.plan_roster(date(2023, 2, 20), date(2023, 2, 27)) == 0
    assert tasks.plan_roster(date(2023, 2, 28), date(2023, 2, 28)) == 2
    assert tasks.plan_roster(date(2023, 2, 22), date(2023, 3, 5)) == 0
    known = dict(VisitTask.objects.values_list("occasion", "happened_on"))
    assert known == {Occasion.BIRTHDAY: date(2023, 2, 28), Occasion.RETIREMENT: date(2023, 2, 28)}
    task = VisitTask.objects.select_related("person").get(occasion=Occasion.RETIREMENT)
    call = call_for(task, DAY, given=Given(goods=Decimal(500), goods_text="纪念品"))
    assert visits.record(call, by=clerk, visitors=pair(ready)).source == Source.UNION


def test_late_visits_are_reminded_and_escalated_once(ready, member, clerk):
    hospital(clerk, member)
    assert [tasks.remind(date(2023, 3, day)) for day in (7, 8, 8)] == [0, 1, 0]
    spoken_to = VisitTask.objects.get(event=hospital(clerk, ready.home.people[Persona.GROUP_LEADER]))
    tasks.contact(spoken_to, by=clerk)
    assert [tasks.remind(date(2023, 3, day)) for day in (9, 12)] == [0, 1]
    VisitTask.objects.filter(pk=spoken_to.pk).update(escalated_on=DAY)
    assert [
        tasks.escalate(date(2023, 3, 13)),
        tasks.escalate(date(2023, 3, 14)),
        tasks.escalate(date(2023, 3, 15)),
    ] == [
        0,
        1,
        0,
    ]
    assert Notice.objects.filter(key="care.task_late").count() == 2


def test_a_dismissed_event_takes_its_task_along_but_not_once_visited(ready, member, clerk):
    event = hospital(clerk, member)
    events.dismiss(event, by=clerk, reason="报错了人")
    assert VisitTask.objects.get().state == TaskState.WAIVED
    again = hospital(clerk, member)
    visits.record(call_for(VisitTask.objects.get(event=again), DAY), by=clerk, visitors=pair(ready))
    with pytest.raises(Blocked, match="已经走访"):
        events.dismiss(again, by=clerk, reason="报错了人")


def test_a_new_version_of_the_five_visits_leaves_the_past_alone(ready, clerk):
    with pytest.raises(Blocked, match="只能从其后的日期起生效"):
        sets.adopt(by=clerk, name="五必访", valid_from=YEAR, source="决议", occasions=[Occasion.BIRTH])
    sets.adopt(by=clerk, name="五必访", valid_from=date(2023, 4, 1), source="决议", occasions=[Occasion.BIRTH])
    assert VisitSet.objects.in_force(DAY).version == 1
    assert VisitSet.objects.in_force(date(2023, 4, 1)).version == 2


def test_relatives_are_included_only_where_the_standard_says(ready, member, clerk):
    mourning = hospital(clerk, member, kind=Occasion.BEREAVEMENT, relation=Relation.PARENT)
    visit = visits.record(
        Call(member, Occasion.BEREAVEMENT, DAY, event=mourning, relation=Relation.PARENT, given=Given(Decimal(1000))),
        by=clerk,
        visitors=pair(ready),
    )
    assert visit.total == 1000
    ill = hospital(clerk, member, relation=Relation.CHILD)
    with pytest.raises(Blocked, match="不含亲属（安徽省"):
        visits.record(
            Call(member, Occasion.HOSPITAL, DAY, event=ill, relation=Relation.CHILD, given=Given(Decimal(100))),
            by=clerk,
            visitors=pair(ready),
        )


def test_money_is_asked_for_once_named_by_number_alone_and_stands_in_the_way_of_voiding(ready, member, clerk):
    event = hospital(clerk, member)
    given = Given(Decimal(500))
    visit = visits.record(
        call_for(VisitTask.objects.get(event=event), DAY, given=given), by=clerk, visitors=pair(ready)
    )
    hand_in(visit, clerk)
    request = paying.ask_for_visit(visit, by=clerk)
    assert request.amount == 500 and "住院" not in request.title + request.text
    with pytest.raises(Blocked, match="不能重复申请"):
        paying.ask_for_visit(visit, by=clerk)
    with pytest.raises(Blocked, match="先撤回申请"):
        visits.void(visit, by=clerk, reason="登记错了")
    empty = visits.record(Call(member, Occasion.OTHER, DAY), by=clerk, visitors=pair(ready))
    with pytest.raises(Blocked, match="没有慰问金和慰问品"):
        paying.ask_for_visit(empty, by=clerk)
    retiree = Call(member, Occasion.RETIREE, DAY, given=Given(Decimal(100), source=Source.RETIREES))
    with pytest.raises(Blocked, match="CARE-08"):
        paying.ask_for_visit(visits.record(retiree, by=clerk, visitors=pair(ready)), by=clerk)


def test_a_set_says_who_really_goes(world, clerk):
    """Illness, hardship and death are the hospital union's whatever was ticked, and the set's page says so."""
    chosen = [Occasion.ILLNESS, Occasion.HARDSHIP, Occasion.DEATH, Occasion.BIRTHDAY, Occasion.DISASTER]
    adopted = sets.adopt(
        by=clerk, name="五必访", valid_from=YEAR, source="决议", occasions=chosen, by_union=[Occasion.DISASTER]
    )
    levels = dict(adopted.rules.values_list("occasion", "level"))
    assert [levels[one] for one in chosen] == ["union", "union", "union", "branch", "union"]
