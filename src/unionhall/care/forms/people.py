"""Several people typed or pasted at once."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from unionhall.kernel.text import folded
from unionhall.people.models import Person

MOST = 3000


class SomePeople(forms.CharField):
    """Staff numbers with anything between them, cleaned to persons in their order; one query."""

    widget = forms.Textarea(attrs={"rows": 4})

    def clean(self, value: Any) -> list[Person]:
        numbers = list(dict.fromkeys(filter(None, re.split(r"[\s,，、;；]+", folded(super().clean(value))))))
        if len(numbers) > MOST:
            raise ValidationError(_("一次至多录入%(count)s人，请分批或用表格导入。") % {"count": MOST})
        people = {one.staff_no: one for one in Person.objects.filter(staff_no__in=numbers)}
        unknown = [number for number in numbers if number not in people]
        if unknown:
            raise ValidationError(_("花名册里没有这些工号：%(numbers)s。") % {"numbers": "、".join(unknown[:10])})
        return [people[number] for number in numbers]
