"""Hardship files: asked for, verified at home, decided, announced without a name, filed, reviewed, left (CARE-01 to CARE-07)."""

from unionhall.care.services.hardship.asking import add_paper, apply, describe, withdraw
from unionhall.care.services.hardship.confirming import confirm
from unionhall.care.services.hardship.deciding import agree, announce, put_on_file, refuse, verify
from unionhall.care.services.hardship.household import add_kin, change_kin, drop_kin
from unionhall.care.services.hardship.knowing import look, measure, open_paper, visit_home
from unionhall.care.services.hardship.reviewing import keep_grade, lift, review

__all__ = [
    "add_kin",
    "add_paper",
    "agree",
    "announce",
    "apply",
    "change_kin",
    "confirm",
    "describe",
    "drop_kin",
    "keep_grade",
    "lift",
    "look",
    "measure",
    "open_paper",
    "put_on_file",
    "refuse",
    "review",
    "verify",
    "visit_home",
    "withdraw",
]
