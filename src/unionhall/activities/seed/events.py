"""The contests, parties, evenings and campaigns of the year."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from unionhall.activities import services
from unionhall.activities.kinds import Audience, Better, Kind, Occasion, Sector, Theme
from unionhall.activities.seed.stage import Sketch, Stage, close, gather, held, item, plan
from unionhall.kernel import clock

CHORUS = 986
PARTY = [("示范医院党委", Sector.PARTY, "牵头")]
ARCHIVED = timedelta(days=6)  # after the day everything of an activity is on file
Partners = Sequence[tuple[str, str, str]]


def hold_chorus(stage: Stage) -> None:
    """The chorus contest at Spring Festival: every branch a choir, nearly a thousand singers."""
    branches = stage.branches()
    share, more = divmod(CHORUS, len(branches))
    choirs = {f"{name}合唱队": people[: share + (at < more)] for at, (name, people) in enumerate(branches.items())}
    short = CHORUS - sum(len(choir) for choir in choirs.values())
    first = next(iter(branches))
    choirs[f"{first}合唱队"] = branches[first][: len(choirs[f"{first}合唱队"]) + short]
    sketch = Sketch(
        date(2023, 1, 17),
        _facts("职工合唱比赛", Kind.CONTEST, "医院礼堂", occasion=Occasion.SPRING_FESTIVAL),
        {"合唱": choirs},
        "各分工会都组了队，是参加人数最多的一次合唱比赛。",
        Decimal("12000.00"),
        {"合唱": {"is_team": True, "team_least": 10, "team_most": 300, "mark_unit": "分"}},
    )
    contest = plan(stage, sketch)
    gather(stage, contest, sketch)
    with clock.pinned(clock.on(sketch.day, 16)):
        choir = item(contest, "合唱")
        marks = {team.pk: Decimal(980 - 7 * at) / 10 for at, team in enumerate(choir.teams.all())}
        services.record_results(choir, by=stage.by, marks=marks)
    close(stage, contest, sketch)


def hold_womens_day(stage: Stage) -> None:
    """Tug-of-war, rope skipping, darts and fun games for women on 8 March."""
    women = stage.women(160)
    teams = {f"女子{at + 1}队": women[at * 10 : at * 10 + 10] for at in range(6)}
    games = {"拔河": teams, "跳绳": women[40:90], "掷飞镖": women[80:120], "趣味知识游艺": women[60:160]}
    about: dict[str, dict[str, Any]] = {
        "拔河": {"is_team": True, "team_least": 10, "team_most": 10},
        "跳绳": {},
        "掷飞镖": {},
        "趣味知识游艺": {"better": Better.NONE},
    }
    held(
        stage,
        Sketch(
            date(2023, 3, 7),
            _facts("三八妇女节女职工活动", Kind.GAMES, "职工活动室", occasion=Occasion.WOMEN, audience=Audience.WOMEN),
            games,
            "拔河、跳绳、掷飞镖和趣味知识游艺依次进行，女职工踊跃参加。",
            Decimal("3200.00"),
            about,
        ),
    )


def hold_contests(stage: Stage) -> None:
    """Calligraphy, singing, and a quiz, each with places."""
    for day, title, people, cost in (
        (date(2023, 4, 12), "职工书法比赛", 46, "1500.00"),
        (date(2023, 9, 15), "职工歌唱比赛", 58, "2600.00"),
        (date(2023, 10, 20), "职工知识竞赛", 72, "1800.00"),
    ):
        sketch = Sketch(
            day,
            _facts(title, Kind.CONTEST, "职工活动室"),
            {"": stage.next(people)},
            "比赛按方案进行，评委当场打分，名次已公布。",
            Decimal(cost),
        )
        contest = plan(stage, sketch)
        gather(stage, contest, sketch)
        with clock.pinned(clock.on(day, 16)):
            whole = item(contest, "")
            marks = {entry.pk: Decimal(990 - 5 * at) / 10 for at, entry in enumerate(whole.entries.all())}
            services.record_results(whole, by=stage.by, marks=marks)
        close(stage, contest, sketch)


def hold_the_rest(stage: Stage) -> None:
    """The garden party, May Day and May Fourth, the evenings, the campaign, integrity, health and rights."""
    for day, title, kind, venue, people, more, partners in _REST:
        _hold(stage, day, _facts(title, kind, venue, **more), people, partners)


def hold_this_year(stage: Stage) -> None:
    """A few of the same of the year the demo is opened in, as far as it has come."""
    today = clock.today()
    for month, title, kind, venue, people in _THIS_YEAR:
        day = date(today.year, month, 18)
        if day + ARCHIVED <= today:
            _hold(stage, day, _facts(title, kind, venue), people)


def _hold(stage: Stage, day: date, facts: dict[str, Any], people: int, partners: Partners = ()) -> None:
    entered = {"": stage.next(people)}
    summary = f"{facts['title']}按计划举办，参加人员已签到。"
    held(stage, Sketch(day, facts, entered, summary, Decimal("800.00"), partners=partners))


_THIS_YEAR = (
    (1, "新春游艺会", Kind.GAMES, "门诊楼大厅", 180),
    (3, "女职工插花", Kind.CARE, "职工活动室", 42),
    (4, "职工书法比赛", Kind.CONTEST, "职工活动室", 38),
    (5, "护士节座谈会", Kind.CELEBRATION, "第一会议室", 64),
    (7, "职工子女暑期开放日", Kind.CARE, "职工书屋", 55),
    (9, "职工健康咨询", Kind.HEALTH, "健康管理中心", 96),
    (10, "职工观影", Kind.CARE, "学术报告厅", 120),
)

# fmt: off
_EVENINGS = {"series": "职工自由之夜", "theme": Theme.WELLBEING}
_MODELS = {"theme": Theme.MODELS}
_REST: list[tuple[date, str, str, str, int, dict[str, Any], list[tuple[str, str, str]]]] = [
    (date(2023, 2, 3), "迎新春游艺会", Kind.GAMES, "门诊楼大厅", 420, {"occasion": Occasion.SPRING_FESTIVAL}, []),
    (date(2023, 4, 28), "五一劳动节庆典", Kind.CELEBRATION, "医院礼堂", 310, {"occasion": Occasion.MAY_DAY}, []),
    (date(2023, 5, 4), "五四主题展览", Kind.EXHIBITION, "门诊楼大厅", 260,
     {"occasion": Occasion.MAY_FOURTH, "theme": Theme.PARTY_BUILDING}, PARTY),
    (date(2023, 5, 16), "劳动权益咨询日", Kind.LECTURE, "职工活动室", 64, {"theme": Theme.RIGHTS}, []),
    (date(2023, 6, 15), "廉洁教育专题学习", Kind.CAMPAIGN, "学术报告厅", 180, {"theme": Theme.INTEGRITY}, PARTY),
    (date(2023, 6, 20), "学先进、树新风演讲比赛", Kind.CAMPAIGN, "医院礼堂", 96, _MODELS, PARTY),
    (date(2023, 6, 27), "先进典型事迹座谈会", Kind.CAMPAIGN, "第一会议室", 60, _MODELS, PARTY),
    (date(2023, 7, 5), "向全国先进工作者学习报告会", Kind.CAMPAIGN, "学术报告厅", 240, _MODELS, PARTY),
    (date(2023, 3, 24), "职工自由之夜：电影", Kind.CARE, "学术报告厅", 120, _EVENINGS, []),
    (date(2023, 6, 30), "职工自由之夜：读书", Kind.CARE, "职工书屋", 38, _EVENINGS, []),
    (date(2023, 9, 22), "职工自由之夜：音乐", Kind.CARE, "职工活动室", 85, _EVENINGS, []),
    (date(2023, 11, 24), "职工自由之夜：手工", Kind.CARE, "职工活动室", 44, _EVENINGS, []),
    (date(2023, 9, 6), "职工健康咨询", Kind.HEALTH, "健康管理中心", 150, {"theme": Theme.WELLBEING},
     [("健康管理科", Sector.DEPARTMENT, "提供咨询"), ("心理科", Sector.DEPARTMENT, "提供咨询")]),
    (date(2023, 8, 11), "企业工会工作调研", Kind.RESEARCH, "滨江工业园", 16,
     {"is_outing": True, "safety_plan": "集体乘车，专人带队，当日往返。"},
     [("示范制药公司", Sector.ENTERPRISE, "共同调研"), ("示范器械公司", Sector.ENTERPRISE, "共同调研")]),
]
# fmt: on


def _facts(title: str, kind: str, venue: str, **more: Any) -> dict[str, Any]:
    return {
        "title": title,
        "kind": kind,
        "venue": venue,
        "theme": Theme.CULTURE,
        "plan": f"{title}由工会办公室组织，各分工会协助。",
        "notice": f"欢迎职工参加{title}。",
    } | more
