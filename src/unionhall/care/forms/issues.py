"""Forms of benefit issues."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from unionhall.care.forms.people import SomePeople
from unionhall.care.forms.visits import SignForm
from unionhall.care.kinds.words import STATUTORY, Audience, Source
from unionhall.kernel import clock
from unionhall.pages.forms import StepForm

PACKAGE = {"label": _("套餐"), "queryset": None}


class IssueForm(StepForm):
    """What the issue is, for whom, out of whose money, and when."""

    title = forms.CharField(label=_("名称"), max_length=60)
    festival = forms.ChoiceField(label=_("节日"), choices=[(one.value, one.label) for one in STATUTORY])
    audience = forms.ChoiceField(label=_("发放对象"), choices=Audience)
    source = forms.ChoiceField(
        label=_("资金来源"), choices=Source, help_text=_("离退休职工的慰问不用工会经费（CARE-14）。")
    )
    roll_on = forms.DateField(
        label=_("名单日期"), help_text=_("以这一天的在会会员为准：此前入会的在内，已离院的不在。")
    )
    fetch_from = forms.DateField(label=_("领取开始"), required=False)
    fetch_to = forms.DateField(label=_("领取截止"), required=False)
    place = forms.CharField(label=_("领取地点"), max_length=80, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("roll_on", clock.today())


class PackageForm(StepForm):
    name = forms.CharField(label=_("套餐"), max_length=40)
    content = forms.CharField(label=pgettext_lazy("care", "内容"), max_length=120, required=False)
    price = forms.DecimalField(label=_("单价（元）"), min_value=0, max_digits=9, decimal_places=2)
    stock = forms.IntegerField(label=_("入库数量"), min_value=1, max_value=100_000)


class OfPackageForm(StepForm):
    """Base of what names one of the issue's packages."""

    package = forms.ModelChoiceField(**PACKAGE)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        issue = getattr(self.obj, "issue", self.obj)
        self.fields["package"].queryset = issue.packages.all()


class ChangePackageForm(OfPackageForm, PackageForm):
    """A package as it should be; opened from its line, it starts with what stands there."""

    field_order = ("package", "name", "content", "price", "stock")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = {str(one.pk): one for one in self.fields["package"].queryset}
        if one := known.get(str(self.initial.get("package", ""))) or (len(known) == 1 and next(iter(known.values()))):
            self.initial |= {name: getattr(one, name) for name in ("name", "content", "price", "stock")}


class SupplierForm(StepForm):
    supplier = forms.CharField(label=_("供应商"), max_length=80)


class RestockForm(OfPackageForm):
    pieces = forms.IntegerField(label=_("补充数量"), min_value=1, max_value=100_000)


class HandOutForm(OfPackageForm, SignForm):
    """One share against a signature; the package is known where one was chosen."""

    package = forms.ModelChoiceField(label=_("套餐"), queryset=None, required=False, empty_label=_("按本人所选"))


class SheetForm(OfPackageForm):
    """A paper list has come back: who of those not signed yet did not sign."""

    package = forms.ModelChoiceField(
        label=_("未选套餐的领"), queryset=None, required=False, empty_label=_("只登记已选套餐的")
    )
    missing = SomePeople(
        label=_("签收表上没有签字的工号"),
        required=False,
        help_text=_("一行一个，或用逗号、空格隔开；其余未签收的都登记为本人签收。"),
    )


class ArchiveForm(StepForm):
    summary = forms.CharField(
        label=_("归档说明"),
        max_length=300,
        required=False,
        widget=forms.Textarea,
        help_text=_("有人没有领取的，写明未领取的怎样处理。"),
    )
    not_due = forms.CharField(
        label=_("不申请经费的理由"),
        max_length=200,
        required=False,
        help_text=_("已经申请的不填；归档后不能再申请（FIN-11）。"),
    )
