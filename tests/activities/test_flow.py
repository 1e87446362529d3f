"""Every state × verb × role, against the table as one would tell it."""

import pytest

from tests.activities.conftest import DAY
from tests.kit import flows
from tests.kit.world import Persona
from unionhall.activities import services
from unionhall.activities.flow import FLOW, PLANNING, UNDER_WAY, UNFINISHED, State
from unionhall.activities.kinds import Kind
from unionhall.activities.models import Activity
from unionhall.kernel import clock

ACTORS = (
    Persona.CLERK,
    Persona.CHAIR,
    Persona.BRANCH_CHAIR,
    Persona.AUDITOR,
    Persona.MEMBER,
    Persona.OTHER_BRANCH,
    Persona.ADMINISTRATOR,
    Persona.UPPER_VIEWER,
)
OFFICE = {Persona.CLERK, Persona.CHAIR}
BY_WHO_RUNS = {
    "check_in",
    "check_in_sheet",
    "record_results",
    "stock_prize",
    "award",
    "issue_prize",
    "sign_all",
    "hold",
}
FROM = {
    "publish": {State.DRAFT},
    "amend": set(PLANNING),
    "add_item": set(PLANNING),
    "resize": set(PLANNING),
    "set_quota": set(PLANNING),
    "drop_item": set(UNFINISHED),
    "name_organiser": set(UNFINISHED),
    "add_partner": set(UNFINISHED),
    "describe_training": set(UNFINISHED),
    "enter_list": set(UNDER_WAY),
    "close_signup": {State.OPEN},
    "reopen": {State.CLOSED},
    "check_in": set(UNDER_WAY),
    "check_in_sheet": set(UNDER_WAY),
    "record_results": set(UNDER_WAY),
    "stock_prize": set(UNFINISHED),
    "award": set(UNDER_WAY),
    "issue_prize": set(UNDER_WAY),
    "sign_all": set(UNDER_WAY),
    "ask_funds": set(UNFINISHED),
    "issue_certificates": set(UNDER_WAY),
    "hold": {State.OPEN, State.CLOSED},
    "finish": {State.HELD},
    "cancel": set(PLANNING),
}


@pytest.fixture
def training(make_activity, people, clerk):
    """A training that somebody came to, so that no guard stands in the way."""
    training = make_activity(kind=Kind.TRAINING)
    with clock.pinned(DAY):
        crowd = people(1)
        services.enter_list(training.items.get(), by=clerk, people=crowd)
        services.check_in_sheet(training, by=clerk, people=crowd)
        yield training


def in_state(activity, state):
    Activity.objects.filter(pk=activity.pk).update(state=state)
    return Activity.objects.get(pk=activity.pk)


def test_the_table_admits_exactly_the_office_and_who_runs_it(training, world, member):
    services.name_organiser(training, by=world.user(Persona.CLERK), person=member.person)
    actors = {persona: world.user(persona) for persona in ACTORS}
    tried = flows.matrix(FLOW, lambda state: in_state(training, state), actors)
    expected = {
        (state.value, verb, persona)
        for verb, sources in FROM.items()
        for state in sources
        for persona in OFFICE | ({Persona.MEMBER} if verb in BY_WHO_RUNS else set())
    }
    assert flows.done(tried) == expected


def test_a_branch_chair_manages_what_the_branch_holds_and_nothing_else(training, world):
    chair = world.user(Persona.BRANCH_CHAIR)
    assert FLOW.why_not(training, "amend", by=chair) == "您不能办理“修改”这一步。"
    Activity.objects.filter(pk=training.pk).update(unit=world.home.units["group"])
    assert FLOW.why_not(Activity.objects.get(), "amend", by=chair) is None


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"in_working_time": True}, "活动占用工作时间，请先写明征得单位同意的情况（工会法第四十一条）。"),
        ({"in_working_time": True, "employer_consent": "院长同意"}, None),
        ({"is_outing": True}, "外出活动须有安全预案并当日往返，请先写好安全预案（ACT-06）。"),
        (
            {"is_outing": True, "safety_plan": "专人带队", "held_to": clock.date(2023, 5, 2)},
            "外出活动须当日往返，举办日期应为同一天（ACT-06）。",
        ),
        ({"is_outing": True, "safety_plan": "专人带队"}, None),
    ],
)
def test_publishing_needs_consent_and_a_safety_plan_where_the_law_does(make_activity, clerk, facts, reason):
    draft = make_activity(published=False, **facts)
    assert FLOW.why_not(draft, "publish", by=clerk) == reason


def test_nothing_can_be_noted_before_the_first_day(meet, clerk, before_the_day):
    for verb in ("check_in", "record_results", "award", "hold"):
        assert FLOW.why_not(meet, verb, by=clerk) == "活动定于5月1日举办，还没有到日期。"
