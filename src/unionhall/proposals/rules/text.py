"""The words of a proposal: its three parts, its points, and what resembles it."""

import re
from collections.abc import Mapping
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.proposals.rules.articles import clause
from unionhall.search.tokens import pairs, runs

PARTS = {
    "title": gettext_lazy("案由"),
    "grounds": gettext_lazy("理由"),
    "remedy": gettext_lazy("具体建议"),
}
_ORDINAL = re.compile(r"^\s*(?:[（(]?[0-9一二三四五六七八九十]+[）)、.．]|[-–·•])\s*")


def parts_problem(text: Mapping[str, str]) -> str | None:
    """Why a text cannot be submitted, or None: matter, grounds and remedy, each of them (PRO-03)."""
    missing = [str(label) for name, label in PARTS.items() if not text[name].strip()]
    if not missing:
        return None
    return _("提案须有案由、理由、具体建议三部分，还缺：%(parts)s%(clause)s。") % {
        "parts": _("、").join(missing),
        "clause": clause("PRO-03"),
    }


def points(remedy: str) -> list[str]:
    """What a remedy asks for, point by point (条): a line each, without its ordinal."""
    lines = (_ORDINAL.sub("", line).strip() for line in remedy.splitlines())
    return [line for line in lines if line]


def _pairs(text: str) -> frozenset[str]:
    return frozenset(pair for run in runs(text) for pair in ([run] if run.isascii() else pairs(run)))


def likeness(one: str, other: str) -> Fraction:
    """How much two texts share: pairs of characters in both ÷ pairs in either (Jaccard), from 0 to 1; 0 for empty ones."""
    left, right = _pairs(one), _pairs(other)
    return Fraction(len(left & right), len(left | right)) if left | right else Fraction(0)
