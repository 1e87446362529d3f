"""What a joint meeting between sessions may not do in the place of the congress (CON-21, Shanghai regulations art. 25)."""

from django.utils.translation import gettext as _

from unionhall.congress.rules.powers import NEEDS, Power, VoteKind, is_heard


def agreement_problem(power: str) -> str | None:
    """Why a joint meeting cannot settle a matter under this power, or None: what the congress votes on, it votes on itself."""
    if is_heard(power):
        return None
    needs = NEEDS[power]
    return _(
        "“%(power)s”事项须由代表大会%(vote)s，联席会议不能代替（职代会条例第二十五条、%(article)s，CON-21）。"
        "可以选“提请大会审议”，或召开临时会议。"
    ) % {
        "power": Power(power).label,
        "vote": VoteKind(needs.vote).label,
        "article": str(needs.article).removeprefix("职代会条例"),
    }
