"""What is asked about aid, covers and claims."""

from datetime import timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from unionhall.care.forms.hardship import PRIVATE
from unionhall.care.kinds.aid import AidKind, Guardian, Plan
from unionhall.care.kinds.hardship import Kin
from unionhall.care.kinds.words import Source
from unionhall.care.models import Cover, LifeEvent
from unionhall.care.rules.aid import consent_problem
from unionhall.kernel import clock
from unionhall.pages.forms import PickField, StepForm, one_of
from unionhall.pages.values import day
from unionhall.people.forms.fields import OnePerson, PastDay
from unionhall.people.selectors import person_of

LATELY = timedelta(days=366)
YUAN = {"max_digits": 12, "decimal_places": 2}
FOR_CHILD = _("助学填写；不满14周岁的还须填监护人和同意日期（个人信息保护法第三十一条）。")


class OwnAidForm(StepForm):
    """Aid somebody asks for themselves."""

    kind = forms.ChoiceField(label=_("类别"), choices=one_of(AidKind))
    event_on = PastDay(label=_("事由发生日期"))
    reason = forms.CharField(label=_("申请理由"), min_length=4, widget=forms.Textarea, help_text=_("加密保存。"))
    cash = forms.DecimalField(label=_("申请金额（元）"), initial=0, **YUAN)
    child_name = forms.CharField(
        label=_("子女姓名"), required=False, max_length=60, widget=forms.TextInput(attrs=PRIVATE), help_text=FOR_CHILD
    )
    child_born = PastDay(label=_("子女出生日期"), required=False)
    school = forms.CharField(label=_("就读学校"), required=False, max_length=60, widget=forms.TextInput(attrs=PRIVATE))
    guardian = forms.ChoiceField(label=_("监护人"), required=False, choices=[("", _("不填")), *Guardian.choices])
    guardian_consented_on = PastDay(label=_("监护人同意日期"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        cleaned.setdefault("person", person_of(self.user))
        if cleaned["person"] is None:
            raise forms.ValidationError(_("您的账号不在花名册上，请联系工会办公室。"))
        if cleaned.get("kind") == AidKind.EDUCATION:
            self._check_child(cleaned)
        return cleaned

    def _check_child(self, cleaned: dict[str, Any]) -> None:
        """What education aid has to know, said beside the field it is missing from."""
        for name in ("child_name", "child_born"):
            if name not in self.errors and not cleaned.get(name):
                self.add_error(name, gettext("助学请填写子女姓名和出生日期。"))
        if self.errors:
            return
        consent = {"guardian": cleaned["guardian"], "consented_on": cleaned["guardian_consented_on"]}
        if problem := consent_problem(cleaned["child_born"], clock.today(), **consent):
            self.add_error("guardian_consented_on" if cleaned["guardian"] else "guardian", problem)


class AidForm(OwnAidForm):
    """Aid the office writes down for somebody."""

    person = OnePerson(label=_("受助人"))
    source = forms.ChoiceField(
        label=_("资金来源"), choices=[one for one in Source.choices if one[0] != Source.DRIVE], initial=Source.RELIEF,
        help_text=_("送温暖资金每笔标明来源（CARE-08）。"),
    )  # fmt: skip
    event = PickField(
        lambda user: lately_told(user),
        offered=lambda event: _said(event),
        label=_("职工事件"),
        required=False,
        help_text=_("同一件事不得从两个来源重复发放（CARE-13）。"),
    )
    goods = forms.CharField(label=_("慰问品"), required=False, max_length=100)
    goods_worth = forms.DecimalField(label=_("慰问品价值（元）"), initial=0, **YUAN)
    field_order = ("person", "kind", "event", "event_on", "reason", "source", "cash", "goods", "goods_worth")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        person, event = cleaned.get("person"), cleaned.get("event")
        if person and event and event.person_id != person.pk:
            words = gettext("%(number)s是%(whose)s的事，不是%(name)s的，请重选。")
            names = {"number": event.number, "whose": event.person.name, "name": person.name}
            self.add_error("event", words % names)
        return cleaned


def lately_told(user: Any) -> QuerySet[LifeEvent]:
    """What was told of the last year, newest first."""
    since = clock.today() - LATELY
    told = LifeEvent.objects.visible_to(user).standing().filter(happened_on__gte=since)
    return told.select_related("person").order_by("-happened_on", "-number")


def _said(event: LifeEvent) -> str:
    return f"{event.person.name} {event.get_kind_display()} {day(event.happened_on)}（{event.number}）"


class EnrolForm(StepForm):
    """Who is covered, by what, from when to when."""

    plan = forms.ChoiceField(label=_("险种"), choices=Plan)
    person = OnePerson(
        label=_("参保人"), required=False, help_text=_("不填则为今天全体在会、在职的会员登记，女职工险种只登记女职工。")
    )
    began_on = forms.DateField(label=_("生效日期"))
    ends_on = forms.DateField(label=_("到期日期"))
    premium = forms.DecimalField(label=_("每人保费（元）"), initial=0, **YUAN)
    is_paid_by_union = forms.BooleanField(label=_("由工会缴费"), required=False, initial=True)
    insurer = forms.CharField(
        label=_("互助保障组织"), max_length=80, required=False, help_text=_("由工会缴费的必填；保费随即申请经费。")
    )


class ClaimForm(StepForm):
    """What is asked of a cover."""

    person = OnePerson(with_left=True, label=_("参保人"))
    plan = forms.ChoiceField(label=_("险种"), choices=Plan)
    happened_on = PastDay(label=_("发生日期"))
    for_whom = forms.ChoiceField(label=_("关系"), choices=Kin)
    asked = forms.DecimalField(label=_("申请金额（元）"), **YUAN)
    text = forms.CharField(label=_("情况说明"), min_length=2, widget=forms.Textarea, help_text=_("加密保存。"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        person, plan, day = cleaned.pop("person", None), cleaned.pop("plan", None), cleaned.get("happened_on")
        if person and day:
            covers = Cover.objects.standing().filter(person=person, plan=plan, began_on__lte=day, ends_on__gte=day)
            cleaned["cover"] = covers.first()
            if cleaned["cover"] is None:
                raise forms.ValidationError(_("发生日期那一天，参保人没有这一险种的保障。"))
        return cleaned


class ClaimPaidForm(StepForm):
    paid = forms.DecimalField(label=_("给付金额（元）"), **YUAN)
    paid_on = PastDay(label=_("给付日期"), initial=clock.today)
