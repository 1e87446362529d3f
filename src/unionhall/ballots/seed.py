"""The demo union's polls of its office: the year's democratic appraisal, asked secretly of the delegates."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from unionhall.ballots import services
from unionhall.ballots.kinds import Way
from unionhall.ballots.models import Question
from unionhall.ballots.scales import Scale
from unionhall.demo.world import World
from unionhall.kernel import clock

OPENED_ON, CLOSED_ON = date(2023, 12, 4), date(2023, 12, 8)
APPRAISED = ("工会委员会", "经费审查委员会", "女职工委员会")
WEIGHTS = (78, 19, 3)
ANSWERS, SPEAKS = 0.93, 0.1
SAID = (
    "希望多办适合夜班职工参加的活动。",
    "提案办理的进度能随时查到，很好。",
    "食堂夜宵窗口建议延长到零点。",
    "慰问及时，感谢工会。",
    "建议增加心理咨询的时段。",
)


def seed(world: World) -> None:
    """Once everybody is there: this module comes before those who vote."""
    if not world.is_small:
        world.afterwards(lambda: _appraise(world))


def _appraise(world: World) -> None:
    chair = world.users["chair"]
    with clock.pinned(clock.on(OPENED_ON, 9)):
        poll = services.appraise(
            by=chair,
            title="2023年度工会工作民主测评",
            text="请对本年度工会工作作出评价。匿名作答，结果向全体代表公布。",
            way=Way.ANONYMOUS,
            scale=Scale.SATISFACTION,
            appraised=APPRAISED,
            roll="congress.delegates",
            asks_words=True,
            shows_result=True,
        )
        services.open(poll, by=chair)
        for entry in poll.roll.exclude(user=None).select_related("user"):
            if world.random.random() < ANSWERS:
                choices, words = _answered(world, poll.asked())
                services.cast(poll, by=entry.user, choices=choices, words=words)
    with clock.pinned(clock.on(CLOSED_ON, 17)):
        services.close(poll, by=chair)


def _answered(world: World, questions: Sequence[Question]) -> tuple[dict[UUID, list[UUID]], dict[UUID, str]]:
    """A grade for everybody appraised, and now and then a word."""
    choices, words = {}, {}
    for question in questions:
        if question.is_text:
            words[question.pk] = world.random.choice(SAID) if world.random.random() < SPEAKS else ""
        else:
            [grade] = world.random.choices(list(question.options.all()), WEIGHTS)
            choices[question.pk] = [grade.pk]
    return choices, words
