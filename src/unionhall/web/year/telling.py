"""Which figures tell a room's year. A key no module has declared is passed over, so that a room may come later."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Telling:
    """Up to three figures, and the one that is drawn month by month."""

    figures: tuple[str, ...] = ()
    months: str = ""


TELLING = {
    "人": Telling(("people.members", "people.new_members", "people.join_rate"), "people.new_members"),
    "会": Telling(("congress.people", "proposals.received", "proposals.reply_rate")),
    "暖": Telling(("care.visits", "care.visit_rate", "care.donated"), "care.visits"),
    "活": Telling(("activities.held", "activities.entries", "activities.people"), "activities.entries"),
    "账": Telling(("funds.income", "funds.spending", "funds.money"), "funds.spending"),
}
