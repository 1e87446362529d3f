"""What people are told of dues and contributions that have not come in."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.notices.registry import define


def _mine(dues: Any, user: Any) -> str:
    return reverse("my.dues.list")


def _contribution(contribution: Any, user: Any) -> str:
    return reverse("funds.contributions.detail", args=[contribution.pk])


# It is read as a table:
# fmt: off
define("funds.dues_owed", label=_("会费提醒"), subject=_("您%(month)s的会费尚未缴清"),
       body=_("尚需缴纳%(amount)s元。会费按本人工资收入的千分之五缴纳（MEM-09）；如有不符，请联系工会办公室。"), url=_mine)
define("funds.contribution_owed", label=_("欠拨经费提醒"), subject=_("%(month)s的拨缴经费没有按期到账"),
       body=_("期限%(due)s，尚欠%(amount)s元，请向单位行政催缴（工会法第四十三条，FIN-03）。"), url=_contribution)
# fmt: on
