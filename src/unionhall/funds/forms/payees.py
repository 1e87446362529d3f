"""Who is paid, typed one a line: a staff number or a name, the amount, and words."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from unionhall.funds.plain import Payee
from unionhall.funds.services.spending import LARGEST
from unionhall.kernel import clock
from unionhall.kernel.money import shown as in_figures
from unionhall.kernel.money import to_fen, to_yuan
from unionhall.kernel.text import folded
from unionhall.people.models import Person

MOST_LINES = 3000
LONGEST_NAME, LONGEST_TEXT = 80, 100
MOST = to_yuan(LARGEST)
# Payee, amount, words. Where a comma ends the payee, none may stand in the amount; where one ends the amount, no digit follows it.
LINE = re.compile(
    r"(?P<who>[^\s,;]+)"
    r"(?:[\s;]+¥?(?P<thousands>\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?)|[\s,;]+¥?(?P<plain>\d+(?:\.\d{1,2})?))元?"
    r"(?:(?:[\s;]+|\s*,\s*(?!\d))(?P<text>.*))?"
)
COMMAS = re.compile(r"\d,\d")
STAFF_NO = re.compile(r"[A-Za-z]{0,3}\d{3,}")  # what is only a number is nobody's name


class PayeesField(forms.CharField):
    """Lines `00012 500 说明`, `利民商店 1,200.50` or `利民商店，1200.50，水杯` cleaned to payees; `goods`: of that value.

    A line that might be read in two ways is refused, and so is a staff number nobody has.
    """

    widget = forms.Textarea(attrs={"rows": 5})

    def __init__(self, *, goods: bool = False, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.goods = goods

    def clean(self, value: Any) -> list[Payee]:
        lines = [line for line in folded(super().clean(value)).splitlines() if line.strip()]
        if len(lines) > MOST_LINES:
            raise ValidationError(_("一笔申请至多%(count)s行，请分开申请。") % {"count": MOST_LINES})
        typed = [_parts(line) for line in lines]
        people = _people({who for who, _amount, _text in typed})
        _check_known({who for who, _amount, _text in typed} - people.keys())
        return [self._payee(who, amount, text, people.get(who)) for who, amount, text in typed]

    def _payee(self, who: str, amount: Decimal, text: str, person: Person | None) -> Payee:
        name = person.name if person else who
        amounts = {"goods" if self.goods else "cash": to_fen(amount)}
        return Payee(person=person, name=name, text=text, **amounts)


class DayToCome(forms.DateField):
    """The day money is needed: today or later, or nobody could still see to it."""

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and value < clock.today():
            raise ValidationError(_("用款日期早于今天，请核对。"))


def shown(payees: Any, *, goods: bool) -> str:
    """The lines of payees as they are typed."""
    return "\n".join(
        " ".join(
            [one.person.staff_no if one.person else one.name, str(one.goods if goods else one.cash), one.text]
        ).strip()
        for one in payees
        if (one.goods if goods else one.cash)
    )


def _parts(line: str) -> tuple[str, Decimal, str]:
    line = line.strip()
    parts = LINE.fullmatch(line)
    if parts is None:
        raise ValidationError(_misread(line) % {"line": line})
    text = (parts["text"] or "").strip()
    if len(parts["who"]) > LONGEST_NAME or len(text) > LONGEST_TEXT:
        raise ValidationError(
            _("“%(line)s”这一行太长：收款方至多%(name)s个字，说明至多%(text)s个字。")
            % {"line": line[:40], "name": LONGEST_NAME, "text": LONGEST_TEXT}
        )
    return parts["who"], _amount(parts["thousands"] or parts["plain"], line), text


def _misread(line: str) -> str:
    """What to say of a line that is not certain to mean what it seems to."""
    if COMMAS.search(line):
        return _("“%(line)s”这一行的逗号看不出是千分位还是分隔，请用空格隔开：收款方 1,200.00 说明。")
    if re.search(r"\S[\s,;]+\S", line):
        return _("“%(line)s”这一行的金额应是大于零、写到分为止的数，例如 1,200.00。")
    return _("“%(line)s”这一行请写：收款方 金额 说明。")


def _amount(text: str, line: str) -> Decimal:
    amount = Decimal(text.replace(",", ""))
    if amount > MOST:
        raise ValidationError(
            _("“%(line)s”这一行的金额超过上限%(most)s元，请核对。") % {"line": line, "most": in_figures(MOST)}
        )
    if not amount:
        raise ValidationError(_("“%(line)s”这一行的金额应大于零。") % {"line": line})
    return amount


def _check_known(strangers: set[str]) -> None:
    """A staff number nobody has is no supplier either."""
    for who in sorted(strangers):
        if STAFF_NO.fullmatch(who):
            raise ValidationError(_("花名册上没有找到工号“%(who)s”（或已离职），请核对。") % {"who": who})


def _people(typed: set[str]) -> dict[str, Person]:
    """Who of those typed is on the roster: by staff number, or by a name only one person has."""
    known: dict[str, Person] = {}
    twice: set[str] = set()
    for person in Person.objects.filter(Q(staff_no__in=typed) | Q(name__in=typed), left_on=None):
        for key in {person.staff_no, person.name} & typed:
            twice |= {key} & known.keys()
            known[key] = person
    if twice:
        raise ValidationError(_("花名册上不止一位“%(name)s”，请填工号。") % {"name": min(twice)})
    return known
