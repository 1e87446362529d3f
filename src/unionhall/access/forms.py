"""What the pages about getting in ask for. Nothing here tells whether an account exists."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.models import Union, User
from unionhall.kernel.text import folded, squeezed
from unionhall.pages.forms import StepForm


class AccountForm(forms.Form):
    """Whose account: the staff number, and the union where the installation holds more than one."""

    union = forms.ModelChoiceField(Union.objects.none(), to_field_name="code", label=_("工会"), empty_label=None)
    staff_no = forms.CharField(
        label=_("工号"),
        max_length=32,
        widget=forms.TextInput({"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, remembered: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unions = Union.objects.filter(is_active=True)
        self.fields["union"].queryset = unions
        self.fields["union"].initial = remembered
        self._only = unions.get() if len(unions) == 1 else None
        if self._only:
            del self.fields["union"]

    def clean_staff_no(self) -> str:
        return folded(self.cleaned_data["staff_no"])

    @property
    def of_union(self) -> Union:
        """The union chosen, or the only one."""
        return self._only or self.cleaned_data["union"]

    @property
    def username(self) -> str:
        """The user name that union and staff number make."""
        return f"{self.of_union.code}-{self.cleaned_data['staff_no']}"


class SignInForm(AccountForm):
    password = forms.CharField(
        label=_("密码"), strip=False, max_length=200, widget=forms.PasswordInput({"autocomplete": "current-password"})
    )


class NewPassword(forms.Form):
    """A new password, typed twice."""

    password = forms.CharField(
        label=_("新密码"), strip=False, max_length=200, widget=forms.PasswordInput({"autocomplete": "new-password"})
    )
    again = forms.CharField(
        label=_("再输一次新密码"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = " ".join(password_validators_help_texts())

    def clean_password(self) -> str:
        validate_password(self.cleaned_data["password"])
        return self.cleaned_data["password"]

    def clean_again(self) -> str:
        if self.cleaned_data["again"] != self.cleaned_data.get("password", self.cleaned_data["again"]):
            raise ValidationError(_("两次输入的新密码不一样。"))
        return self.cleaned_data["again"]


class ActivateForm(AccountForm, NewPassword):
    code = forms.CharField(
        label=_("激活码"),
        max_length=40,
        help_text=_("印在工会发给您的领取单上，不分大小写。"),
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters"}),
    )
    field_order = ("union", "staff_no", "code", "password", "again")


class ChangePasswordForm(NewPassword):
    current = forms.CharField(
        label=_("现在的密码"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )
    field_order = ("current", "password", "again")


class CodeForm(forms.Form):
    """A one-time code, or a recovery code in its place."""

    code = forms.CharField(
        label=_("动态码"),
        max_length=40,
        widget=forms.TextInput({"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}),
    )


class EnrolForm(CodeForm):
    """The first code of a phone, together with the secret it was given (sealed for this account, for ten minutes)."""

    sealed = forms.CharField(widget=forms.HiddenInput)
    current = forms.CharField(
        label=_("旧手机上的动态码，或一个备用码"),
        max_length=40,
        widget=forms.TextInput({"autocomplete": "one-time-code"}),
    )
    field_order = ("current", "code")

    def __init__(self, *args: Any, is_bound_already: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_bound_already:
            del self.fields["current"]


class ReasonForm(StepForm):
    reason = forms.CharField(label=_("理由"), max_length=200, help_text=_("记入审计。"))


class SlipsForm(forms.Form):
    """Who is to have a new activation code, and how it reaches them."""

    PRINT, MAIL = "print", "mail"
    staff_nos = forms.CharField(
        label=_("工号"),
        required=False,
        max_length=40000,
        widget=forms.Textarea({"rows": 6}),
        help_text=_("一行一个工号；不填则发给全部尚未激活的账号，工会办公室和主席的账号由系统管理员发放。"),
    )
    by = forms.ChoiceField(
        label=_("送达方式"),
        choices=[(PRINT, _("打印领取单")), (MAIL, _("发到电子邮箱"))],
        initial=PRINT,
        widget=forms.RadioSelect,
    )

    def clean_staff_nos(self) -> list[User]:
        wanted = [squeezed(line) for line in self.cleaned_data["staff_nos"].splitlines() if line.strip()]
        accounts = User.in_union.filter(is_system=False, is_active=True)
        found = {user.staff_no: user for user in accounts.filter(staff_no__in=wanted)} if wanted else {}
        missing = [staff_no for staff_no in wanted if staff_no not in found]
        if missing:
            raise ValidationError(_("没有这些工号的启用账号：%(missing)s"), params={"missing": "、".join(missing[:10])})
        return list(found.values())
