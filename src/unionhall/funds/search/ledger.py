"""What the search box finds of the book; only its readers find anything (`visible_to`)."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.funds.models import Disclosure, Fund, Voucher
from unionhall.funds.permissions.ledger import reads_audits
from unionhall.kernel.money import shown
from unionhall.search import registry


def _disclosure(disclosure: Any, user: Any) -> str:
    return reverse(f"{'funds' if reads_audits(user) else 'my.funds'}.disclosures.detail", args=[disclosure.pk])


registry.index(
    Voucher,
    kind=_("凭证"),
    title=lambda voucher: voucher.text,
    keywords=lambda voucher: [voucher.number, shown(voucher.total)],
    about=lambda voucher: f"{voucher} {shown(voucher.total)}",
    url=lambda voucher, user: reverse("funds.vouchers.detail", args=[voucher.pk]),
)
registry.index(
    Fund,
    kind=_("专项资金"),
    title=str,
    keywords=lambda fund: [fund.number],
    about=lambda fund: str(fund.get_kind_display()),
    url=lambda fund, user: reverse("funds.purses.detail", args=[fund.pk]),
)
registry.index(
    Disclosure,
    kind=_("经费公布"),
    title=str,
    text=lambda disclosure: disclosure.note,
    about=lambda disclosure: str(_("经费公布")),
    url=_disclosure,
)
