"""Which days leave the book, and for which program."""

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from unionhall.funds.forms.ledger import SpanForm


class Layout(models.TextChoices):
    FINANCE = "finance", _("凭证（Excel，供财务软件导入）")
    PLAIN = "plain", _("纯文本账（Beancount）")


class ExportForm(SpanForm):
    layout = forms.ChoiceField(label=_("格式"), choices=Layout.choices)
