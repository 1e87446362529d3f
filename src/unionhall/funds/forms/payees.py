"""Who is paid, typed one a line: a staff number or a name, the amount, and words."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from unionhall.funds.plain import Payee
from unionhall.kernel.money import to_fen
from unionhall.kernel.text import folded
from unionhall.people.models import Person

MOST_LINES = 3000


class PayeesField(forms.CharField):
    """Lines `00012 500 说明` or `利民商店，1200.50，水杯` cleaned to payees; `goods` says the amounts are value of goods."""

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
        return [self._payee(who, amount, text, people.get(who)) for who, amount, text in typed]

    def _payee(self, who: str, amount: Decimal, text: str, person: Person | None) -> Payee:
        name = person.name if person else who
        amounts = {"goods" if self.goods else "cash": to_fen(amount)}
        return Payee(person=person, name=name, text=text, **amounts)


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
    parts = re.split(r"[\s,，;；]+", line.strip(), maxsplit=2)
    if len(parts) < 2:
        raise ValidationError(_("“%(line)s”这一行请写：收款方 金额 说明。") % {"line": line.strip()})
    return parts[0][:80], _amount(parts[1], line), parts[2][:100] if len(parts) > 2 else ""


def _amount(text: str, line: str) -> Decimal:
    try:
        amount = Decimal(text.removesuffix("元"))
        to_fen(amount)
    except (InvalidOperation, ValueError, OverflowError):
        amount = Decimal(0)
    if not 0 < amount < 10**9:
        raise ValidationError(_("“%(line)s”这一行的金额应是大于零、写到分为止的数。") % {"line": line.strip()})
    return amount


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
