"""A session from preparation to archive, and every refusal on the way, with its rule; a refusal changes nothing."""

from datetime import date, timedelta

import pytest

from tests.congress.conftest import BEFORE, BEGAN, DAY
from tests.kit.world import Persona
from unionhall.accounts.roles import Role, grants_of
from unionhall.audit.models import Event
from unionhall.congress import kinds, selectors, services
from unionhall.congress.flow import ItemState, State
from unionhall.congress.kinds import Congress
from unionhall.congress.models import Attendee, Delegate, Resolution, Session, Term
from unionhall.congress.rules.powers import PaperKind, Power
from unionhall.flows import Blocked, NotAllowed, WrongState
from unionhall.kernel import clock
from unionhall.notices.models import Notice


def item(session, title="院长工作报告"):
    return session.items.get(title=title)


def test_a_whole_session_is_held_and_archived(sitting, clerk):
    services.call(item(sitting), by=clerk)
    services.hear(item(sitting), by=clerk)
    made = services.resolve(item(sitting), by=clerk, title="关于院长工作报告的决议", text="会议同意院长工作报告。")
    services.withdraw(item(sitting, "绩效分配办法"), by=clerk, reason="另行票决")
    services.write_minutes(sitting, by=clerk, minutes="会议听取了报告。")
    services.close(sitting, by=clerk)
    services.publish(made, by=clerk)
    services.file(sitting, by=clerk, filed_on=DAY, filing="示医工〔2023〕3号")
    services.archive(sitting, by=clerk)
    stored = Session.objects.get(pk=sitting.pk)
    assert (stored.state, stored.entitled, stored.present) == (State.ARCHIVED, 30, 20)
    assert (made.number, made.entitled, made.present, made.is_intact) == ("职代决3-1-01", 30, 20, True)
    assert set(stored.steps.filter(done_on=DAY).values_list("key", flat=True)) == {"publish", "report_up"}


def test_the_checklist_is_counted_back_on_the_working_calendar(session):
    assert {step.key: step.due_on for step in session.steps.all()} == {
        "request": date(2023, 2, 15),
        "hand_in": date(2023, 3, 2),
        "papers_out": date(2023, 3, 10),
        "publish": date(2023, 3, 28),
        "report_up": date(2023, 3, 28),
    }


def test_a_session_moved_is_counted_anew_and_done_steps_stay(session, clerk):
    services.tick(session, by=clerk, step=session.steps.get(key="request"), done_on=date(2023, 2, 1))
    services.amend(session, by=clerk, reason="改期", held_on=date(2023, 3, 24), ends_on=date(2023, 3, 24))
    steps = {step.key: (step.due_on, step.done_on) for step in session.steps.all()}
    assert steps["request"] == (date(2023, 2, 15), date(2023, 2, 1))
    assert steps["papers_out"] == (date(2023, 3, 17), None)


def test_owners_are_told_what_they_owe(session, world):
    leader = world.user(Persona.HOSPITAL_LEADER)
    assert Notice.objects.filter(user=leader, key="congress.owed").count() == 1
    assert Notice.objects.filter(user=world.user(Persona.CLERK), key="congress.owed").count() == 4


def test_delegates_are_called_and_hold_their_role_while_they_serve(session, clerk, world):
    services.convene(session, by=clerk)
    member = world.user(Persona.MEMBER)
    assert Notice.objects.filter(user=member, key="congress.convened").count() == 1
    assert Role.DELEGATE in {grant.role for grant in selectors.grants(member)}
    head = world.user(Persona.DELEGATE)
    assert {grant.role for grant in selectors.grants(head)} == {Role.DELEGATE, Role.DELEGATION_HEAD}
    seat = selectors.delegate_of(member, session.term)
    services.release(seat, by=clerk, ended_by=kinds.Left.MOVED, ended_on=date(2023, 2, 1), reason="调离")
    assert list(selectors.grants(member)) == []


def test_a_session_before_its_term_is_refused(term, clerk):
    with pytest.raises(Blocked, match="CON-09"):
        services.prepare(by=clerk, term=term, held_on=BEGAN - timedelta(days=1), venue="礼堂")
    assert not Session.objects.exists()


def test_too_few_delegates_call_no_session(session, clerk):
    seats = list(Delegate.objects.serving()[:1])
    services.release(seats[0], by=clerk, ended_by=kinds.Left.RESIGNED, ended_on=date(2023, 2, 1), reason="辞去")
    with pytest.raises(Blocked, match=r"不少于30人，现有29人，还须选出1人.*CON-08"):
        services.convene(session, by=clerk)
    assert Session.objects.get().state == State.PREPARING


def test_too_many_managers_call_no_session(session, clerk):
    Delegate.objects.filter(pk__in=Delegate.objects.values("pk")[:7]).update(is_manager=True)
    with pytest.raises(Blocked, match=r"7人，占代表30人的23.3%，不得超过20%（6人）。还须减少1人.*CON-10"):
        services.convene(session, by=clerk)


def test_below_two_thirds_nothing_opens(session, clerk, arrive):
    services.convene(session, by=clerk)
    with clock.pinned(DAY):
        arrive(session, 19)
        with pytest.raises(Blocked, match=r"到会代表19人.*30人.*20人.*再签到1人"):
            services.open_session(session, by=clerk)
        arrive(session, 1)
        services.open_session(session, by=clerk)
    assert Session.objects.get().present == 20


def test_observers_are_counted_among_nobody(session, clerk, arrive, people):
    services.convene(session, by=clerk)
    with clock.pinned(DAY):
        services.invite(session, by=clerk, role=kinds.Role.OBSERVER, people=people(5))
        for one in session.attendees.filter(role=kinds.Role.OBSERVER):
            services.check_in(one, by=clerk)
        arrive(session, 19)
        assert session.roll() == (30, 19)
        with pytest.raises(Blocked, match="CON-14"):
            services.open_session(session, by=clerk)


def test_an_observer_has_no_delegates_row(session, people, union):
    from django.db import IntegrityError, transaction

    person, seat = people(1)[0], Delegate.objects.first()
    with pytest.raises(IntegrityError), transaction.atomic():
        Attendee.objects.create(session=session, role=kinds.Role.OBSERVER, person=person, delegate=seat, name="列席")


def test_nobody_comes_before_the_day(session, clerk):
    services.convene(session, by=clerk)
    with pytest.raises(Blocked, match="2023年3月17日"):
        services.check_in(session.attendees.first(), by=clerk)


def test_a_second_scan_changes_nothing(sitting, clerk):
    one = sitting.attendees.came().first()
    events = Event.objects.count()
    assert services.check_in(one, by=clerk) is False
    assert Event.objects.count() == events


def test_who_came_is_not_excused(sitting, clerk):
    with pytest.raises(Blocked, match="已经签到"):
        services.excuse(sitting, by=clerk, attendee=sitting.attendees.came().first(), reason="出差")


def test_what_must_be_approved_is_not_heard(sitting, clerk):
    plan = item(sitting, "绩效分配办法")
    with pytest.raises(Blocked, match=r"还缺材料：审议草案、起草说明"):
        services.call(plan, by=clerk)
    for kind in (PaperKind.DRAFT, PaperKind.EXPLANATION):
        services.add_paper(plan, by=clerk, kind=kind, title="办法", given_on=BEFORE)
    services.call(plan, by=clerk)
    with pytest.raises(Blocked, match=r"不能以听取代替.*CON-21"):
        services.hear(plan, by=clerk)
    with pytest.raises(WrongState):
        services.resolve(plan, by=clerk, title="决议", text="同意")
    assert not Resolution.objects.exists()


def test_papers_given_out_too_late_call_no_item(sitting, clerk):
    plan = item(sitting, "绩效分配办法")
    for kind in (PaperKind.DRAFT, PaperKind.EXPLANATION):
        services.add_paper(plan, by=clerk, kind=kind, title="办法", given_on=DAY - timedelta(days=6))
    with pytest.raises(Blocked, match=r"2023年3月11日才送交代表.*最迟应在2023年3月10日.*第三十条，CON-16"):
        services.call(plan, by=clerk)
    assert item(sitting, "绩效分配办法").state == ItemState.PLANNED


def test_one_item_is_called_at_a_time(sitting, clerk):
    services.call(item(sitting), by=clerk)
    plan = item(sitting, "绩效分配办法")
    for kind in (PaperKind.DRAFT, PaperKind.EXPLANATION):
        services.add_paper(plan, by=clerk, kind=kind, title="办法", given_on=BEFORE)
    with pytest.raises(Blocked, match="一次只能审议一项"):
        services.call(plan, by=clerk)


def test_nothing_is_called_when_somebody_left_and_the_quorum_with_them(sitting, clerk):
    one = sitting.attendees.came().first()
    services.check_out(one, by=clerk)
    assert sitting.roll() == (30, 19)
    with pytest.raises(Blocked, match="CON-14"):
        services.call(item(sitting), by=clerk)
    with pytest.raises(Blocked, match="不在会场"):
        services.check_out(one, by=clerk)
    assert services.check_in(one, by=clerk) is True
    assert sitting.roll() == (30, 20)


def test_one_excuses_oneself_and_nobody_else(session, clerk, world):
    services.convene(session, by=clerk)
    member = world.user(Persona.MEMBER)
    own = session.attendees.get(person__user=member)
    services.ask_leave(own, by=member, reason="门诊值班")
    assert session.attendees.get(pk=own.pk).leave_reason == "门诊值班"
    with pytest.raises(NotAllowed):
        services.ask_leave(session.attendees.get(person__user=world.user(Persona.DELEGATE)), by=member, reason="出差")


def test_a_list_checks_in_whom_it_names_and_nobody_twice(session, clerk):
    services.convene(session, by=clerk)
    with clock.pinned(DAY):
        rows = list(session.attendees.all()[:5])
        assert services.check_in_many(session, by=clerk, attendees=rows[:3]) == 3
        assert services.check_in_many(session, by=clerk, attendees=rows) == 2
    assert Event.objects.filter(verb="congress.check_in").count() == 5


def test_the_members_congress_has_no_quota_of_the_staff_congress(world, clerk, people, in_spring):
    term = services.open_term(by=clerk, kind=Congress.MEMBERS, number=5, began_on=BEGAN, seats=40)
    services.enrol(term, by=clerk, seats=[services.delegates.Seat(one) for one in people(10)], began_on=BEGAN)
    beside = services.prepare(by=clerk, term=term, held_on=DAY, venue="礼堂")
    services.add_item(beside, by=clerk, title="工会工作报告", power=Power.DELIBERATE)
    services.convene(beside, by=clerk)
    assert (beside.state, beside.papers_due()) == (State.CONVENED, (None, ""))


def test_a_session_closes_with_every_item_settled(sitting, clerk):
    with pytest.raises(Blocked, match="院长工作报告"):
        services.close(sitting, by=clerk)


def test_a_resolution_stands_until_a_new_item_replaces_it(sitting, clerk, term):
    services.call(item(sitting), by=clerk)
    services.hear(item(sitting), by=clerk)
    made = services.resolve(item(sitting), by=clerk, title="决议", text="同意。")
    with pytest.raises(Blocked, match="CON-23"):
        services.resolve(item(sitting), by=clerk, title="另一份决议", text="不同意。")
    Resolution.objects.filter(pk=made.pk).update(text="不同意。")  # by whoever reaches the tables
    assert not Resolution.objects.get().is_intact


def test_a_resolution_is_for_everybody_once_announced(sitting, clerk, world):
    services.call(item(sitting), by=clerk)
    services.hear(item(sitting), by=clerk)
    made = services.resolve(item(sitting), by=clerk, title="决议", text="同意。")
    stranger = world.user(Persona.OTHER_BRANCH)
    assert not Resolution.objects.visible_to(stranger).exists()
    services.publish(made, by=clerk)
    assert Resolution.objects.visible_to(stranger).get() == made
    with pytest.raises(WrongState):
        services.publish(made, by=clerk)


def test_only_its_head_writes_what_a_delegation_said(session, clerk, world):
    services.convene(session, by=clerk)
    head, member = world.user(Persona.DELEGATE), world.user(Persona.MEMBER)
    one, two = session.term.delegations.all()
    services.note(item(session), by=head, delegation=one, text="建议加快信息化。")
    services.note(item(session), by=head, delegation=one, text="建议加快信息化建设。")
    assert item(session).notes.get().text == "建议加快信息化建设。"
    with pytest.raises(NotAllowed):
        services.note(item(session), by=head, delegation=two, text="建议")
    with pytest.raises(NotAllowed):
        services.note(item(session), by=member, delegation=two, text="建议")


def test_the_presidium_is_of_the_front_line_and_of_its_size(session, clerk, term):
    five = list(term.delegates.serving()[:5])
    services.seat_presidium(session, by=clerk, delegates=five)
    assert session.presidium.count() == 5
    with pytest.raises(Blocked, match="CON-19"):
        services.seat_presidium(session, by=clerk, delegates=five[:2])
    Delegate.objects.filter(pk__in=[one.pk for one in five[:3]]).update(is_front_line=False)
    with pytest.raises(Blocked, match=r"一线2人，应不少于3人.*CON-19"):
        services.seat_presidium(session, by=clerk, delegates=list(term.delegates.filter(pk__in=[x.pk for x in five])))


def test_joint_sessions_keep_their_own_rolls_and_numbers(session, clerk, people):
    other = services.open_term(by=clerk, kind=Congress.MEMBERS, number=5, began_on=BEGAN, seats=40)
    services.enrol(other, by=clerk, seats=[services.delegates.Seat(one) for one in people(30)], began_on=BEGAN)
    with pytest.raises(Blocked, match="ORG-15"):
        services.prepare(by=clerk, term=other, held_on=DAY + timedelta(days=1), venue="礼堂", joint_with=session)
    beside = services.prepare(by=clerk, term=other, held_on=DAY, venue="礼堂", joint_with=session)
    services.add_item(beside, by=clerk, title="工会工作报告", power=Power.DELIBERATE)
    assert (str(session), str(beside)) == ("第三届第一次职工代表大会", "第五届第一次工会会员代表大会")
    assert (session.beside, beside.beside) == (beside, session)
    services.convene(session, by=clerk)
    services.convene(beside, by=clerk)
    with clock.pinned(DAY):
        services.check_in(session.attendees.first(), by=clerk)
    assert (session.roll(), beside.roll()) == ((30, 1), (30, 0))
    assert beside.steps.filter(key="notice", due_on=date(2023, 3, 10)).exists()


def test_strangers_hold_no_session(session, world):
    for persona in (Persona.MEMBER, Persona.DELEGATE, Persona.AUDITOR, Persona.HOSPITAL_LEADER):
        with pytest.raises(NotAllowed):
            services.convene(session, by=world.user(persona))


def test_the_next_term_ends_the_one_before(term, clerk):
    with pytest.raises(Blocked, match="第四届"):
        services.open_term(by=clerk, kind=Congress.STAFF, number=5, began_on=date(2023, 1, 5), seats=30)
    services.open_term(by=clerk, kind=Congress.STAFF, number=4, began_on=date(2023, 1, 5), seats=30)
    assert Term.objects.get(number=3).closed_on == date(2023, 1, 5)
    with pytest.raises(WrongState):
        services.add_delegation(Term.objects.get(number=3), by=clerk, name="第三代表团")


def test_fewer_seats_than_the_formula_are_refused(world, clerk, in_spring):
    with pytest.raises(Blocked, match=r"不少于30人，所填名额29人，少1人.*CON-08"):
        services.open_term(by=clerk, kind=Congress.STAFF, number=1, began_on=BEGAN, seats=29)


def test_grants_reach_the_user(session, world):
    assert Role.DELEGATE in {grant.role for grant in grants_of(world.user(Persona.MEMBER))}
