"""Trainings, and what our people went to elsewhere."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from unionhall.activities import services
from unionhall.activities.kinds import Kind, Level, Sector, Theme
from unionhall.activities.seed.stage import Sketch, Stage, close, gather, plan
from unionhall.kernel import clock

# fmt: off
TRAININGS = [
    (date(2023, 3, 18), "心肺复苏培训", "心肺复苏", "4.0", 84, "急诊科主任医师", True, []),
    (date(2023, 5, 13), "急救技能培训", "急救", "6.0", 72, "重症医学科主任医师", True, []),
    (date(2023, 7, 8), "沟通与服务技能培训", "沟通与服务", "3.0", 48, "示范服务公司培训师", False,
     [("示范服务公司", Sector.ENTERPRISE, "共同授课")]),
    (date(2023, 11, 10), "预防传染病培训", "预防传染病", "4.0", 110, "感染科主任医师", True, []),
]
# fmt: on


def hold_trainings(stage: Stage) -> None:
    """Vocational trainings, in working time with the hospital's consent, most with a certificate."""
    for day, title, topic, hours, people, lecturer, certified, partners in TRAININGS:
        sketch = Sketch(
            day,
            {
                "title": title,
                "kind": Kind.TRAINING,
                "theme": Theme.SKILLS,
                "venue": "技能培训中心",
                "in_working_time": True,
                "employer_consent": "院长办公会同意，科室安排轮班。",
                "plan": f"{title}由工会与医务科共同组织。",
            },
            {"": stage.next(people)},
            f"{title}已完成，参加人员全部签到。",
            Decimal("1200.00"),
            partners=partners,
        )
        training = plan(stage, sketch)
        services.describe_training(training, by=stage.by, topic=topic, hours=Decimal(hours), lecturer=lecturer)
        gather(stage, training, sketch)
        if certified:
            with clock.pinned(clock.on(day, 17)):
                services.issue_certificates(training, by=stage.by, issued_on=day)
        close(stage, training, sketch)


# Held on, how many of us went (None: the young women of the mixer), and what it was.
EVENTS_ELSEWHERE: list[tuple[date, int | None, dict[str, Any]]] = [
    (
        date(2023, 5, 20),
        None,
        {
            "event": "青年联谊会",
            "edition": 2,
            "kind": Kind.FRIENDSHIP,
            "organiser": "滨江工业园",
            "level": Level.DISTRICT,
            "represents": "示范医院",
        },
    ),
    (
        date(2023, 6, 10),
        12,
        {
            "event": "全区健身运动会",
            "kind": Kind.SPORTS_MEET,
            "organiser": "示范区总工会",
            "level": Level.DISTRICT,
            "represents": "卫生系统",
            "selection": "院内选拔，按成绩取前12名",
        },
    ),
    (
        date(2023, 4, 22),
        24,
        {
            "event": "示范医学院运动会",
            "kind": Kind.SPORTS_MEET,
            "organiser": "示范医学院",
            "level": Level.SYSTEM,
            "represents": "示范医院",
            "outcome": "团体总分第二",
            "placings": [("4×100米接力", 2), ("跳远", 1), ("铅球", 3), ("团体总分", 2)],
        },
    ),
    (
        date(2023, 8, 19),
        18,
        {
            "event": "清水河漂流节",
            "kind": Kind.OUTING,
            "organiser": "清水河旅游协会",
            "level": Level.CITY,
            "represents": "车迷协会",
        },
    ),
]


def send_out(stage: Stage) -> None:
    """The mixer, the medical college's meet, the district's fitness games, the rafting festival."""
    young = stage.women(15, born_after=date(1990, 1, 1))
    for held_on, size, facts in EVENTS_ELSEWHERE:
        members = young if size is None else stage.next(size)
        with clock.pinned(held_on + timedelta(days=2)):
            services.register_external_team(by=stage.by, members=members, held_on=held_on, **facts)
