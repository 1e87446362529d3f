"""What the reports claim of the year's activities; ids are those of the list of claims."""

from unionhall.activities import figures, selectors
from unionhall.activities.kinds import Kind, Sector, Theme
from unionhall.activities.models import Activity, ExternalTeam, Partner, Placing
from unionhall.demo.world import World
from unionhall.figures.scope import Scope
from unionhall.kernel import clock


def claims(world: World, year: Scope) -> None:
    meet = year.of(activity=Activity.objects.get(title="职工运动会"))
    assert [figure(meet).value for figure in (figures.entries, figures.items, figures.prizes)] == [
        329,
        9,
        400,
    ]
    assert str(Activity.objects.get(title="职工运动会")) == "第五届职工运动会"  # A-21, D-23
    mixer = ExternalTeam.objects.get(kind=Kind.FRIENDSHIP)
    assert (str(mixer), figures.outside_women(year.of(team=mixer)).value) == ("第二届青年联谊会", 15)
    games = ExternalTeam.objects.get(event="全区健身运动会")
    assert (games.represents, figures.outside_people(year.of(team=games)).value) == ("卫生系统", 12)
    assert figures.entries(year.of(theme=Theme.INTEGRITY)).value > 0  # B-04
    assert figures.held(year.of(kind=Kind.CELEBRATION, occasion="may_day")).value == 1  # B-06
    topics = set(selectors.trainings(year).values_list("training__topic", flat=True))
    assert {"心肺复苏", "急救", "预防传染病"} <= topics  # B-09, B-10
    exhibition = Activity.objects.get(kind=Kind.EXHIBITION)
    assert (exhibition.occasion, exhibition.theme) == ("may_fourth", Theme.PARTY_BUILDING)  # B-18
    assert exhibition.partners.get().sector == Sector.PARTY  # B-19
    assert Partner.objects.filter(sector=Sector.ENTERPRISE).values("name").distinct().count() >= 2  # B-20, B-21
    assert Activity.objects.filter(series__name="职工自由之夜").count() == 4  # B-22
    assert {"职工书法比赛", "职工歌唱比赛", "职工知识竞赛"} <= set(
        Activity.objects.values_list("title", flat=True)
    )  # C-20
    chorus = year.of(activity=Activity.objects.get(title="职工合唱比赛"))
    assert (figures.people(chorus).value, figures.people(chorus).say("near:1000")) == (986, "近1000人")  # E-53, E-54
    assert figures.size_rank(chorus).value == 1  # E-55
    assert figures.held(year.of(kind=Kind.GAMES, occasion="spring_festival")).value == 1  # E-56
    women = Activity.objects.get(audience="women")
    assert {"拔河", "跳绳", "掷飞镖"} < set(women.items.values_list("name", flat=True))  # E-57, E-58
    assert Placing.objects.filter(team__event="示范医学院运动会").count() == 4  # E-59, E-60
    campaign = year.of(theme=Theme.MODELS)
    assert (figures.held(campaign).value, figures.departments(campaign).value > 30) == (
        3,
        True,
    )  # E-62, E-63, E-65, E-66
    assert ExternalTeam.objects.filter(represents="车迷协会").count() == 1  # S-72
    assert 0 < figures.turnout(year).value < 1


def claims_of_the_small(world: World) -> None:
    """There is something to sign up for today."""
    walk = Activity.objects.to_come(clock.today()).get()
    assert (walk.state, sorted(item.capacity for item in walk.items.all())) == ("open", [16, 200])
