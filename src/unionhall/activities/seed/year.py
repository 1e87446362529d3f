"""The year 2023, some of the year the demo is opened in, and one activity to come so that signing up can be tried."""

from datetime import timedelta
from functools import partial

from unionhall.activities import services
from unionhall.activities.kinds import Kind, Theme
from unionhall.activities.seed.events import hold_chorus, hold_contests, hold_the_rest, hold_this_year, hold_womens_day
from unionhall.activities.seed.meet import hold_meet
from unionhall.activities.seed.skills import hold_trainings, send_out
from unionhall.activities.seed.stage import Stage
from unionhall.demo.world import World
from unionhall.kernel import clock, planner


def seed(world: World) -> None:
    """Hold the year's activities; the small union has only the one to come."""
    stage = Stage.of(world)
    if not world.is_small:
        hold_chorus(stage)
        planner.refresh()  # a thousand entries that no statistics know of yet
        hold_womens_day(stage)
        hold_contests(stage)
        hold_trainings(stage)
        hold_meet(stage)
        hold_the_rest(stage)
        send_out(stage)
        world.afterwards(partial(hold_this_year, stage))
    announce(stage)


def announce(stage: Stage) -> None:
    """A walk two weeks from today, two hundred places, and a relay for teams."""
    day = clock.today() + timedelta(days=14)
    walk = services.draft(
        by=stage.by,
        title="职工健步走",
        kind=Kind.SPORTS_MEET,
        theme=Theme.CULTURE,
        venue="滨河步道",
        held_from=day,
        held_to=day,
        signup_opens_at=clock.now(),
        signup_closes_at=clock.on(day - timedelta(days=2), 18),
        notice="请穿运动鞋，自带饮水。入场时出示手机上的入场码。",
    )
    five = services.add_item(walk, by=stage.by, name="五公里健步走", capacity=200)
    services.add_item(walk, by=stage.by, name="4×100米接力", is_team=True, team_least=4, team_most=6, capacity=16)
    services.publish(walk, by=stage.by)
    services.enter_list(five, by=stage.by, people=stage.next(12))
