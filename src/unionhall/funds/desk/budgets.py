"""The door to the budgets, and whom one waits for."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.funds.flow.budget import FLOW, UNDER_WAY
from unionhall.funds.models import Budget
from unionhall.funds.permissions.spending import may_list_budgets
from unionhall.pages import history, nav
from unionhall.pages.desk import Waiting

FORWARD = ("discuss", "audit", "report", "put_in_force")


def furnish() -> None:
    """The door, what waits, and how acts read."""
    history.says("funds.budgets.draft", gettext_lazy("编制预算"))
    nav.room("账", gettext_lazy("预算与决算"), "funds.budgets.list", who=may_list_budgets, icon="chart-bar", rank=-1)
    nav.waiting(next_step)


def next_step(user: Any) -> Iterator[Waiting]:
    """Budgets under way whose next step is this user's."""
    if user.is_system or not may_list_budgets(user):
        return
    for budget in Budget.objects.filter(state__in=UNDER_WAY):
        steps = [step for step in FLOW.open_steps(budget, by=user) if step.verb in FORWARD]
        if steps and budget.lines.exists():
            words = _("%(budget)s：请%(step)s") % {"budget": budget, "step": steps[0].label}
            yield Waiting(words, reverse("funds.budgets.detail", args=[budget.pk]))
