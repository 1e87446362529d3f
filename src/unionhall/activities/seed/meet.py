"""The fifth staff sports meet on May Day: 9 items, 329 person-times, 400 prizes."""

from datetime import date
from decimal import Decimal

from django.db.models import Q

from unionhall.activities import services
from unionhall.activities.kinds import Better, Kind, Occasion, Theme
from unionhall.activities.models import Activity, Entry, Item
from unionhall.activities.seed.stage import Sketch, Stage, close, gather, item, plan
from unionhall.activities.services.awards import Winner, issue_prizes
from unionhall.kernel import clock
from unionhall.people.models import Person

DAY = date(2023, 5, 1)
PIECES = 400
TEAM_ITEMS = {"拔河": (8, 10, Better.HIGHER, ""), "4×100米接力": (11, 4, Better.LOWER, "秒")}  # teams, people in each
ITEMS = {
    "跳绳": (40, Better.HIGHER, "个"),
    "立定跳远": (32, Better.HIGHER, "米"),
    "踢毽": (33, Better.HIGHER, "个"),
    "乒乓球": (28, Better.HIGHER, "分"),
    "羽毛球": (26, Better.HIGHER, "分"),
    "飞镖": (26, Better.HIGHER, "环"),
    "定点投篮": (20, Better.HIGHER, "个"),
}
AWARDS = (("一等奖", "运动背包", 1, 1, 3), ("二等奖", "运动水壶", 2, 3, 2), ("三等奖", "运动毛巾", 4, 8, 1))


def hold_meet(stage: Stage) -> Activity:
    """Hold it, with results, awards to the best eight and keepsakes up to the 400th piece."""
    sketch = _sketch(stage)
    meet = plan(stage, sketch)
    gather(stage, meet, sketch)
    with clock.pinned(clock.on(DAY, 16)):
        for one in meet.items.all():
            _judge(stage, one)
        _award(stage, meet)
        services.sign_all(meet, by=stage.by)
    close(stage, meet, sketch)
    return meet


def _sketch(stage: Stage) -> Sketch:
    branches = stage.branches()
    teams = {
        name: {f"{branch}队": people[at : at + size] for branch, people in list(branches.items())[:count]}
        for at, (name, (count, size, _better, _unit)) in zip((0, 6), TEAM_ITEMS.items(), strict=True)
    }
    athletes = stage.next(240)
    alone, start = {}, 0
    for name, (count, _better, _unit) in ITEMS.items():
        alone[name] = [athletes[(start + n) % len(athletes)] for n in range(count)]
        start += count
    about = {
        name: {"is_team": True, "team_least": size, "team_most": size, "better": better, "mark_unit": unit}
        for name, (_count, size, better, unit) in TEAM_ITEMS.items()
    }
    about |= {name: {"better": better, "mark_unit": unit} for name, (_count, better, unit) in ITEMS.items()}
    facts = {
        "title": "职工运动会",
        "series": "职工运动会",
        "edition": 5,
        "kind": Kind.SPORTS_MEET,
        "theme": Theme.CULTURE,
        "occasion": Occasion.MAY_DAY,
        "venue": "市体育中心",
        "plan": "五一当天举行，设个人项目七个、团体项目两个，按分工会组队。",
        "notice": "请各分工会于四月二十四日前报送名单。",
    }
    return Sketch(
        DAY,
        facts,
        teams | alone,
        items=about,
        cost=Decimal("18600.00"),
        summary="第五届职工运动会于五一劳动节当天举行，九个项目全部按计划完成，秩序良好，无人受伤。奖品已全部签领。",
    )


def _judge(stage: Stage, one: Item) -> None:
    """Give everybody a mark of their own, so that no place is shared."""
    sides = list(one.teams.all() if one.is_team else one.entries.all())
    marks = stage.world.random.sample(range(400, 1200), len(sides))
    services.record_results(
        one, by=stage.by, marks={side.pk: Decimal(mark) / 10 for side, mark in zip(sides, marks, strict=True)}
    )


def _award(stage: Stage, meet: Activity) -> None:
    for award, prize, first, last, quantity in AWARDS:
        stock = quantity * _placed(meet, first, last)
        stocked = services.stock_prize(meet, by=stage.by, name=prize, stock=stock, unit_price=Decimal("20.00"))
        for one in meet.items.all():
            services.award(
                meet, by=stage.by, prize=stocked, item=one, first=first, last=last, quantity=quantity, name=award
            )
    issued = sum(meet.prize_issues.values_list("quantity", flat=True))
    keepsake = services.stock_prize(meet, by=stage.by, name="纪念徽章", stock=PIECES - issued, is_keepsake=True)
    issue_prizes(
        keepsake,
        by=stage.by,
        winners=[Winner(person, 1, award="纪念品") for person in _athletes(meet)[: PIECES - issued]],
    )


def _placed(meet: Activity, first: int, last: int) -> int:
    """How many person-times won a place from `first` to `last`."""
    places = (first, last)
    placed = Q(result__rank__range=places) | Q(team__result__rank__range=places)
    return Entry.objects.filter(placed, item__activity=meet).count()


def _athletes(meet: Activity) -> list[Person]:
    ids = item(meet, "拔河").activity.items.values_list("entries__person", flat=True).distinct()
    return list(Person.objects.filter(pk__in=ids).order_by("staff_no"))
