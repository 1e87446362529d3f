"""Between sessions: a joint meeting in May, which settles what it may and sends on what the congress has to pass."""

from datetime import date, timedelta

from unionhall.congress import services
from unionhall.congress.kinds import Gathering, Outcome
from unionhall.congress.models import Term
from unionhall.congress.rules.powers import Power
from unionhall.demo.world import World
from unionhall.kernel import clock

HELD = date(2023, 6, 15)
MATTERS = (
    ("夏季作息时间调整", Power.DELIBERATE, Outcome.AGREED, "同意自七月一日起实行夏季作息，急诊和病房按排班执行。"),
    ("补充医疗互助实施办法", Power.APPROVE, Outcome.REFERRED, "会议作了讨论，提请下次大会审议通过。"),
)


def meet(world: World, term: Term) -> None:
    """Called a week before, held with most of those called."""
    clerk = world.users["clerk"]
    with clock.pinned(HELD - timedelta(days=7)):
        meeting = services.call_joint(
            by=clerk,
            term=term,
            kind=Gathering.JOINT,
            held_on=HELD,
            venue="行政楼会议室",
            cause="夏季作息须在下次大会以前确定。",
        )
        matters = [
            services.add_matter(meeting, by=clerk, title=one, power=power) for one, power, _end, _said in MATTERS
        ]
    with clock.pinned(clock.on(HELD, 15)):
        services.note_presence(meeting, by=clerk, participants=list(meeting.participants.all())[1:])
        for matter, (_title, _power, outcome, said) in zip(matters, MATTERS, strict=True):
            services.settle(meeting, by=clerk, matter=matter, outcome=outcome, conclusion=said)
        services.close_joint(meeting, by=clerk, minutes="会议讨论了列入的事项，形成处理意见一项，提请大会审议一项。")
