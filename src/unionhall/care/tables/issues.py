"""Columns of benefit issues, their packages and the sign-off list."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from unionhall.pages.tables import Column, Table


def signature(share: Any) -> str:
    """What stands in the column for the signature: that it was signed here, or room for a pen, no dash for nothing."""
    return gettext("已签收") if share.signed_on else "\u3000"


def signer(share: Any) -> str:
    """Who signed, where it was not the person."""
    return f"{share.signed_for_by}（{share.signed_relation}）" if share.signed_for_by else ""


_WHO = (
    Column("person.staff_no", _("工号"), link=True),
    Column("person.name", _("姓名"), link=True),
    Column("person.department.name", _("科室")),
    Column("person.unit.name", _("分会、小组"), phone=False),
)
ISSUES = Table(
    Column("number", link=True),
    Column("title", link=True),
    Column("festival"),
    Column("audience", phone=False),
    Column("source", phone=False),
    Column("roll_on"),
    Column("people_count", _("应领人数"), unit=_("人")),
    Column("signed_count", _("已签收"), unit=_("人")),
    Column("state"),
)
PACKAGES = Table(
    Column("name", link=True),
    Column("content", phone=False),
    Column("price"),
    Column("stock"),
    Column("taken"),
    Column("left", _("剩余")),
)
SHARES = Table(
    *_WHO,
    Column("package.name", _("套餐")),
    Column("value", phone=False),
    Column("signed_on"),
    Column("signer", _("代领人及关系"), value=signer, phone=False),
    Column("state"),
)
ALL_SHARES = Table(Column("issue.title", _("福利")), *SHARES.columns)
UNSIGNED = Table(*_WHO, Column("package.name", _("套餐")), Column("state"))
SHARES_HERE = Table(
    Column("issue.title", _("福利")),
    Column("person.name", _("姓名")),
    Column("person.department.name", _("科室")),
    Column("package.name", _("套餐")),
    Column("value"),
    Column("signed_on"),
)
SIGN_OFF = Table(
    Column("person.staff_no", _("工号")),
    Column("person.name", _("姓名")),
    Column("person.department.name", _("科室")),
    Column("package.name", _("品名")),
    Column("quantity", _("数量"), value=lambda row: 1),
    Column("package.price", _("单价")),
    Column("signature", _("领取人签字"), value=signature),
    Column("signer", _("代领人及关系"), value=signer),
    Column("signed_on", _("日期")),
)
