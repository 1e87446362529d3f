"""An issue from the first idea to the archive."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import of_year
from unionhall.audit import services as audit
from unionhall.care.flow.issues import ISSUE_FLOW, EntitlementState
from unionhall.care.kinds.words import Occasion
from unionhall.care.models import Issue, Package
from unionhall.care.rules.issues import (
    festival_problem,
    roll_problem,
    source_problem,
    window_problem,
)
from unionhall.care.rules.standards import relief_problem
from unionhall.care.services import checks, paying
from unionhall.flows import Blocked
from unionhall.kernel import clock


@transaction.atomic
def draft(*, by: User, title: str, festival: str, roll_on: date, **facts: Any) -> Issue:
    """Begin an issue; `roll_on` is the day by which the list is made.

    Raises Blocked for a day no gift may be given on (the seven festivals of 总工办发〔2017〕32号), or retirees out of union funds.
    """
    checks.of_the_office(by, _("发起福利发放"))
    issue = Issue(title=checks.given(title, _("请写明名称。")), festival=festival, roll_on=roll_on, **facts)
    _check(issue)
    issue.number = of_year("FL", "care.issues", roll_on.year)
    issue.save(force_insert=True)
    audit.record("care.issue.draft", issue, by=by, after=audit.snapshot(issue, ["number", "festival", "roll_on"]))
    return issue


@transaction.atomic
def amend(issue: Issue, *, by: User, **facts: Any) -> None:
    """Change what is not announced yet."""
    planned = Issue.objects.get(pk=issue.pk)
    for name, value in facts.items():
        setattr(planned, name, value)
    _check(planned)
    ISSUE_FLOW.fire(issue, "amend", by=by, fields=facts)


def _check(issue: Issue) -> None:
    reason = (
        festival_problem(issue.festival)
        or source_problem(issue.audience, issue.source)
        or relief_problem(Occasion.FESTIVAL, issue.source)
        or window_problem(issue.fetch_from, issue.fetch_to)
        or roll_problem(issue.roll_on, clock.today())
    )
    if reason:
        raise Blocked(reason)


def close(issue: Issue, *, by: User) -> None:
    """Hand out no more; sheets still out may come back."""
    ISSUE_FLOW.fire(issue, "close", by=by)


@transaction.atomic
def archive(issue: Issue, *, by: User, summary: str = "", not_due: str = "") -> None:
    """File it: what nobody fetched lapses and its pieces go back into stock.

    Raises Blocked while its money was not asked for and `not_due` does not say why none is due, since nobody can ask
    any more afterwards (FIN-11), and while nobody says what becomes of what was not fetched.
    """
    ISSUE_FLOW.check(issue, "archive", by=by)
    if not (not_due.strip() or paying.has_request(issue)):
        raise Blocked(
            _("这次发放还没有申请经费，归档后不能再申请（FIN-11）。请先申请经费；确实不用本会经费的，写明理由。")
        )
    if (left := issue.entitlements.unsigned().count()) and not summary.strip():
        raise Blocked(_("还有%(count)s人没有领取，请在归档说明里写明未领取的怎样处理。") % {"count": left})
    ISSUE_FLOW.fire(issue, "archive", by=by, note=not_due.strip(), fields={"summary": summary.strip()})
    for package in issue.packages.all():
        left = issue.entitlements.filter(package=package, state=EntitlementState.CHOSEN).count()
        Package.objects.filter(pk=package.pk).update(taken=F("taken") - left)
    issue.entitlements.unsigned().update(state=EntitlementState.LAPSED)


def cancel(issue: Issue, *, by: User, reason: str) -> None:
    """Give an issue up before it was announced."""
    ISSUE_FLOW.fire(issue, "cancel", by=by, note=checks.given(reason, _("请写明取消的理由。")))
