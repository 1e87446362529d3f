"""What a visit needs to be one: two people, a day that has been, goods with a name."""

from collections.abc import Hashable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from unionhall.care.kinds.words import LAST_DAY_BEFORE
from unionhall.care.rules.kind import kind_problem
from unionhall.pages.values import day

LEAST = 2  # visitors: the practice of the five visits everywhere; no statute says it


def visitors_problem(visitors: Sequence[Hashable], person: Hashable) -> str | None:
    """Why these do not make a visit, or None: at least two different people, none of them the one called on."""
    if person in visitors:
        return _("被走访的职工不能同时是走访人。")
    if len(set(visitors)) < LEAST:
        return _("走访须有两人以上参加（必访制度：走访人不少于2人），现在只有%(count)s人。") % {
            "count": len(set(visitors))
        }
    return None


def day_problem(visited_on: date, today: date, happened_on: date | None, ahead: int = 0) -> str | None:
    """Why a visit cannot have been on that day, or None; what is known before may be kept `ahead` days early."""
    if visited_on > today:
        return _("走访日期在今天以后，请核对。")
    if happened_on and visited_on < happened_on - timedelta(days=ahead):
        return _("走访日期早于事情发生的日期，请核对。")
    return None


def left_problem(left_on: date | None, visited_on: date, occasion: str) -> str | None:
    """Who has left is called on no more, but for leaving itself and in memory (CARE-14); days before stay possible."""
    if left_on is None or visited_on < left_on or occasion in LAST_DAY_BEFORE:
        return None
    return _("这位职工已于%(day)s离院，此后的走访不再登记（CARE-14）；离院前的走访请填当时的日期。") % {
        "day": day(left_on)
    }


def goods_problem(goods: Decimal, goods_text: str) -> str | None:
    """Goods have a name and a value, or neither, and are no money; cash and goods stay apart."""
    if goods and not goods_text.strip():
        return _("请写明慰问品的品名和数量。")
    if goods_text.strip() and not goods:
        return _("请填写慰问品的价值，慰问金与慰问品分开计。")
    return kind_problem(goods_text)


def picture_problem(visit: Any, media: str) -> str | None:
    """A picture of a visit is kept only with the consent of whom it was made to (PIPL art. 13); papers are no pictures."""
    if visit.photo_consent or not media.startswith("image/"):
        return None
    return _("留存照片须先征得本人同意（个人信息保护法第十三条）。")


def promise_problem(text: str, due_on: date | None, visited_on: date) -> str | None:
    """A promise has a text and a day, not before the visit."""
    if text.strip() and due_on is None:
        return _("请填写承诺事项的落实期限。")
    if due_on is not None and not text.strip():
        return _("请写明承诺事项。")
    if due_on is not None and due_on < visited_on:
        return _("落实期限早于走访日期，请核对。")
    return None
