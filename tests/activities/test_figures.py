from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.kit.figures import three_worlds
from unionhall.accounts.tenancy import current_union
from unionhall.activities import figures, services
from unionhall.activities.kinds import Audience, Kind, Level, Occasion, Sector, Theme
from unionhall.activities.models import Activity
from unionhall.figures.scope import Scope
from unionhall.figures.sentences import Topic, said
from unionhall.kernel import clock

FIRST, LAST = date(2023, 1, 1), date(2023, 12, 31)


@pytest.fixture
def scope(union):
    return Scope(union, FIRST, LAST)


@pytest.fixture
def hold(make_activity, clerk, people):
    """`hold(day)`: a training for two women with one item more than it has people in it, held, and archived for 10 yuan."""

    def held(day, crowd=None, **facts):
        activity = make_activity(**{"held_from": day, "kind": Kind.TRAINING, "title": f"活动{day}"} | facts)
        services.describe_training(activity, by=clerk, topic="急救", hours=Decimal(4), lecturer="主任医师")
        services.add_partner(activity, by=clerk, name=f"示范公司{day}", sector=Sector.ENTERPRISE)
        items = [services.add_item(activity, by=clerk, name=name) for name in ("跳绳", "踢毽")]
        crowd = crowd or people(2)
        with clock.pinned(day):
            for item in items:
                services.enter_list(item, by=clerk, people=crowd)
            services.check_in_sheet(activity, by=clerk, people=crowd)
            services.issue_certificates(activity, by=clerk, issued_on=day)
            cup = services.stock_prize(activity, by=clerk, name="水壶", stock=3)
            services.issue_prize(activity, by=clerk, prize=cup, person=crowd[0], quantity=3)
            services.sign_all(activity, by=clerk)
            services.hold(activity, by=clerk)
            services.finish(activity, by=clerk, summary="圆满完成。", cost=Decimal("10.00"))
        return activity

    return held


PER_ACTIVITY = {
    figures.held: 1,
    figures.items: 2,
    figures.signed: 2,
    figures.came: 2,
    figures.entries: 4,
    figures.people: 2,
    figures.women: 2,
    figures.prizes: 3,
    figures.awarded: 1,
    figures.cost: Decimal("10.00"),
    figures.partners: 1,
    figures.trainings: 1,
    figures.hours: Decimal("4.0"),
    figures.certificates: 4,
}


DAYS = {0: (FIRST - timedelta(days=1), LAST + timedelta(days=1)), 2: (FIRST, LAST), 3: (date(2023, 7, 1),)}


def test_every_figure_counts_the_period_with_both_its_edges(scope, hold):
    """Three worlds for all at once: what lies outside, then on the edges too, then inside too."""
    for counted, days in DAYS.items():
        for day in days:
            hold(day)
        read = {figure.key: figure(scope).value for figure in PER_ACTIVITY}
        assert read == {figure.key: one * counted for figure, one in PER_ACTIVITY.items()}
        assert read == {figure.key: figure(scope).evidence.value for figure in PER_ACTIVITY}


def test_departments_are_counted_once(scope, hold):
    assert three_worlds(figures.departments, scope, hold) == {"outside": 0, "edge": 1, "inside": 0}


@pytest.fixture
def send(clerk, people):
    def sent(day):
        return services.register_external_team(
            by=clerk,
            members=people(3),
            event=f"健身运动会{day}",
            kind=Kind.SPORTS_MEET,
            organiser="区总工会",
            level=Level.DISTRICT,
            represents="卫生系统",
            held_on=day,
            placings=[("跳绳", 2)],
        )

    return sent


@pytest.mark.parametrize(
    ("figure", "one"),
    [(figures.outside, 1), (figures.outside_people, 3), (figures.outside_women, 3), (figures.placings, 1)],
    ids=lambda value: getattr(value, "key", value),
)
def test_a_figure_of_outings_counts_the_period_with_both_its_edges(figure, one, scope, send):
    assert three_worlds(figure, scope, send) == {"outside": 0, "edge": 2 * one, "inside": one}


def test_turnout_is_people_of_members_and_nothing_without_members(scope, hold, union, world):
    hold(date(2023, 5, 1))
    members = figures.turnout(scope).parts[1].value
    assert figures.turnout(scope).value == (Decimal(2) / members).quantize(Decimal("0.0001"))
    assert figures.turnout(Scope(union, date(1990, 1, 1), date(1990, 12, 31))).value is None


def test_who_comes_to_two_activities_is_one_person_and_two_person_times(scope, hold, people):
    crowd = people(2)
    hold(date(2023, 3, 1), crowd)
    hold(date(2023, 4, 1), crowd)
    assert (figures.people(scope).value, figures.entries(scope).value) == (2, 8)


def test_what_is_planned_or_cancelled_is_not_counted(scope, make_activity, clerk):
    make_activity(held_from=date(2023, 5, 1))
    services.cancel(make_activity(held_from=date(2023, 6, 1)), by=clerk, reason="天气原因")
    assert figures.held(scope).value == 0


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"kind": "training"}, 1),
        ({"kind": "contest"}, 0),
        ({"occasion": "may_day"}, 1),
        ({"occasion": "women"}, 0),
        ({"theme": "skills"}, 1),
        ({"audience": "women"}, 1),
        ({"level": "union"}, 1),
        ({"level": "city"}, 0),
    ],
)
def test_filters_narrow(scope, hold, filters, found):
    hold(date(2023, 5, 1), theme=Theme.SKILLS, audience=Audience.WOMEN, occasion=Occasion.MAY_DAY)
    assert figures.held(scope.of(**filters)).value == found


def test_one_activity_among_others_and_the_largest_of_all(scope, hold, people):
    small, large = hold(date(2023, 3, 1)), hold(date(2023, 4, 1), people(5))
    assert figures.entries(scope.of(activity=small)).value == 4
    assert [figures.size_rank(scope.of(activity=a)).value for a in (small, large)] == [2, 1]


def test_the_door_shows_whom_a_reader_may_see_and_the_number_all(scope, hold, member):
    hold(date(2023, 5, 1))
    reading = figures.entries(scope)
    assert (reading.value, reading.rows.visible_to(member).count()) == (4, 0)


def told(topic, scope):
    return [
        "".join(
            str(sentence.words).format(
                **{name: slot.say() if hasattr(slot, "say") else slot for name, slot in sentence.slots.items()}
            )
        )
        for sentence in said(topic, scope)
    ]


def test_a_meet_is_told_with_its_counts(scope, hold):
    hold(date(2023, 5, 1), kind=Kind.LECTURE)
    Activity.objects.update(kind=Kind.SPORTS_MEET, title="职工运动会", edition=5)
    assert "2023-05-01举办第五届职工运动会，设项目2个，4人次参赛，发放奖品3个。" in told(Topic.CULTURE, scope)


def test_women_trainings_and_outings_are_told_under_their_topics(scope, hold, send):
    hold(date(2023, 3, 7), audience=Audience.WOMEN, theme=Theme.SKILLS)
    send(date(2023, 6, 10))
    assert told(Topic.WOMEN, scope) == ["2023-03-07举办活动2023-03-07，设跳绳、踢毽等项目2个，女职工2人参加。"]
    assert told(Topic.TRAINING, scope) == ["组织职业技能培训1场，内容有急救，共4学时，4人次参加。"]
    assert "2023-06-10组队3人代表卫生系统参加健身运动会2023-06-10，取得名次1项。" in told(Topic.CULTURE, scope)


def test_a_year_without_activities_tells_nothing(scope):
    assert [
        sentence
        for topic in Topic
        for sentence in said(topic, scope)
        if any(reading.figure.module == "activities" for reading in sentence.readings)
    ] == []


def test_numbers_are_of_one_union(scope, hold, other_union):
    hold(date(2023, 5, 1))
    assert figures.held(Scope(other_union, FIRST, LAST)).value == 0
    assert current_union() == scope.union
    assert figures.held(Scope(scope.union, LAST + timedelta(days=1), LAST + timedelta(days=1))).value == 0
