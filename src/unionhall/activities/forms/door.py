"""Who came, as the paper at the door says it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.activities.forms.fields import PeopleField
from unionhall.activities.models import Entry
from unionhall.pages.forms import StepForm


class Sheet(models.TextChoices):
    """What the staff numbers on a sheet stand for."""

    CAME = "came", gettext_lazy("下列工号的人到了")
    ABSENT = "absent", gettext_lazy("报名的人都到了，下列工号除外")


class SheetForm(StepForm):
    """Who of those entered came; cleaned to the persons themselves."""

    means = forms.ChoiceField(label=gettext_lazy("签到表"), choices=Sheet, widget=forms.RadioSelect, initial=Sheet.CAME)
    people = PeopleField(
        label=gettext_lazy("工号"),
        required=False,
        help_text=gettext_lazy("一行一个，或用逗号、空格隔开；也可以从表格里整列粘贴。"),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        listed = cleaned.get("people", [])
        places = Entry.objects.filter(item__activity=self.obj).signed_up().select_related("person").order_by("pk")
        entered = {entry.person_id: entry.person for entry in places}
        strangers = [person.staff_no for person in listed if person.pk not in entered]
        if not listed and cleaned.get("means") == Sheet.CAME:
            self.add_error("people", _("请填到场人员的工号。"))
        if strangers:
            raise ValidationError(
                _("这些工号没有报名，请先录入名单：%(numbers)s。") % {"numbers": "、".join(strangers[:10])}
            )
        if cleaned.get("means") == Sheet.CAME:
            return {"people": listed}
        return {"people": [person for key, person in entered.items() if key not in {one.pk for one in listed}]}
