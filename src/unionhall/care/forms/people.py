"""Several people typed or pasted at once."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from unionhall.kernel.text import folded
from unionhall.people.models import Person

MOST = 3000


class PeopleWithWords(forms.CharField):
    """A line for each person, staff number and words, cleaned to pairs in their order; one query."""

    widget = forms.Textarea(attrs={"rows": 4})

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        self.most = most  # characters of the words
        super().__init__(**kwargs)

    def clean(self, value: Any) -> list[tuple[Person, str]]:
        lines = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        pairs = [[*re.split(r"[\s,，:：]+", line, maxsplit=1), ""][:2] for line in lines]
        people = _people([number for number, _words in pairs])
        for number, words in pairs:
            if not 2 <= len(words) <= self.most:
                text = _("请在工号%(number)s后面写2到%(most)s个字的理由。")
                raise ValidationError(text % {"number": number, "most": self.most})
        return [(people[number], words) for number, words in pairs]


class SomePeople(forms.CharField):
    """Staff numbers with anything between them, cleaned to persons in their order; one query."""

    widget = forms.Textarea(attrs={"rows": 4})

    def clean(self, value: Any) -> list[Person]:
        numbers = list(dict.fromkeys(filter(None, re.split(r"[\s,，、;；]+", folded(super().clean(value))))))
        people = _people(numbers)
        return [people[number] for number in numbers]


def _people(numbers: list[str]) -> dict[str, Person]:
    """Who has these staff numbers; one nobody has is said, and so are too many, of whom none is left out in silence."""
    if len(numbers) > MOST:
        raise ValidationError(_("一次至多录入%(count)s人，请分批或用表格导入。") % {"count": MOST})
    people = {one.staff_no: one for one in Person.objects.filter(staff_no__in=numbers)}
    if unknown := [number for number in numbers if number not in people]:
        raise ValidationError(_("花名册里没有这些工号：%(numbers)s。") % {"numbers": "、".join(unknown[:10])})
    return people
