"""Every refusal names its rule and article, and changes nothing: no row, no event, no notice."""

from contextlib import contextmanager
from datetime import date

import pytest
from django.urls import reverse

from tests.proposals.conftest import CLOSES, DECIDED, EVERY, GIVEN, TEXT, WRITING
from unionhall.audit.models import Event
from unionhall.congress.kinds import Congress
from unionhall.congress.models import Session, Term
from unionhall.flows import Blocked, NotAllowed, WrongState
from unionhall.kernel import clock
from unionhall.notices.models import Notice
from unionhall.proposals import models, services
from unionhall.proposals.flow import AssignmentState, State
from unionhall.proposals.forms import ApproveForm, AssignForm
from unionhall.proposals.kinds import Decider, Ground, Mark, Outcome

TABLES = [getattr(models, name) for name in models.__all__] + [Event, Notice]
ANSWERED = date(2023, 4, 4)


def everything() -> dict[str, list]:
    """All rows of the module, its events and notices."""
    return {table._meta.label: list(table.objects.order_by("pk").values()) for table in TABLES}


@contextmanager
def refused(kind: type[Exception], match: str):
    """The verb inside is refused in these words, and nothing has changed."""
    before = everything()
    with pytest.raises(kind, match=match):
        yield
    assert everything() == before


# writing and seconding


def test_only_delegates_of_the_term_move_proposals(house, users):
    with refused(NotAllowed, r"须是本届职工代表（参照医院提案工作办法，PRO-02）"):
        services.draft(by=users["member"], call=house.call, category="HQ", **TEXT)


def test_nothing_is_written_before_the_call_opens(house, users):
    with clock.pinned(date(2023, 2, 3)), refused(Blocked, "PRO-05"):
        services.draft(by=users["mover"], call=house.call, category="HQ", **TEXT)


@pytest.mark.parametrize(("part", "label"), [("grounds", "理由"), ("remedy", "具体建议")])
def test_no_part_may_be_missing(users, seconded, draft, house, part, label):
    whole = seconded()
    services.amend(whole, by=users["mover"], **{part: " "})
    with refused(Blocked, rf"还缺：{label}（参照医院提案工作办法，PRO-03）"):
        services.submit(whole, by=users["mover"])
    with refused(Blocked, "PRO-03"):
        services.ask_seconds(whole, by=users["mover"], delegates=[house.seats["head"]])


def test_too_few_confirmed_seconders_hand_nothing_in(house, users, draft):
    proposal = draft()
    [one, _other] = services.ask_seconds(
        proposal, by=users["mover"], delegates=[house.seats["first"], house.seats["second"]]
    )
    services.second(one, by=users["first"], version=1)
    with refused(Blocked, r"须有2名代表附议，对现在这一稿已确认1名，还差1名（医院提案工作办法，PRO-02）"):
        services.submit(proposal, by=users["mover"])


def test_a_text_changed_after_a_second_is_asked_again(users, seconded):
    proposal = seconded()
    services.amend(proposal, by=users["mover"], remedy="只设加热柜")
    with refused(Blocked, r"已确认0名，还差2名.*PRO-02"):
        services.submit(proposal, by=users["mover"])
    asked = Notice.objects.filter(key="proposals.asked_again").values_list("user__name", flat=True)
    assert sorted(asked) == ["first", "second"]
    stale = proposal.seconds.get(delegate__person__name="first")
    with refused(WrongState, r"刚修改了文字.*第四条、第十条，PRO-04"):
        services.second(stale, by=users["first"], version=1)
    for one in proposal.seconds.all():
        services.second(one, by=one.delegate.person.user, version=2)
    services.submit(proposal, by=users["mover"])
    assert proposal.number == "3-2-HQ-001"
    assert [text.remedy for text in proposal.texts.all()] == ["只设加热柜", TEXT["remedy"]]


def test_other_facts_changed_ask_nobody_again(users, seconded):
    proposal = seconded()
    services.amend(proposal, by=users["mover"], category="FL")
    services.submit(proposal, by=users["mover"])
    assert (proposal.version, proposal.number) == (1, "3-2-FL-001")


def test_nobody_seconds_their_own_or_from_another_term(house, users, draft):
    proposal = draft()
    with refused(Blocked, "不能附议自己的提案.*PRO-02"):
        services.ask_seconds(proposal, by=users["mover"], delegates=[proposal.mover])
    other = Term.objects.create(
        kind=Congress.MEMBERS, number=1, began_on=date(2022, 1, 1), ends_on=date(2027, 1, 1), staff_count=1,
        women_count=0, seats=1,
    )  # fmt: skip
    stranger = other.delegates.create(person=users["chief"].person, began_on=date(2022, 1, 1))
    with refused(Blocked, "不是本届职工代表.*PRO-02"):
        services.ask_seconds(proposal, by=users["mover"], delegates=[stranger])


def test_a_second_is_given_by_whom_it_was_asked_of_and_before_the_text_is_handed_in(house, users, submitted):
    proposal = submitted()
    late = models.Second.objects.create(proposal=proposal, delegate=house.seats["other"], version=1)
    with refused(NotAllowed, "附议"):
        services.second(late, by=users["first"])
    with refused(Blocked, "已经提交，不能再附议.*PRO-04"):
        services.second(late, by=users["other"])


def test_a_delegation_as_a_whole_is_spoken_for_by_its_head(users, draft):
    with refused(Blocked, "由团长提出.*PRO-02"):
        draft("other", for_delegation=True)
    proposal = draft("head", for_delegation=True)
    services.submit(proposal, by=users["head"])
    assert proposal.state == State.SUBMITTED


def test_what_comes_after_the_close_is_a_suggestion_with_a_number_of_its_own(users, draft):
    in_time, late = draft(), draft("other")
    with clock.pinned(date(2023, 2, 25)):
        services.submit(late, by=users["other"])
    assert (late.state, late.number, late.is_late) == (State.SUGGESTION, "3-2-JY-001", True)
    assert not models.Proposal.objects.submitted().exists()
    with clock.pinned(CLOSES), refused(Blocked, "PRO-02"):
        services.submit(in_time, by=users["mover"])


def test_withdrawing_needs_every_seconders_consent(users, submitted):
    proposal = submitted()
    one, other = (proposal.seconds.get(delegate__person__name=name) for name in ("first", "second"))
    with refused(Blocked, "没有申请撤回.*PRO-04"):
        services.consent(one, by=users["first"])
    services.ask_withdrawal(proposal, by=users["mover"], reason="已解决")
    services.consent(one, by=users["first"])
    with refused(Blocked, r"还没有同意的：second（参照上海市人大代表建议规定第四条、第十条，PRO-04）"):
        services.withdraw(proposal, by=users["mover"])
    services.consent(models.Second.objects.get(pk=other.pk), by=users["second"])
    services.withdraw(proposal, by=users["mover"])
    assert models.Proposal.objects.get(pk=proposal.pk).state == State.WITHDRAWN


# review, merging, decision


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ({"outcome": Outcome.FILE, "met": EVERY[:3]}, "PRO-06"),
        ({"outcome": Outcome.DECLINE, "reason": "个人事项"}, "第八条，PRO-07"),
        ({"outcome": Outcome.DECLINE, "grounds": [Ground.PERSONAL]}, "书面说明理由.*PRO-08"),
        ({"outcome": Outcome.MERGE, "met": EVERY}, "并入本次会议的哪一件.*PRO-08"),
    ],
)
def test_a_review_without_what_its_outcome_asks_for_is_none(users, submitted, said, rule):
    proposal = submitted()
    with refused(Blocked, rule):
        services.review(proposal, by=users["committee"], **said)


def test_merging_never_chains(users, submitted):
    lead, sheet, third = submitted(), submitted("other"), submitted("head")
    committee = users["committee"]

    def merge(one, into):
        services.review(one, by=committee, outcome=Outcome.MERGE, met=EVERY, merged_into=into)

    with refused(Blocked, "没有按立案审查.*PRO-08"):
        merge(sheet, lead)
    services.review(lead, by=committee, outcome=Outcome.FILE, met=EVERY)
    with refused(Blocked, "不能并入自己.*PRO-08"):
        merge(lead, lead)
    merge(sheet, lead)
    with refused(Blocked, "已并入别的提案，请直接并入主案.*PRO-08"):
        merge(third, sheet)
    services.review(third, by=committee, outcome=Outcome.FILE, met=EVERY)
    with refused(Blocked, "已有别的提案并入本案.*PRO-08"):
        merge(lead, third)
    with refused(Blocked, "本案应按立案审查.*PRO-08"):
        services.review(lead, by=committee, outcome=Outcome.SUGGESTION, reason="转办")


def test_a_merged_sheet_is_decided_on_after_its_case_and_never_again(users, submitted, decision):
    lead, sheet = submitted(), submitted("other", remedy="加热柜")
    committee, decided = users["committee"], decision()
    services.review(lead, by=committee, outcome=Outcome.FILE, met=EVERY)
    services.review(sheet, by=committee, outcome=Outcome.MERGE, met=EVERY, merged_into=lead)
    with refused(Blocked, f"主案{lead.number}还没有立案.*PRO-08"):
        services.approve(sheet, by=committee, decision=decided)
    services.approve_all(by=committee, decision=decided, proposals=[sheet, lead])
    stored = models.Proposal.objects.get(pk=sheet.pk)
    assert (stored.state, stored.merged_into, stored.number) == (State.MERGED, lead, "3-2-HQ-002")
    counted = models.Proposal.objects
    assert (counted.submitted().count(), counted.filed_sheets().count(), counted.cases().count()) == (2, 2, 1)
    assert sum(counted.submitted().values_list("point_count", flat=True)) == 3
    with refused(WrongState, "已并案"):
        services.review(sheet, by=committee, outcome=Outcome.MERGE, met=EVERY, merged_into=lead)


def test_nothing_is_approved_without_a_review_nor_by_another_sessions_decision(house, users, submitted):
    proposal = submitted()
    later = Session.objects.create(
        term=house.session.term, number=3, held_on=date(2024, 1, 5), ends_on=date(2024, 1, 5), venue="礼堂"
    )
    call = models.Call.objects.create(session=later, opens_on=date(2023, 2, 1), closes_on=date(2024, 1, 1))
    other = services.record_decision(
        by=users["committee"], call=call, decider=Decider.JOINT, decided_on=date(2023, 2, 8)
    )
    with refused(WrongState, "待初审"):
        services.approve(proposal, by=users["committee"], decision=other)
    services.review(proposal, by=users["committee"], outcome=Outcome.FILE, met=EVERY)
    with refused(Blocked, "不是对本次会议提案作出的.*PRO-10"):
        services.approve(proposal, by=users["committee"], decision=other)


def test_nothing_is_approved_by_a_sitting_held_before_it_was_handed_in(house, users, submitted):
    committee = users["committee"]
    proposal = submitted()
    services.review(proposal, by=committee, outcome=Outcome.FILE, met=EVERY)
    before, on_the_day = (
        services.record_decision(by=committee, call=house.call, decider=Decider.JOINT, decided_on=day)
        for day in (date(2023, 2, 7), WRITING)
    )
    with refused(Blocked, "3-2-HQ-001于2023年2月8日提交，2023年2月7日的审定在提交以前，请登记新的审定.*PRO-10"):
        services.approve(proposal, by=committee, decision=before)
    form = ApproveForm(user=committee, obj=proposal)
    assert list(form.fields["decision"].queryset) == [on_the_day]
    assert reverse("proposals.calls.decide", args=[house.call.pk]) in form.fields["decision"].help_text
    services.approve(proposal, by=committee, decision=on_the_day)
    assert proposal.state == State.FILED


# departments


def test_nothing_is_handed_over_at_a_meeting_held_before_it_was_decided_on(house, users, filed, meeting):
    case, committee = filed(), users["committee"]
    before = services.record_delivery(by=committee, call=house.call, held_on=date(2023, 3, 16))
    with refused(Blocked, "2023年3月17日审定，2023年3月16日的交办会在审定以前，请登记新的交办会.*PRO-10"):
        services.assign(case, by=committee, meeting=before, department=house.departments["lead"])
    form = AssignForm(user=committee, obj=case)
    assert list(form.fields["meeting"].queryset) == [meeting]
    assert reverse("proposals.calls.deliver", args=[house.call.pk]) in form.fields["meeting"].help_text


def test_every_period_counts_from_the_day_the_department_received_it(house, users, filed, meeting):
    """The case was assigned ten days after the meeting; one assigned ahead of its meeting counts from the meeting."""
    case, committee, places = filed(), users["committee"], house.departments
    parties = {"department": places["lead"], "supporting": [places["support"]]}
    with clock.pinned(date(2023, 4, 3)):
        share = services.assign(case, by=committee, meeting=meeting, **parties)
    support = case.assignments.get(part="support")
    assert (share.given_on, case.assigned_on, support.given_on) == (date(2023, 4, 3),) * 3
    assert share.return_until == date(2023, 4, 13)  # the 5th is a holiday
    assert (share.due_on, support.due_on) == (date(2023, 6, 2), date(2023, 5, 4))
    ahead = filed("other")
    with clock.pinned(DECIDED):
        share = services.assign(ahead, by=committee, meeting=meeting, **parties)
    assert (share.given_on, share.return_until) == (GIVEN, date(2023, 4, 4))


def test_a_department_hands_back_within_seven_working_days_and_with_a_reason(users, assigned):
    share = assigned()
    assert share.return_until == date(2023, 4, 4)  # seven working days after 24 March; the holiday begins on the 5th
    with clock.pinned(share.return_until):
        with refused(Blocked, "书面说明理由.*第十四条，PRO-11"):
            services.ask_return(share, by=users["handler"], reason=" ")
        services.ask_return(share, by=users["handler"], reason="不属于本部门")
        services.refuse_return(share, by=users["committee"], reason="食堂由贵部门管")
    with clock.pinned(date(2023, 4, 6)), refused(Blocked, r"到2023年4月4日为止.*第十四条，PRO-11"):
        services.ask_return(share, by=users["handler"], reason="不属于本部门")


def test_a_case_handed_back_is_given_to_another_department(house, users, assigned, meeting):
    share = assigned()
    with clock.pinned(date(2023, 3, 27)):
        services.ask_return(share, by=users["handler"], reason="不属于本部门")
        with refused(NotAllowed, "同意退办"):
            services.agree_return(share, by=users["handler"])
        services.agree_return(share, by=users["committee"])
        case = models.Proposal.objects.get(pk=share.proposal_id)
        assert case.state == State.RETURNED
        services.assign(case, by=users["committee"], meeting=meeting, department=house.departments["support"])
    assert [(one.department.name, one.part) for one in case.assignments.live()] == [("总务科", "lead")]
    assert case.assignments.filter(return_reason="改为主办").count() == 1


def test_a_due_date_is_a_working_day_within_the_limit(house, users, filed, meeting):
    case, lead = filed(), house.departments["lead"]
    committee = users["committee"]
    for due_on, rule in (
        (date(2023, 5, 1), r"2023年5月1日是休息日.*民法典第二百零三条，G-05"),
        (date(2023, 6, 24), r"休息日.*G-05"),
        (date(2023, 6, 27), r"最迟到2023年6月25日.*第十九条，PRO-13"),
        (GIVEN, "交办日期之后.*PRO-13"),
    ):
        with clock.pinned(GIVEN), refused(Blocked, rule):
            services.assign(case, by=committee, meeting=meeting, department=lead, due_on=due_on)
    with clock.pinned(GIVEN):
        given = services.assign(case, by=committee, meeting=meeting, department=lead)
    assert given.due_on == case.due_on == date(2023, 5, 23)  # sixty days, a Tuesday


def test_lead_and_support_are_two_and_the_leader_is_one(house, users, filed, meeting):
    case, lead = filed(), house.departments["lead"]
    with clock.pinned(GIVEN):
        with refused(Blocked, "不能同时协办.*PRO-10"):
            services.assign(case, by=users["committee"], meeting=meeting, department=lead, supporting=[lead])
        with refused(Blocked, "不是院领导.*第二十条，PRO-15"):
            services.assign(case, by=users["committee"], meeting=meeting, department=lead, leader=users["chief"].person)


def test_more_time_is_given_once_and_on_a_working_day(users, assigned):
    share = assigned()
    with clock.pinned(date(2023, 5, 10)):
        services.accept(share, by=users["handler"])
        with refused(Blocked, "休息日.*G-05"):
            services.ask_extension(share, by=users["handler"], until=date(2023, 6, 22), reason="需论证")
        with refused(Blocked, r"最迟到2023年8月23日.*第十九条，PRO-13"):
            services.ask_extension(share, by=users["handler"], until=date(2023, 8, 24), reason="需论证")
        asked = services.ask_extension(share, by=users["handler"], until=date(2023, 6, 30), reason="需论证")
        with refused(NotAllowed, "同意延长"):
            services.grant_extension(asked, by=users["handler"])
        services.grant_extension(asked, by=users["committee"])
        with refused(Blocked, "只能延长一次.*第十九条，PRO-13"):
            services.ask_extension(share, by=users["handler"], until=date(2023, 7, 31), reason="还需论证")
    case = models.Proposal.objects.get(pk=share.proposal_id)
    assert (case.due_on, case.assignments.get(part="lead").due_on) == (date(2023, 6, 30),) * 2


def test_a_supporting_department_says_its_opinion_and_writes_no_reply(users, assigned):
    share = assigned()
    support = share.proposal.assignments.get(part="support")
    assert support.due_on == date(2023, 4, 24)
    with clock.pinned(date(2023, 4, 3)):
        services.accept(share, by=users["handler"])
        with refused(Blocked, "主办部门写答复.*第十七条，PRO-12"):
            services.give_opinion(share, by=users["handler"], opinion="同意")
        with refused(NotAllowed, "起草答复"):
            services.write_reply(share.proposal, by=users["supporter"], reply_class="A", text="已办")
        services.give_opinion(support, by=users["supporter"], opinion="可以配合")
    assert models.Assignment.objects.get(pk=support.pk).state == AssignmentState.DONE


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ({"reply_class": ""}, "一类.*第十八条，PRO-14"),
        ({"reply_class": "B"}, "B类答复须写明今后落实的日期.*第十八条，PRO-14"),
        ({"reply_class": "C", "promised_on": date(2023, 4, 3)}, "C类.*PRO-14"),
        ({"reply_class": "D"}, "暂不能解决的原因.*第十八条，PRO-14"),
        ({"reply_class": "A", "text": " "}, "请写答复意见.*第二十条，PRO-15"),
    ],
)
def test_a_reply_without_what_its_class_asks_for_is_none(users, assigned, said, rule):
    share = assigned()
    with clock.pinned(date(2023, 4, 3)):
        services.accept(share, by=users["handler"])
        with refused(Blocked, rule):
            services.write_reply(share.proposal, by=users["handler"], **{"text": "已办", **said})


def test_an_unsigned_reply_goes_nowhere(users, assigned):
    share = assigned()
    with clock.pinned(date(2023, 4, 3)):
        services.accept(share, by=users["handler"])
        services.work(share.proposal, by=users["handler"], text="已调研")
        with refused(Blocked, "还没有起草答复.*PRO-15"):
            services.answer(share.proposal, by=users["leader"])
        reply = services.write_reply(share.proposal, by=users["handler"], reply_class="A", text="已办")
        with refused(Blocked, "还没有经承办部门负责人审签.*第二十条，PRO-15"):
            services.answer(share.proposal, by=users["leader"])
        with refused(NotAllowed, "审签"):
            services.sign(reply, by=users["handler"])
        services.sign(reply, by=users["chief"])
        with refused(Blocked, "已经审签.*PRO-15"):
            services.write_reply(share.proposal, by=users["handler"], reply_class="A", text="另一种说法")
        with refused(NotAllowed, "阅签"):
            services.answer(share.proposal, by=users["chief"])


def test_words_changed_after_signing_do_not_go_out(users, signed):
    reply = signed()
    models.Reply.objects.filter(pk=reply.pk).update(text="不予办理。")
    with clock.pinned(ANSWERED), refused(Blocked, "审签以后被改动过.*电子签名法第十三条，G-07"):
        services.answer(models.Proposal.objects.get(pk=reply.proposal_id), by=users["leader"])


# ratings, once more, to the end


def test_no_department_rates_itself(house, users, answered):
    proposal = answered()
    seat = house.session.term.delegates.create(person=users["handler"].person, began_on=date(2022, 1, 10))
    models.Proposal.objects.filter(pk=proposal.pk).update(mover=seat)
    proposal.refresh_from_db()
    for name in ("handler", "chief", "supporter"):
        with clock.pinned(ANSWERED), refused(NotAllowed, "不能评价本部门的办理.*第二十一条，PRO-16"):
            services.rate(proposal, by=users[name], attitude=Mark.SATISFIED, result=Mark.SATISFIED)


def test_movers_alone_rate_once_and_say_why_they_are_not_satisfied(users, answered):
    proposal = answered()
    with clock.pinned(ANSWERED):
        for name in ("first", "committee", "leader"):
            with refused(NotAllowed, "评价办理"):
                services.rate(proposal, by=users[name], attitude=Mark.SATISFIED, result=Mark.SATISFIED)
        with refused(Blocked, "须写明意见.*第二十一条，PRO-16"):
            services.rate(proposal, by=users["mover"], attitude=Mark.SATISFIED, result=Mark.UNSATISFIED)
        services.rate(proposal, by=users["mover"], attitude=Mark.SATISFIED, result=Mark.FAIR)
        with refused(WrongState, "已评价过.*PRO-16"):
            services.rate(proposal, by=users["mover"], attitude=Mark.SATISFIED, result=Mark.SATISFIED)


def unsatisfied(proposal, by):
    services.rate(proposal, by=by, attitude=Mark.FAIR, result=Mark.UNSATISFIED, words="没有开窗口", wants_again=True)


def test_what_does_not_satisfy_is_handled_again_once_and_then_goes_to_the_joint_meeting(users, answered):
    proposal = answered()
    with clock.pinned(date(2023, 4, 10)):
        unsatisfied(proposal, users["mover"])
        with refused(Blocked, "请先办理.*PRO-17"):
            services.close(proposal, by=users["committee"])
        with refused(Blocked, "应先再次办理.*PRO-17"):
            services.escalate(proposal, by=users["committee"], reason="不满意")
        services.reopen(proposal, by=users["mover"])
        assert (proposal.round, proposal.due_on) == (2, date(2023, 5, 10))
        reply = services.write_reply(proposal, by=users["handler"], reply_class="D", text="暂缓", reason="经费不足")
        services.sign(reply, by=users["chief"])
        services.answer(proposal, by=users["leader"])
        unsatisfied(proposal, users["mover"])
        with refused(Blocked, "以1次为限.*提请党政会议.*第二十一条，PRO-17"):
            services.reopen(proposal, by=users["mover"])
        services.escalate(proposal, by=users["committee"], reason="两次不满意")
        services.settle(proposal, by=users["committee"], text="列入下年预算")
    stored = models.Proposal.objects.get(pk=proposal.pk)
    assert (stored.state, stored.reply_class, stored.was_on_time) == (State.CLOSED, "D", True)
    assert models.Rating.objects.of_last_round().count() == 1


def test_who_is_satisfied_asks_for_nothing_again(users, answered):
    proposal = answered()
    with clock.pinned(ANSWERED):
        services.rate(proposal, by=users["mover"], attitude=Mark.FAIR, result=Mark.FAIR, wants_again=True)
        with refused(Blocked, "要求再次办理.*PRO-17"):
            services.reopen(proposal, by=users["mover"])


def test_an_answer_is_closed_once_rated_or_once_the_time_for_it_is_over(users, answered):
    proposal = answered()
    with clock.pinned(date(2023, 5, 4)), refused(Blocked, "还可以评价.*PRO-16"):
        services.close(proposal, by=users["committee"])
    with clock.pinned(date(2023, 5, 5)):
        services.close(proposal, by=users["committee"])
    assert proposal.state == State.CLOSED


def test_what_is_promised_is_followed_until_done_or_explained(house, users, answered):
    proposal = answered(reply_class="B", promised_on=date(2023, 9, 29))
    committee = users["committee"]
    with clock.pinned(date(2023, 4, 10)):
        services.rate(proposal, by=users["mover"], attitude=Mark.FAIR, result=Mark.FAIR)
        with refused(Blocked, "B类答复须跟踪到落实.*第二十二条，PRO-18"):
            services.close(proposal, by=committee)
        services.track(proposal, by=committee)
        with refused(Blocked, "结转到以后的.*第二十二条，PRO-18"):
            services.carry_over(proposal, by=committee, session=house.session, text="未落实")
        with refused(Blocked, "请结转下次会议.*第二十二条，PRO-18"):
            services.explain(proposal, by=committee, text="未落实")
        with refused(Blocked, "今天以前.*PRO-18"):
            services.fulfil(proposal, by=committee, text="已办", fulfilled_on=date(2023, 4, 11))
    with clock.pinned(date(2024, 1, 5)):
        later = Session.objects.create(
            term=house.session.term, number=3, held_on=date(2024, 1, 5), ends_on=date(2024, 1, 5), venue="礼堂"
        )
        services.carry_over(proposal, by=committee, session=later, text="采购中")
        with refused(Blocked, "PRO-18"):
            services.carry_over(proposal, by=committee, session=later, text="采购中")
        services.fulfil(proposal, by=committee, text="窗口已开")
    stored = models.Proposal.objects.get(pk=proposal.pk)
    assert (stored.state, stored.reply_class, stored.carried_to) == (State.CLOSED, "A", later)


def test_only_what_promises_is_followed(users, answered):
    proposal = answered()
    with clock.pinned(date(2023, 6, 1)), refused(Blocked, "只有B类、C类.*PRO-18"):
        services.track(proposal, by=users["committee"])


def test_after_its_term_what_is_not_done_is_explained(house, users, answered):
    proposal = answered(reply_class="C", promised_on=date(2026, 12, 31))
    with clock.pinned(date(2027, 1, 20)):
        services.track(proposal, by=users["committee"])
        Term.objects.filter(pk=house.session.term_id).update(closed_on=date(2027, 1, 9))
        proposal.call.session.term.refresh_from_db()
        services.explain(proposal, by=users["committee"], text="医院迁建，原址不再设食堂")
    told = Notice.objects.filter(key="proposals.concluded").values_list("user__name", flat=True)
    assert sorted(told) == ["first", "mover", "second"]


# calls


def test_a_call_is_for_the_staff_congress_once_and_ends_by_the_session(house, users):
    other = Term.objects.create(
        kind=Congress.MEMBERS, number=1, began_on=date(2022, 1, 1), ends_on=date(2027, 1, 1), staff_count=1,
        women_count=0, seats=1,
    )  # fmt: skip
    beside = Session.objects.create(term=other, number=1, held_on=DECIDED, ends_on=DECIDED, venue="礼堂")
    days = {"opens_on": date(2023, 2, 1), "closes_on": date(2023, 2, 20)}
    with refused(Blocked, "不向工会会员代表大会.*ORG-15"):
        services.open_call(by=users["committee"], session=beside, **days)
    with refused(Blocked, "已经发出"):
        services.open_call(by=users["committee"], session=house.session, **days)
    with refused(NotAllowed, "提案委员会"):
        services.open_call(by=users["mover"], session=house.session, **days)
    with refused(Blocked, r"2023年3月17日闭会.*PRO-01"):
        services.move_call(house.call, by=users["committee"], closes_on=date(2023, 3, 18), reason="延长")
