"""Doors to dues and contributions, and contributions overdue as what waits."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.roles import Role, has_role
from unionhall.funds.models import Contribution
from unionhall.funds.permissions.spending import keeps_dues, sees_dues
from unionhall.kernel import clock
from unionhall.kernel.money import shown
from unionhall.pages import history, nav
from unionhall.pages.desk import Waiting

ACTS = {
    "funds.dues.reckon": gettext_lazy("登记会费基数"),
    "funds.dues.collect": gettext_lazy("登记代扣会费到账"),
    "funds.dues.pay": gettext_lazy("登记补缴"),
    "funds.dues.remind": gettext_lazy("提醒缴纳会费"),
    "funds.contributions.declare": gettext_lazy("登记工资总额"),
    "funds.contributions.receive": gettext_lazy("登记拨缴经费到账"),
    "funds.contributions.remind": gettext_lazy("提醒催缴"),
}


def furnish() -> None:
    """Doors, what waits, and how acts read."""
    for verb, label in ACTS.items():
        history.says(verb, label)
    nav.room("账", gettext_lazy("会费"), "funds.dues.list", who=sees_dues, icon="users", rank=2)
    nav.room("账", gettext_lazy("拨缴经费"), "funds.contributions.list", who=sees_dues, icon="building", rank=2)
    nav.offer(gettext_lazy("我的会费"), "my.dues.list", icon="file-text", who=has_role(Role.MEMBER), rank=2)
    nav.waiting(overdue)


def overdue(user: Any) -> Iterator[Waiting]:
    """Contributions to chase."""
    if user.is_system or not keeps_dues(user):
        return
    for one in Contribution.objects.overdue(clock.today()).order_by("due_on")[:3]:
        words = _("%(what)s没有按期到账，尚欠%(amount)s元") % {"what": one, "amount": shown(one.owed)}
        yield Waiting(words, reverse("funds.contributions.detail", args=[one.pk]), one.due_on)
