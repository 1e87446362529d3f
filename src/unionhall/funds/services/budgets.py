"""The yearly budget: written, discussed, examined, reported up, in force; adjusted and accounted for on the same road."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.flows import Blocked, NotAllowed, only_once
from unionhall.funds.flow.budget import FLOW, UNDER_WAY
from unionhall.funds.kinds.budget import PlanKind
from unionhall.funds.models import Account, Allotment, Budget, BudgetLine
from unionhall.funds.permissions.spending import keeps_budget
from unionhall.funds.selectors import execution
from unionhall.funds.selectors.execution import executed
from unionhall.funds.services import checks
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
    return _begin(Budget(kind=PlanKind.BUDGET, year=year, carried=carried, text=text.strip()), by)


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


@transaction.atomic
def discuss(budget: Budget, *, by: User, minutes: str, discussed_on: date | None = None) -> None:
    """The committee has discussed it together (FIN-07)."""
    minutes = checks.given(minutes, _("请写明讨论预算的会议。"))
    day = checks.has_been(discussed_on, _("讨论日期在今天以后。"))
    FLOW.fire(budget, "discuss", by=by, fields={"minutes": minutes, "discussed_on": day})


@transaction.atomic
def audit_budget(budget: Budget, *, by: User, opinion: str, audited_on: date | None = None) -> None:
    """The fund audit committee has examined it and agrees (FIN-06, FIN-07)."""
    opinion = checks.given(opinion, _("请写明经审会的审查意见。"))
    day = checks.has_been(audited_on, _("审查日期在今天以后。"))
    FLOW.fire(budget, "audit", by=by, fields={"opinion": opinion, "audited_by": by, "audited_on": day})


def send_back(budget: Budget, *, by: User, reason: str) -> None:
    """Back to the draft, with what is to be changed."""
    FLOW.fire(budget, "send_back", by=by, note=checks.given(reason, _("请写明需要修改的内容。")))


@transaction.atomic
def report(budget: Budget, *, by: User, document: str = "", reported_on: date | None = None) -> None:
    """It was sent to the union above (FIN-07)."""
    day = checks.has_been(reported_on, _("上报日期在今天以后。"))
    FLOW.fire(budget, "report", by=by, fields={"document": document.strip(), "reported_on": day})


@transaction.atomic
def put_in_force(budget: Budget, *, by: User, on: date | None = None, note: str = "") -> None:
    """From now on requests are approved against it; an adjustment takes the place of what was in force.

    Raises Blocked when a line would be less than what has been approved under it already, or when the book has carried
    another sum into the year since it was drafted, without a word (`note`) why it stands all the same.
    """
    FLOW.check(budget, "put_in_force", by=by)
    known = execution.other_carried(budget)
    if known is not None and not note.strip():
        raise Blocked(
            _("账簿的上年结余是%(known)s元，预算是按%(carried)s元编制的；请写明为什么仍按预算执行，或退回修改。")
            % {"known": shown(known), "carried": shown(budget.carried)}
        )
    day = checks.has_been(on, _("执行日期在今天以后。"))
    if budget.kind != PlanKind.FINAL:
        for old in Budget.objects.in_force(budget.year):
            FLOW.fire(old, "replace", by=by)
        _allot(budget)
    FLOW.fire(budget, "put_in_force", by=by, note=note.strip(), fields={"in_force_on": day})


@transaction.atomic
def adjust(budget: Budget, *, by: User, text: str) -> Budget:
    """Begin an adjustment with the lines in force; it walks the same road (FIN-07)."""
    FLOW.check(budget, "adjust", by=by)
    reason = checks.given(text, _("请写明调整的理由。"))
    if budget.kind == PlanKind.FINAL:
        raise Blocked(_("决算不调整。"))
    if Budget.objects.filter(year=budget.year, kind=PlanKind.ADJUSTMENT, state__in=UNDER_WAY).exists():
        raise Blocked(_("已有一份调整预算正在办理。"))
    turn = Budget.objects.filter(year=budget.year, kind=PlanKind.ADJUSTMENT).count() + 1
    new = Budget(kind=PlanKind.ADJUSTMENT, year=budget.year, version=turn, carried=budget.carried, text=reason)
    _begin(new, by)
    _copy_lines(new, ((line, line.amount) for line in _lines(budget)))
    return new


@transaction.atomic
def close_year(budget: Budget, *, by: User, text: str = "") -> Budget:
    """Draw up the final account: what the book says was executed under each line, beside last year's."""
    FLOW.check(budget, "close_year", by=by)
    if budget.kind == PlanKind.FINAL:
        raise Blocked(_("这已经是决算。"))
    final = Budget(kind=PlanKind.FINAL, year=budget.year, carried=execution.carried(budget.year), text=text.strip())
    with only_once(_("%(year)s年度决算已经编制。") % {"year": budget.year}):
        _begin(final, by)
    _copy_lines(final, ((line, executed(budget.year, line.account.code)) for line in _lines(budget)))
    return final


def _begin(budget: Budget, by: User) -> Budget:
    budget.save(force_insert=True)
    audit.record(
        "funds.budgets.draft", budget, by=by, after=audit.snapshot(budget, ["kind", "year", "carried", "text"])
    )
    return budget


def _lines(budget: Budget) -> QuerySet[BudgetLine]:
    return budget.lines.select_related("account")


def _copy_lines(budget: Budget, lines: Iterable[tuple[BudgetLine, Decimal]]) -> None:
    BudgetLine.objects.bulk_create(
        BudgetLine(budget=budget, account=line.account, amount=amount, last_year=line.last_year, note=line.note)
        for line, amount in lines
    )


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


def _allot(budget: Budget) -> None:
    """Let the year's limits be those of the budget; accounts it no longer names may spend nothing more."""
    planned = {line.account_id: line for line in _lines(budget) if line.account.code.startswith("5")}
    for allotment in Allotment.objects.filter(year=budget.year).select_related("account"):
        line = planned.pop(allotment.account_id, None)
        _set_limit(allotment, line.amount if line else Decimal(0))
    Allotment.objects.bulk_create(
        Allotment(year=budget.year, account=line.account, limit=line.amount) for line in planned.values()
    )


def _set_limit(allotment: Allotment, limit: Decimal) -> None:
    rows = Allotment.objects.filter(pk=allotment.pk, reserved__lte=limit)
    if not rows.update(limit=limit):
        raise Blocked(
            _("“%(account)s”已批准支出%(reserved)s元，调整后的预算不能少于这个数（FIN-07）。")
            % {"account": allotment.account.name, "reserved": shown(allotment.reserved)}
        )
