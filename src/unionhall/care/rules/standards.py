"""What may be given: caps, membership, relatives, form and source over plain values (CARE-12 to CARE-15, 总工办发〔2017〕32号)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from unionhall.care.kinds.words import EVERYBODYS, Form, Occasion, Relation, Source
from unionhall.kernel.money import shown
from unionhall.pages.values import day


@dataclass(frozen=True)
class Bound:
    """One line of a standard as plain values; None where there is no bound. Every amount is inclusive (G-01)."""

    name: str
    clause: str
    once: Decimal
    year: Decimal | None = None
    times: int | None = None
    for_relatives: bool = False
    form: str = Form.ANY


@dataclass(frozen=True)
class Ask:
    """What is to be given to one person: how much in which form, for whom, out of whose money, and what went before."""

    cash: Decimal = Decimal(0)
    goods: Decimal = Decimal(0)
    relation: str = Relation.SELF
    source: str = Source.UNION
    is_member: bool = True
    is_retired: bool = False
    spent: Decimal = Decimal(0)
    times: int = 0

    @property
    def total(self) -> Decimal:
        """Cash and goods together: what a cap bounds."""
        return self.cash + self.goods


def no_standard(occasion: str) -> str:
    """That nothing of the union's own money may be given on an occasion yet, and who changes that where."""
    return _(
        "“%(name)s”没有现行的慰问标准，不能发放。请工会办公室在“慰问标准”里采用省级标准；"
        "省级标准没有这一项的，拟定本会标准，由主席或副主席批准（CARE-15）。"
    ) % {"name": Occasion(occasion).label}


def begins_problem(valid_from: date, today: date, last_given: date | None) -> str | None:
    """Why a line somebody typed cannot begin on a day, or None: not in a year whose sums are reckoned, and not on or before
    `last_given`, the last day on which something was given on this occasion under what bound then (G-09)."""
    if valid_from.year < today.year:
        return _("慰问标准按年度执行、不溯及既往，起始日期最早是%(day)s（CARE-15，G-09）。") % {
            "day": day(date(today.year, 1, 1))
        }
    if last_given and valid_from <= last_given:
        return _(
            "这一事由%(day)s已按当时的标准慰问过，标准不溯及既往，新标准只能从其后的日期起执行（CARE-15，G-09）。"
        ) % {"day": day(last_given)}
    return None


def problem(ask: Ask, bounds: Sequence[Bound]) -> str | None:
    """Why this may not be given, in words that quote the clause, or None; every bound must hold, and the
    strictest is named (G-09)."""
    strict = sorted(bounds, key=lambda bound: bound.once)
    return about_the_person(ask) or next((found for bound in strict if (found := _beyond(ask, bound))), None)


def about_the_person(ask: Ask) -> str | None:
    """Why nothing may be given to this person out of this source, whatever the amount (CARE-14)."""
    if ask.cash < 0 or ask.goods < 0:
        return _("慰问金和慰问品价值不能是负数。")
    if ask.is_retired and ask.source == Source.UNION:
        return _("离退休人员的慰问从离退休公用经费列支，不用工会经费（CARE-14）。请改选资金来源。")
    if not ask.is_member and ask.source == Source.UNION:
        return _("工会经费的慰问对象须是在会会员（CARE-14）。请先办理入会，或改选资金来源。")
    return None


def relief_problem(occasion: str, source: str) -> str | None:
    """Why relief may not pay for this, or None: it is for hardship, illness, disaster and the front line, not for what
    everybody is given alike (CARE-09, CARE-11)."""
    if source != Source.RELIEF or occasion not in EVERYBODYS:
        return None
    return _(
        "“%(name)s”是人人都有的慰问，送温暖资金只用于困难、患病、受灾和坚守一线等对象，不得扩大范围"
        "（送温暖资金管理办法，CARE-09、CARE-11）。请改选资金来源。"
    ) % {"name": Occasion(occasion).label}


def _beyond(ask: Ask, bound: Bound) -> str | None:
    if ask.relation != Relation.SELF and not bound.for_relatives:
        return _say(_("“%(name)s”的标准只及于本人，不含亲属（%(clause)s）。"), bound)
    if ask.cash and bound.form == Form.GOODS:
        return _say(_("“%(name)s”只能发放慰问品，不得发放慰问金、购物卡、代金券（%(clause)s）。"), bound)
    if ask.total > bound.once:
        text = _("“%(name)s”每次不超过%(cap)s元，这次是%(asked)s元（%(clause)s）。")
        return _say(text, bound, cap=shown(bound.once), asked=shown(ask.total))
    if bound.times is not None and ask.times >= bound.times:
        text = _("“%(name)s”每人每年不超过%(times)s次，今年已有%(had)s次（%(clause)s）。")
        return _say(text, bound, times=bound.times, had=ask.times)
    if bound.year is not None and ask.spent + ask.total > bound.year:
        text = _("“%(name)s”每人每年不超过%(cap)s元，今年已发%(spent)s元，再发%(asked)s元就超过了（%(clause)s）。")
        return _say(text, bound, cap=shown(bound.year), spent=shown(ask.spent), asked=shown(ask.total))
    return None


def _say(text: str, bound: Bound, **values: Any) -> str:
    return text % {"name": bound.name, "clause": bound.clause, **values}


def strictest(bounds: Iterable[Bound]) -> Bound:
    """The bound that lets the least be given at once: the one a page shows before anything is typed (G-09)."""
    return min(bounds, key=lambda bound: bound.once)


def room(bounds: Iterable[Bound], total: Decimal) -> tuple[Decimal | None, int | None]:
    """What may have been spent, and how often, before `total` is given: the guard of the UPDATE. None: no bound."""
    years = [bound.year - total for bound in bounds if bound.year is not None]
    times = [bound.times for bound in bounds if bound.times is not None]
    return min(years, default=None), min(times, default=None)
