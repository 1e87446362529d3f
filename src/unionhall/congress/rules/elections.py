"""How delegates are elected and recalled in their constituency (CON-13, Shanghai regulations arts. 15 and 19)."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

CLAUSE = "CON-13"


def election_problem(*, staff: int, came: int, votes: int) -> str | None:
    """Why an election is void: two thirds of the constituency take part, and half of all its staff, inclusive, agree."""
    if came > staff:
        return _("参加选举%(came)s人，多于选区职工%(staff)s人，请核对。") % {"came": came, "staff": staff}
    if votes > came:
        return _("得票%(votes)s张，多于参加选举的%(came)s人，请核对。") % {"votes": votes, "came": came}
    if came * 3 < staff * 2:
        return _(
            "选区职工%(staff)s人，参加选举%(came)s人，未达三分之二（%(least)s人），选举无效（职代会条例第十五条，CON-13）。"
        ) % {"staff": staff, "came": came, "least": -(-staff * 2 // 3)}
    return _short_of_half(staff, votes, pgettext("congress", "当选"), _("职代会条例第十五条"))


def recall_problem(*, staff: int, votes: int) -> str | None:
    """Why a recall does not take effect: half of all staff of the old constituency, inclusive, have to agree."""
    if votes > staff:
        return _("同意%(votes)s人，多于选区职工%(staff)s人，请核对。") % {"votes": votes, "staff": staff}
    return _short_of_half(staff, votes, _("撤换"), _("职代会条例第十九条"))


def _short_of_half(staff: int, votes: int, what: str, article: str) -> str | None:
    if staff and votes * 2 >= staff:
        return None
    return _("选区职工%(staff)s人，同意%(votes)s人，未达半数（%(least)s人），不能%(what)s（%(article)s，CON-13）。") % {
        "staff": staff, "votes": votes, "least": -(-staff // 2), "what": what, "article": article,
    }  # fmt: skip
