"""The kit's battery on the declarations of activities."""

from datetime import date

import pytest

from tests.activities.conftest import DAY
from tests.kit import battery
from tests.kit.world import Persona
from unionhall.activities import services
from unionhall.activities.kinds import Kind, Level
from unionhall.activities.models import Activity
from unionhall.activities.views.desk import activity_pages, external_pages

FACTS = {"title": "职工运动会", "kind": "sports_meet", "held_from": "2023-05-01", "venue": "体育馆", "audience": "all"}


@pytest.fixture
def activities(world, meet, rope, clerk, make_activity, people, on_the_day):
    def more(count):
        for number in range(count):
            activity = make_activity(title=f"运动会{number}", series="运动会", edition=number + 1)
            item = services.add_item(activity, by=clerk, name="跳绳")
            crowd = people(2)
            services.enter_list(item, by=clerk, people=crowd)
            services.check_in_sheet(activity, by=clerk, people=crowd)

    good = {
        "draft": FACTS,
        "add_item": {"name": "踢毽", "team_least": 1, "team_most": 1, "better": "higher"},
        "amend": FACTS | {"level": "union", "budget": "10", "reason": "地点调整"},
        "stock_prize": {"name": "水壶", "stock": 5, "unit_price": "3.50"},
        "close_signup": {},
        "hold": {},
        "name_organiser": {"person": world.home.people[Persona.MEMBER].staff_no},
        "add_partner": {"name": "示范公司", "sector": "enterprise"},
    }
    bad = {
        "draft": FACTS | {"title": "", "held_from": "明天", "capacity": "-3"},
        "amend": FACTS | {"budget": "-1", "level": "galaxy", "reason": ""},
        "add_item": {"name": "", "team_least": "0"},
        "stock_prize": {"name": "水壶", "stock": "-5", "unit_price": "-1"},
        "name_organiser": {"person": "nobody"},
        "enter_list": {"item": "x", "people": "nobody"},
        "finish": {},
        "cancel": {"reason": ""},
        "issue_prize": {"prize": "x", "people": "", "quantity": "-1"},
        "resize": {"item": "", "capacity": "0"},
    }
    bad.pop("finish")
    return battery.World(
        activity_pages,
        Activity.objects.get(pk=meet.pk),
        clerk,
        world.user(Persona.MEMBER),
        more,
        forbidden=world.user(Persona.AUDITOR),
        good=good,
        bad=bad,
    )


def test_pages_of_activities(activities):
    battery.check_all(activities)


@pytest.fixture
def outings(world, clerk, people):
    def go(number=0):
        return services.register_external_team(
            by=clerk,
            members=people(2),
            event=f"健身运动会{number}",
            kind=Kind.SPORTS_MEET,
            organiser="区总工会",
            level=Level.DISTRICT,
            represents="卫生系统",
            held_on=DAY,
            placings=[("跳绳", 1)],
        )

    good = {
        "register": {
            "event": "联谊会",
            "edition": "2",
            "kind": "friendship",
            "organiser": "工业园",
            "level": "district",
            "represents": "本院",
            "held_on": date(2023, 5, 20),
            "members": world.home.people[Persona.MEMBER].staff_no,
            "placings": "乒乓球团体 2",
        }
    }
    bad = {"register": {"event": "", "members": "nobody", "placings": "第一名", "held_on": "昨天"}}
    return battery.World(
        external_pages,
        go(),
        clerk,
        world.user(Persona.MEMBER),
        lambda count: [go(number + 1) for number in range(count)],
        forbidden=world.user(Persona.AUDITOR),
        good=good,
        bad=bad,
    )


def test_pages_of_what_others_hold(outings):
    battery.check_all(outings)
