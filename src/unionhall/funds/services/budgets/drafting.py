"""A year's budget is written, line by line."""

from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.flows import Blocked, NotAllowed
from unionhall.funds.flow.budget import FLOW
from unionhall.funds.kinds.budget import PlanKind
from unionhall.funds.models import Account, Budget, BudgetLine
from unionhall.funds.permissions.spending import keeps_budget
from unionhall.funds.selectors import execution
from unionhall.funds.selectors.execution import executed
from unionhall.kernel.money import shown


@transaction.atomic
def draft(*, by: User, year: int, carried: Decimal | None = None, text: str = "") -> Budget:
    """Begin a year's budget; what is carried into it comes from the book.

    Raises NotAllowed, or Blocked when the year has one already, or when another sum is given without a word why.
    """
    if not keeps_budget(by):
        raise NotAllowed(_("预算由工会办公室和会计编制。"))
    if not 1950 <= year <= 2200:
        raise Blocked(_("“%(year)s”不是年份，请核对。") % {"year": year})
    known = execution.carried(year)
    carried = known if carried is None else carried
    if carried < 0:
        raise Blocked(_("上年结余不能是负数。"))
    if known and carried != known and not text.strip():
        raise Blocked(
            _("账簿的上年结余是%(known)s元，与所填的%(carried)s元不同，请在编制说明中写明原因，或不填由账簿带出。")
            % {"known": shown(known), "carried": shown(carried)}
        )
    if Budget.objects.filter(year=year, kind=PlanKind.BUDGET).exists():
        raise Blocked(_("%(year)s年度预算已经编制，需要改变的请编制调整预算（FIN-07）。") % {"year": year})
    return begin(Budget(kind=PlanKind.BUDGET, year=year, carried=carried, text=text.strip()), by)


@transaction.atomic
def set_line(budget: Budget, *, by: User, account: Account, amount: Decimal, note: str = "") -> BudgetLine:
    """Write one account's amount, or write it anew; last year's execution is taken from the book.

    Raises Blocked for an account that is neither income nor spending, a negative amount, or an amount in a final account,
    which comes from the book alone.
    """
    FLOW.check(budget, "set_line", by=by)
    if account.code[:1] not in "45":
        raise Blocked(_("“%(account)s”不是收入或支出科目，不列预算。") % {"account": account})
    if amount < 0:
        raise Blocked(_("预算金额不能是负数。"))
    if budget.kind == PlanKind.FINAL:
        return _note_only(budget, account, note, by)
    _clear_of_other_level(budget, account)
    facts = {"amount": amount, "note": note.strip(), "last_year": executed(budget.year - 1, account.code)}
    line, _made = BudgetLine.objects.update_or_create(budget=budget, account=account, defaults=facts)
    after = {"account": account.code, "amount": amount, "note": note}
    said = _("%(account)s %(amount)s元") % {"account": account, "amount": shown(amount)}
    audit.record("funds.budgets.set_line", budget, by=by, after=after, reason=said)
    return line


@transaction.atomic
def drop_line(budget: Budget, *, by: User, line: BudgetLine) -> None:
    """Take an account out of a draft."""
    FLOW.check(budget, "drop_line", by=by)
    before = {"account": line.account.code, "amount": line.amount}
    said = _("%(account)s %(amount)s元") % {"account": line.account, "amount": shown(line.amount)}
    line.delete()
    audit.record("funds.budgets.drop_line", budget, by=by, before=before, reason=said)


def begin(budget: Budget, by: User) -> Budget:
    """Save a new budget, adjustment or final account."""
    budget.save(force_insert=True)
    audit.record(
        "funds.budgets.draft", budget, by=by, after=audit.snapshot(budget, ["kind", "year", "carried", "text"])
    )
    return budget


def _note_only(budget: Budget, account: Account, note: str, by: User) -> BudgetLine:
    line = budget.lines.filter(account=account).first()
    if line is None:
        raise Blocked(_("决算的项目和金额来自账簿，只能填写说明。"))
    line.note = note.strip()
    line.save(update_fields=["note"])
    audit.record("funds.budgets.set_line", budget, by=by, after={"account": account.code, "note": line.note})
    return line


def _clear_of_other_level(budget: Budget, account: Account) -> None:
    """An account is budgeted as a whole or by its details, not both: else the same yuan would be there twice."""
    near = budget.lines.filter(account__code__startswith=account.code[:3]).exclude(account=account)
    clash = near.filter(account__code=account.code[:3]) if len(account.code) > 3 else near
    if other := clash.select_related("account").first():
        raise Blocked(
            _("“%(other)s”已列预算，与“%(account)s”有包含关系，请只在一个级次上列预算。")
            % {"other": other.account, "account": account}
        )
