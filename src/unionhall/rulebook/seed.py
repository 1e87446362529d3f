"""What the demo union decided for itself: two values, by the verb the page calls."""

from datetime import date

from unionhall.demo.world import World
from unionhall.kernel import clock
from unionhall.rulebook import services
from unionhall.rulebook.registry import Checked

DECIDED_ON = date(2023, 1, 25)
CONGRESS = "示范医院工会第三届二次职工代表大会决议"


def seed(world: World) -> None:
    """The congress of January shortens the replies to proposals and lowers what winter warmth may give at a time."""
    if world.is_small:
        return
    with clock.pinned(DECIDED_ON):
        for key, text, article, reason in (
            ("proposals.reply_days", "45", "第三项", "提案办理两年来平均用时三十余天，缩短答复期限"),
            ("care.relief_cap_once", "2000", "第五项", "与本会经费状况相适应"),
        ):
            services.amend(
                key,
                by=world.system,
                text=text,
                valid_from=date(2023, 2, 1),
                source=CONGRESS,
                article=article,
                checked=Checked.LAW,
                reason=reason,
            )
