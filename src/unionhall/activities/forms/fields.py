"""Fields that take staff numbers and give persons."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.kernel.text import folded
from unionhall.people.models import Person

MOST_PEOPLE = 3000
YUAN = {"min_value": 0, "max_digits": 12, "decimal_places": 2}


def optional(choices: type) -> list[tuple[str, Any]]:
    """Choices with an empty one before them."""
    return [("", gettext_lazy("不填")), *choices.choices]


def found(text: str) -> list[Person]:
    """The people whose staff numbers stand in a text, in its order; raises ValidationError naming the unknown ones."""
    numbers = [number for number in re.split(r"[\s,，、;；]+", folded(text)) if number]
    if len(numbers) > MOST_PEOPLE:
        raise ValidationError(_("一次至多录入%(count)s人，请分批或用表格导入。") % {"count": MOST_PEOPLE})
    people = {person.staff_no: person for person in Person.objects.filter(staff_no__in=numbers)}
    unknown = [number for number in numbers if number not in people]
    if unknown:
        raise ValidationError(_("花名册里没有这些工号：%(numbers)s。") % {"numbers": "、".join(unknown[:10])})
    return [people[number] for number in dict.fromkeys(numbers)]


class PeopleField(forms.CharField):
    """Staff numbers, any separator, cleaned to persons."""

    widget = forms.Textarea(attrs={"rows": 4})

    def clean(self, value: Any) -> list[Person]:
        return found(super().clean(value))


class PersonField(forms.CharField):
    """One staff number, cleaned to the person."""

    def clean(self, value: Any) -> Person | None:
        text = super().clean(value)
        people = found(text)
        if len(people) > 1:
            raise ValidationError(_("请只填一个工号。"))
        return people[0] if people else None
