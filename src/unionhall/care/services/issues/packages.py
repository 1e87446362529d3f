"""What an issue offers: packages within the standard, never money."""

from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.care.flow.issues import ISSUE_FLOW
from unionhall.care.kinds.words import Occasion, Source
from unionhall.care.models import Issue, Package
from unionhall.care.rules.kind import kind_problem
from unionhall.care.rules.standards import Ask, no_standard
from unionhall.care.rules.standards import problem as standard_problem
from unionhall.care.selectors.caps import Wish, bounds
from unionhall.care.services import checks
from unionhall.care.services.paying import has_request
from unionhall.flows import Blocked, only_once
from unionhall.people.models import Person


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


@transaction.atomic
def restock(issue: Issue, *, by: User, package: Package, pieces: int) -> None:
    """Take more pieces of a package into stock while it is being handed out."""
    ISSUE_FLOW.check(issue, "restock", by=by)
    if package.issue_id != issue.pk or pieces < 1:
        raise Blocked(_("请选择本次发放的套餐，数量应大于零。"))
    if has_request(issue):  # the pieces it pays for are those that were in stock then
        raise Blocked(
            _(
                "经费已经按原来的数量申请，补充的没有钱付。请先在经费里撤回申请（已付款的由会计退回付款），补充后重新申请（FIN-11）。"
            )
        )
    Package.objects.filter(pk=package.pk).update(stock=F("stock") + pieces)
    audit.record("care.issue.restock", issue, by=by, after={"package": package.name, "pieces": pieces})


def _save_package(package: Package) -> None:
    package.name = checks.given(package.name, _("请写明套餐名称。"))
    if package.price <= 0 or package.stock < 1:
        raise Blocked(_("单价和数量都应大于零。"))
    if reason := kind_problem(package.name, package.content) or _price_problem(package.issue, package.price):
        raise Blocked(reason)
    with only_once(_("套餐“%(name)s”已经有了。") % {"name": package.name}):
        package.save()


def _offered(package: Package) -> dict[str, Any]:
    return audit.snapshot(package, ["name", "price", "stock"])


def _price_problem(issue: Issue, price: Decimal) -> str | None:
    """Why a gift of that price may not be given for the festival, or None."""
    known = bounds(wish(issue))
    if not known and issue.source == Source.UNION:
        return no_standard(Occasion.FESTIVAL)
    return standard_problem(Ask(goods=price, source=issue.source), known)


def wish(issue: Issue) -> Wish:
    """Any person's share, for the standards that bind it."""
    return Wish(Person(), Occasion.FESTIVAL, issue.roll_on, issue.source, festival=issue.festival)
