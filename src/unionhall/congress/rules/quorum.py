"""Whether enough delegates are there, said with the numbers (CON-14, G-03)."""

from fractions import Fraction

from django.utils.translation import gettext as _

from unionhall.ballots.rules.counting import quorum_needed, quorum_reached

__all__ = ["problem", "quorum_needed", "quorum_reached"]


def problem(present: int, entitled: int, share: Fraction, clause: str) -> str | None:
    """Why a session with `present` of `entitled` delegates may neither sit nor vote, or None; the share is inclusive."""
    if not entitled:
        return _("名册上还没有代表，不能开会。")
    if quorum_reached(present, entitled, share):
        return None
    least = quorum_needed(entitled, share)
    return _(
        "到会代表%(present)s人，未达全体代表%(entitled)s人的%(share)s（%(least)s人），不能开会和表决（%(clause)s）。"
        "再签到%(missing)s人即可。"
    ) % {
        "present": present, "entitled": entitled, "share": f"{share.numerator}/{share.denominator}", "least": least,
        "clause": clause, "missing": least - present,
    }  # fmt: skip
