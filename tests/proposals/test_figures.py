"""What proposals are counted by: sheets, cases and points apart, each rate on its own base (PRO-09, PRO-20)."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests.kit.figures import three_worlds
from tests.kit.world import Persona
from tests.proposals.conftest import BEGAN, DAY
from unionhall.congress.models import Session
from unionhall.figures.scope import Scope
from unionhall.figures.sentences import Topic, said
from unionhall.kernel import clock
from unionhall.proposals import figures, statistics
from unionhall.proposals.flow import ReplyState, State
from unionhall.proposals.kinds import Mark, Outcome, ReplyClass
from unionhall.proposals.models import Call, CarryOver, Chase, Decision, Proposal, Rating, Reply

FIRST, LAST = date(2022, 6, 1), date(2022, 12, 31)


@pytest.fixture
def hold(house, users):
    """`hold(day)`: a session of that day with six sheets: one case answered A on the same day, rated by its mover, with one
    merged into it; one suggestion, one only answered and one declined on that day; one that came late."""
    term, mover, clerk = house.session.term, house.seats["mover"], users["clerk"]

    def held(day):
        number = Session.objects.count() + 7
        session = Session.objects.create(term=term, number=number, held_on=day, ends_on=day, venue="礼堂")
        call = Call.objects.create(session=session, opens_on=day, closes_on=day)
        decided = {"decision": Decision.objects.create(call=call, decider="presidium", decided_on=day)}

        def sheet(serial, **facts):
            known = {"call": call, "mover": mover, "category": "HQ", "title": "案由", "point_count": 2}
            return Proposal.objects.create(number=f"{number}-{serial}", submitted_on=day, **known | facts)

        case = sheet(
            1, outcome=Outcome.FILE, state=State.RATED, department=house.departments["lead"], is_excellent=True,
            assigned_on=day, due_on=day, answered_on=day, was_on_time=True, reply_class=ReplyClass.A, **decided,
        )  # fmt: skip
        sheet(2, outcome=Outcome.MERGE, merged_into=case, state=State.MERGED, **decided)
        sheet(3, outcome=Outcome.SUGGESTION, state=State.CLOSED, closed_on=day, **decided)
        sheet(4, outcome=Outcome.ANSWER, state=State.REPLIED_ONLY, **decided)
        sheet(5, outcome=Outcome.DECLINE, state=State.REJECTED, **decided)
        sheet(6, outcome=Outcome.SUGGESTION, state=State.SUGGESTION, is_late=True)
        signed = {"signed_by": clerk, "signed_at": clock.on(day), "seen_by": clerk, "seen_at": clock.on(day, 23)}
        reply = Reply.objects.create(
            proposal=case, round=1, reply_class="A", text="答复", drafted_by=clerk, state=ReplyState.ISSUED, **signed
        )
        marks = {"attitude": Mark.SATISFIED, "result": Mark.UNSATISFIED, "words": "不够"}
        Rating.objects.create(proposal=case, reply=reply, delegate=mover, rated_on=day, **marks)
        Chase.objects.create(proposal=case, text="督办", by=clerk, chased_on=day)
        CarryOver.objects.create(proposal=case, session=session, note="结转", by=clerk, carried_on=day)
        return session

    return held


PER_SESSION = {
    figures.received: 5,
    figures.points: 10,
    figures.filed_sheets: 2,
    figures.cases: 1,
    figures.merged: 1,
    figures.suggestions: 1,
    figures.answered_only: 1,
    figures.declined: 1,
    figures.handled: 4,
    figures.replied: 1,
    figures.on_time: 1,
    figures.implemented: 1,
    figures.followed: 0,
    figures.excellent: 1,
    figures.carried_over: 1,
    figures.chased: 1,
    figures.ratings: 1,
    figures.content_with_attitude: 1,
    figures.content_with_result: 0,
}


def test_each_figure_counts_what_lies_in_its_period(house, union, hold):
    """One world for all: sessions inside, on both edges and outside, read by every figure."""
    scope = Scope(union, FIRST, LAST)
    read = {figure.key: [figure(scope).value] for figure in PER_SESSION}
    worlds = three_worlds(figures.received, scope, hold)
    assert worlds == {"outside": 0, "edge": 10, "inside": 5}
    for figure, each in PER_SESSION.items():
        assert figure(scope).value - read[figure.key][0] == 3 * each, figure.key
        assert figure(scope).evidence.value == figure(scope).value
    assert figures.movers(scope).value == 1


def test_rates_have_bases_of_their_own_and_none_without_one(house, union, hold):
    empty = Scope(union, BEGAN, BEGAN)
    rates = (
        figures.docket_rate, figures.handled_rate, figures.reply_rate, figures.on_time_rate,
        figures.implementation_rate, figures.attitude_rate, figures.result_rate,
    )  # fmt: skip
    assert [rate(empty).value for rate in rates] == [None] * 7
    hold(FIRST)
    said_so = [rate(Scope(union, FIRST, FIRST)).say() for rate in rates]
    assert said_so == ["40%", "80%", "100%", "100%", "100%", "100%", "0%"]


def test_what_came_later_is_not_in_the_reading_of_a_past_period(house, union, users, answered):
    """Answered on 4 April: the session's quarter does not know of it, the half-year does."""
    answered()
    quarter, half = Scope(union, DAY, date(2023, 3, 31)), Scope(union, DAY, date(2023, 6, 30))
    with clock.pinned(date(2023, 7, 1)):
        assert [figures.cases(one).value for one in (quarter, half)] == [1, 1]
        assert [figures.replied(one).value for one in (quarter, half)] == [0, 1]
        assert [figures.handled(one).value for one in (quarter, half)] == [0, 1]


def test_proposals_are_told_with_their_units(house, union, hold):
    scope = Scope(union, FIRST, LAST)
    assert list(said(Topic.PROPOSALS, scope)) == []
    hold(FIRST)
    told = [sentence.spoken for sentence in said(Topic.PROPOSALS, scope)]
    assert "共收到代表提案5份，由1人代表提出，含具体建议10条。" in told[0]
    assert "6月1日经大会主席团审定立案2份，并案后为1件，立案率40%。" in told[1]
    assert any("有处理结果的4份，处理率80%；立案提案已答复1件，办复率100%。" in one for one in told)


def test_statistics_agree_with_their_figures_and_open_them(house, union, users, hold):
    session = hold(DAY - timedelta(days=60))
    call = Call.objects.get(session=session)
    scope = statistics.scope_of(call)
    (line,) = statistics.by_department(scope)
    for name, reading in line.readings.items():
        assert reading.value == statistics.BY_CASE[name](reading.scope).value
    (line,) = statistics.by_category(scope)
    assert [reading.value for reading in line.readings.values()] == [5, 2, 1, 1, 1]
    client = Client()
    client.force_login(users["committee"])
    page = client.get(reverse("proposals.statistics"), {"session": session.pk}).content.decode()
    assert line.readings["cases"].url.replace("&", "&amp;") in page
    assert client.get(line.readings["cases"].url).status_code == 200
    assert client.get(reverse("proposals.statistics"), {"session": "x"}).status_code == 422
    client.force_login(house.world.user(Persona.MEMBER))
    assert client.get(reverse("proposals.statistics")).status_code == 404
