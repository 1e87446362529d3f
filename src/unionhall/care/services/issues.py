"""Benefit issues from the first idea to the archive: packages, the entitled list, opening, closing."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import of_year
from unionhall.audit import services as audit
from unionhall.care.flow.issues import ISSUE_FLOW, EntitlementState
from unionhall.care.kinds.words import Audience, Occasion, Source
from unionhall.care.models import Entitlement, Issue, Package, Tally
from unionhall.care.rules.issues import (
    festival_problem,
    roll_problem,
    source_problem,
    window_problem,
)
from unionhall.care.rules.kind import kind_problem
from unionhall.care.rules.standards import Ask
from unionhall.care.rules.standards import problem as standard_problem
from unionhall.care.selectors.caps import Wish, bounds, clauses
from unionhall.care.selectors.retirees import retirees
from unionhall.care.services import calling_in, checks, claims, paying
from unionhall.flows import Blocked, only_once
from unionhall.kernel import clock
from unionhall.people.models import Person


@transaction.atomic
def draft(*, by: User, title: str, festival: str, roll_on: date, **facts: Any) -> Issue:
    """Begin an issue; `roll_on` is the day by which the list is made.

    Raises Blocked for a day no gift may be given on (seven festivals, rules 6.4), or retirees out of union funds.
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
        or window_problem(issue.fetch_from, issue.fetch_to)
        or roll_problem(issue.roll_on, clock.today())
    )
    if reason:
        raise Blocked(reason)


@transaction.atomic
def add_package(issue: Issue, *, by: User, name: str, price: Decimal, stock: int, content: str = "") -> Package:
    """Offer one more package; raises Blocked where its price is beyond the standard or it is money, with the clause."""
    ISSUE_FLOW.check(issue, "add_package", by=by)
    package = Package(issue=issue, name=name, price=price, stock=stock, content=content)
    _save_package(package)
    audit.record("care.issue.add_package", issue, by=by, after=_offered(package))
    return package


@transaction.atomic
def change_package(
    issue: Issue, *, by: User, package: Package, name: str, price: Decimal, stock: int, content: str = ""
) -> None:
    """Offer it otherwise while nobody has been told; raises Blocked as `add_package` does."""
    ISSUE_FLOW.check(issue, "change_package", by=by)
    before = _offered(package)
    package.name, package.price, package.stock, package.content = name, price, stock, content
    _save_package(package)
    audit.record("care.issue.change_package", issue, by=by, before=before, after=_offered(package))


@transaction.atomic
def drop_package(issue: Issue, *, by: User, package: Package) -> None:
    """Offer it no more, while nobody has been told."""
    ISSUE_FLOW.check(issue, "drop_package", by=by)
    audit.record("care.issue.drop_package", issue, by=by, before=_offered(package))
    package.delete()


def _save_package(package: Package) -> None:
    package.name = checks.given(package.name, _("请写明套餐名称。"))
    if package.price <= 0 or package.stock < 1:
        raise Blocked(_("单价和数量都应大于零。"))
    if reason := kind_problem(package.name, package.content) or price_problem(package.issue, package.price):
        raise Blocked(reason)
    with only_once(_("套餐“%(name)s”已经有了。") % {"name": package.name}):
        package.save()


def _offered(package: Package) -> dict[str, Any]:
    return audit.snapshot(package, ["name", "price", "stock"])


def price_problem(issue: Issue, price: Decimal) -> str | None:
    """Why a gift of that price may not be given for the festival, or None."""
    known = bounds(_wish(issue))
    if not known and issue.source == Source.UNION:
        return _("“逢年过节”没有现行的慰问标准，不能发放。请先在“慰问标准”中登记（CARE-15）。")
    return standard_problem(Ask(goods=price, source=issue.source), known)


@transaction.atomic
def restock(issue: Issue, *, by: User, package: Package, pieces: int) -> None:
    """Take more pieces of a package into stock while it is being handed out."""
    ISSUE_FLOW.check(issue, "restock", by=by)
    if package.issue_id != issue.pk or pieces < 1:
        raise Blocked(_("请选择本次发放的套餐，数量应大于零。"))
    Package.objects.filter(pk=package.pk).update(stock=F("stock") + pieces)
    audit.record("care.issue.restock", issue, by=by, after={"package": package.name, "pieces": pieces})


@transaction.atomic
def draw_up(issue: Issue, *, by: User) -> int:
    """Make the entitled list by rule: who is of the union on the list's day. Made again, it follows the roster of that
    day again; returns how many are on it. A handful of queries however long."""
    ISSUE_FLOW.check(issue, "draw_up", by=by)
    checks.has_been(issue.roll_on, _("名单日期还没有到，到时再生成名单。"))
    due = set(entitled(issue).values_list("pk", flat=True))
    known = set(issue.entitlements.values_list("person", flat=True))
    gone = known - due
    for batch in claims.batched(gone):
        issue.entitlements.filter(person__in=batch).delete()
    fresh = [Entitlement(issue=issue, person_id=person) for person in sorted(due - known)]
    Entitlement.objects.bulk_create(fresh, batch_size=500)
    audit.record("care.issue.draw_up", issue, by=by, after={"people": len(due), "new": len(fresh), "gone": len(gone)})
    return len(due)


def entitled(issue: Issue) -> QuerySet[Person]:
    """Who is entitled on the list's day: full members, joined by then and not left; or the retired (CARE-14)."""
    if issue.audience == Audience.RETIREES:
        return retirees(issue.roll_on)
    return Person.objects.members(issue.roll_on)


@transaction.atomic
def open_(issue: Issue, *, by: User) -> None:
    """Begin to hand out: from now on one may choose and fetch, and everybody on the list is told. A single package is
    everybody's choice.

    Raises Blocked, with the clause, when the dearest package would bring somebody beyond the year's cap.
    """
    if reason := _beyond_the_year(issue):
        raise Blocked(reason)
    ISSUE_FLOW.fire(issue, "open", by=by, fields={"clause": clauses(bounds(_wish(issue)))})
    calling_in.tell(issue)


def _beyond_the_year(issue: Issue) -> str | None:
    dearest = max((package.price for package in issue.packages.all()), default=Decimal(0))
    lines = bounds(_wish(issue))
    given = Tally.objects.filter(
        year=issue.roll_on.year, occasion=Occasion.FESTIVAL, person__in=issue.entitlements.values("person")
    )
    beyond = given.exclude(pk__in=claims.within(given, lines, dearest).values("pk")).count()
    if not beyond:
        return None
    return _("名单中有%(count)s人今年已领的节日慰问加上这次会超过全年标准（%(clause)s）。") % {
        "count": beyond,
        "clause": clauses(lines),
    }


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


def _wish(issue: Issue) -> Wish:
    """Any person's share, for the standards that bind it."""
    return Wish(Person(), Occasion.FESTIVAL, issue.roll_on, issue.source, festival=issue.festival)
