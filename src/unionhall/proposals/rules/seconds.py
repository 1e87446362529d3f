"""How many must stand behind a proposal, and who must agree to take it back."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from unionhall.proposals.rules.articles import clause


def seconds_problem(confirmed: int, least: int, cited: str) -> str | None:
    """Why there are too few seconders, or None (PRO-02); `cited` is the clause of the rulebook."""
    if confirmed >= least:
        return None
    return _("提案须有%(least)s名代表附议，对现在这一稿已确认%(confirmed)s名，还差%(gap)s名（%(cited)s，PRO-02）。") % {
        "least": least,
        "confirmed": confirmed,
        "gap": least - confirmed,
        "cited": cited,
    }


def consent_problem(waiting: Collection[str]) -> str | None:
    """Why a proposal cannot be withdrawn, or None: every seconder consents (PRO-04)."""
    if not waiting:
        return None
    return _("撤回提案须全体附议人同意，还没有同意的：%(names)s%(clause)s。") % {
        "names": _("、").join(sorted(waiting)),
        "clause": clause("PRO-04"),
    }
