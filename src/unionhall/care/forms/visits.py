"""What the steps of tasks, visits and promises ask."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from unionhall.care.kinds.proof import Proof
from unionhall.care.kinds.words import VISITED, Festival, Level, Part, Relation, Source
from unionhall.care.selectors.visitors import companions, nearest_first
from unionhall.care.services.visits import Given, Heard
from unionhall.kernel import clock
from unionhall.pages.forms import PickField, PickManyField, StepForm, one_of
from unionhall.people.forms.fields import OnePerson, PastDay
from unionhall.people.models import Person, Unit

YUAN = {"min_value": 0, "max_digits": 9, "decimal_places": 2, "required": False}

CLOSEST = {"widget": forms.Textarea(attrs={"rows": 3, "data-private": ""}), "max_length": 1000, "required": False}


def optional(choices: type, words: Any = None) -> list[tuple[str, Any]]:
    """Choices with an empty one before them."""
    return [("", words or _("不填")), *choices.choices]


class ContactForm(StepForm):
    contacted_on = PastDay(label=_("联系日期"), required=False, help_text=_("不填就是今天。"))


class AssignForm(StepForm):
    level = forms.ChoiceField(label=_("走访层级"), choices=Level)
    unit = PickField(
        lambda user: Unit.objects.visible_to(user).filter(ended_on=None),
        label=_("分会"),
        required=False,
        empty_label=_("不变"),
    )


class CallForm(StepForm):
    """A visit after arrival: who went, what was given, heard and promised. Everything known is filled in; who came along
    is said by whoever writes it down."""

    visitors = PickManyField(
        lambda user: Person.objects.none(),
        label=_("走访人（至少两人）"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("走访须有两人以上参加（必访制度：走访人不少于2人），请勾选。")},
    )
    another = OnePerson(label=_("其他走访人"), required=False)
    visited_on = PastDay(label=_("走访日期"))
    cash = forms.DecimalField(label=_("慰问金（元）"), **YUAN)
    goods = forms.DecimalField(label=_("慰问品价值（元）"), **YUAN)
    goods_text = forms.CharField(label=_("慰问品品名、数量"), max_length=80, required=False)
    source = forms.ChoiceField(
        label=_("资金来源"),
        choices=optional(Source, _("按规定（会员从工会经费，离退休人员从离退休经费）")),
        required=False,
    )
    place = forms.CharField(label=_("地点"), max_length=60, required=False)
    learned = forms.CharField(label=_("了解情况"), help_text=_("加密保存，查看会留下记录。"), **CLOSEST)
    asked = forms.CharField(label=_("诉求"), **CLOSEST)
    promise = forms.CharField(label=_("承诺事项"), **CLOSEST)
    promise_due = forms.DateField(label=_("落实期限"), required=False)
    photo_consent = forms.BooleanField(label=_("本人同意拍照留存"), required=False)
    photo = forms.FileField(
        label=_("照片"), required=False, widget=forms.ClearableFileInput(attrs={"accept": "image/*"})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        near = companions(self.user, getattr(self.obj, "person", None))
        self.fields["visitors"].queryset = nearest_first(near)
        self.initial.setdefault("visitors", [one.pk for one in near if one.user_id == self.user.pk])
        self.initial["visited_on"] = clock.today()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.errors:
            return cleaned
        if cleaned.get("photo") and not cleaned["photo_consent"]:
            self.add_error("photo", gettext("留存照片须先征得本人同意（个人信息保护法第十三条）。"))
        return self._said(cleaned)

    def _said(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        """What the verb takes: visitors in one list, what was given and heard each together."""
        another = [cleaned["another"]] if cleaned.get("another") else []
        given = Given(cleaned["cash"] or 0, cleaned["goods"] or 0, cleaned["goods_text"], cleaned.get("source", ""))
        return {name: cleaned[name] for name in self.kept() if name in cleaned} | {
            "visitors": list(dict.fromkeys([*cleaned["visitors"], *another])),
            "given": given,
            "heard": Heard(cleaned["learned"], cleaned["asked"], cleaned["photo_consent"]),
            "promised": (cleaned["promise"], cleaned["promise_due"]),
        }

    def kept(self) -> tuple[str, ...]:
        """The fields handed on as they are."""
        return ("visited_on", "place", "photo")


class ArrivalForm(CallForm):
    """The same on the phone: what goes without saying is not asked."""

    source = None
    place = None


class RecordForm(CallForm):
    """A visit that no task had made due, such as at a festival."""

    person = OnePerson(with_left=True, label=_("走访对象"))
    occasion = forms.ChoiceField(label=_("事由"), choices=one_of(VISITED))
    festival = forms.ChoiceField(label=_("节日"), choices=optional(Festival), required=False)
    relation = forms.ChoiceField(label=_("关系人"), choices=Relation, initial=Relation.SELF)
    field_order = ["person", "occasion", "festival", "relation"]

    def kept(self) -> tuple[str, ...]:
        return (*super().kept(), "person", "occasion", "festival", "relation")


class SignForm(StepForm):
    """A signature: the person's own, or somebody else's with what they are to the person."""

    signed_on = PastDay(label=_("签收日期"))
    signed_for_by = forms.CharField(label=_("代领人"), max_length=60, required=False, help_text=_("本人签收的不填。"))
    signed_relation = forms.CharField(
        label=_("代领人与本人的关系"), max_length=30, required=False, help_text=_("有代领人的必须写明。")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["signed_on"] = clock.today()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("signed_for_by") and not cleaned.get("signed_relation"):
            reason = gettext("代领须写明代领人与本人的关系（慰问金（品）签收表“代领人及关系”，CARE-12）。")
            self.add_error("signed_relation", ValidationError(reason))
        return cleaned


class PaperForm(StepForm):
    """A paper that proves the occasion, or the invoice of what was bought."""

    kind = forms.ChoiceField(label=_("材料"), choices=Proof)
    upload = forms.FileField(label=_("文件"), help_text=_("图片、PDF或Word，不超过20兆；加密保存，查看会留下记录。"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["kind"] = next(iter(self.obj.missing_papers()), None) if self.obj else None


class CountersignForm(StepForm):
    """As what one signs; what is signed already is not on offer."""

    part = forms.ChoiceField(label=_("签字身份"), choices=Part)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        taken = set(self.obj.signatures.values_list("part", flat=True)) if self.obj else set()
        self.fields["part"].choices = [(one.value, one.label) for one in Part if one not in taken]


class TogetherForm(StepForm):
    """One request for a round of visits."""

    title = forms.CharField(
        label=_("名称"), max_length=60, help_text=_("例如：2023年春节走访慰问。不写病情和困难情况。")
    )
    invoice = forms.FileField(
        label=_("慰问品发票"), required=False, help_text=_("这一批慰问品合开的发票；列明细，抬头为工会（CARE-16）。")
    )


class ArchiveForm(StepForm):
    note = forms.CharField(
        label=_("缺签字的理由"), required=False, max_length=300, help_text=_("三签齐全的不填（CARE-18）。")
    )


class PromiseForm(StepForm):
    text = forms.CharField(label=_("承诺事项"), widget=forms.Textarea(attrs={"data-private": ""}), max_length=1000)
    due_on = forms.DateField(label=_("落实期限"))


class OutcomeForm(StepForm):
    outcome = forms.CharField(label=_("落实情况"), widget=forms.Textarea(attrs={"data-private": ""}), max_length=1000)
