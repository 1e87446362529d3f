"""One person's share in an issue: chosen, fetched, signed for. Neither stock nor the year's cap can be passed."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.care.flow.issues import ISSUE_FLOW, UNSIGNED, EntitlementState, IssueState
from unionhall.care.kinds.words import Occasion
from unionhall.care.models import Entitlement, Issue, Package
from unionhall.care.permissions import is_own, manages
from unionhall.care.selectors.caps import Wish
from unionhall.care.services import checks, claims
from unionhall.flows import Blocked, NotAllowed, WrongState
from unionhall.kernel import clock


def take(package: Package, count: int = 1) -> bool:
    """Take pieces by one guarded UPDATE; False, and nothing changed, when so many are not left."""
    left = Package.objects.filter(pk=package.pk, stock__gte=F("taken") + count)
    return bool(left.update(taken=F("taken") + count))


@transaction.atomic
def choose(share: Entitlement, *, by: User, package: Package) -> None:
    """Choose a package, or another one while nothing was fetched; raises Blocked when none is left."""
    if not is_own(by, share):
        raise NotAllowed(_("只能选择自己的福利。"))
    _can_be_fetched(share)
    if package.issue_id != share.issue_id:
        raise Blocked(_("请选择本次发放的套餐。"))
    if package.pk == share.package_id:
        return
    if not take(package):
        raise Blocked(_("“%(name)s”已经选完，请选其他套餐。") % {"name": package.name})
    old, fields = share.package, {"package": package, "state": EntitlementState.CHOSEN, "chosen_at": clock.now()}
    rows = Entitlement.objects.filter(pk=share.pk, state__in=UNSIGNED, package=old)
    if not rows.update(**fields):
        raise WrongState(_("您的选择刚在别处改过，请刷新后再看。"))
    if old:
        Package.objects.filter(pk=old.pk).update(taken=F("taken") - 1)
    audit.record("care.gift.choose", share, by=by, after={"package": package.name})


@transaction.atomic
def hand_out(
    share: Entitlement,
    *,
    by: User,
    package: Package | None = None,
    signed_on: date | None = None,
    signed_for_by: str = "",
    signed_relation: str = "",
) -> None:
    """Hand a share out against a signature: the person's, or with a stated relation somebody else's.

    Raises Blocked without a package left or beyond the year's cap, WrongState when it was signed for already.
    """
    ISSUE_FLOW.check(share.issue, "hand_out", by=by)
    if not manages(by, share):
        raise NotAllowed(_("您只能发放本分会、小组职工的福利。"))
    name, relation = checks.signed_by_whom(signed_for_by, signed_relation)
    _sign([share], by, {share.pk: package or share.package}, signed_on, name, relation)


@transaction.atomic
def sign_sheet(issue: Issue, *, by: User, shares: Sequence[Entitlement], package: Package | None = None) -> int:
    """Note a paper list that came back signed: everybody on it, or nobody; `package` is for those who chose none.

    A handful of queries however long. Returns how many.
    """
    ISSUE_FLOW.check(issue, "sign_sheet", by=by)
    _sign(shares, by, {share.pk: share.package or package for share in shares}, None, "", "")
    return len(shares)


def _can_be_fetched(share: Entitlement) -> None:
    if share.issue.state != IssueState.OPEN:
        raise WrongState(_("“%(title)s”现在不能选择或领取。") % {"title": share.issue.title})
    if share.state == EntitlementState.ISSUED:
        raise WrongState(_("这份福利已经签收，不能重复领取。"))


def _sign(
    shares: Sequence[Entitlement],
    by: User,
    packages: dict[object, Package | None],
    signed_on: date | None,
    name: str,
    relation: str,
) -> None:
    day = signed_on or clock.today()
    checks.has_been(day, _("签收日期在今天以后，请核对。"))
    if any(share.state == EntitlementState.ISSUED for share in shares):
        raise WrongState(_("这份福利已经签收，不能重复领取。"))
    chosen = _chosen(shares, packages)
    _stock(chosen)
    claims.lay_many([(_wish(share, package), share) for share, package in chosen])
    for package in {package for _share, package in chosen}:
        some = [share for share, its in chosen if its == package]
        _mark(some, package, day, name, relation)
    events: list[tuple[Entitlement, dict[str, Any], dict[str, Any]]] = [
        (share, {}, {"package": package.name, "signed_on": day}) for share, package in chosen
    ]
    audit.record_many("care.gift.sign", events, by=by, reason=f"{name}（{relation}）" if name else "")


def _chosen(shares: Sequence[Entitlement], packages: dict[object, Package | None]) -> list[tuple[Entitlement, Package]]:
    """Each share with its package: as chosen, or the only one there is; raises Blocked where neither is known."""
    sole = _sole(shares[0].issue) if shares else None
    chosen = []
    for share in shares:
        package = packages[share.pk] or sole
        if package is None:
            raise Blocked(_("还没有选择套餐，请先选一种。"))
        chosen.append((share, package))
    return chosen


def _sole(issue: Issue) -> Package | None:
    """The only package of an issue, which nobody needs to choose."""
    every = list(issue.packages.all()[:2])
    return every[0] if len(every) == 1 else None


def _stock(chosen: Sequence[tuple[Entitlement, Package]]) -> None:
    """Take the pieces of those who had not chosen; free those of a choice changed at the desk."""
    fresh = Counter(package for share, package in chosen if share.package_id != package.pk)
    for package, count in sorted(fresh.items(), key=lambda pair: pair[0].pk):
        if not take(package, count):
            package.refresh_from_db(fields=["stock", "taken"])
            raise Blocked(
                _("“%(name)s”只剩%(left)s份，这次要%(count)s份，没有登记。请分套餐登记，或先补充库存。")
                % {"name": package.name, "left": package.left, "count": count}
            )
    changed = Counter(share.package_id for share, package in chosen if share.package_id not in (None, package.pk))
    for key, count in changed.items():
        Package.objects.filter(pk=key).update(taken=F("taken") - count)


def _mark(shares: Sequence[Entitlement], package: Package, day: date, name: str, relation: str) -> None:
    fields = {
        "state": EntitlementState.ISSUED,
        "package": package,
        "value": package.price,
        "signed_on": day,
        "signed_for_by": name,
        "signed_relation": relation,
    }
    done = sum(
        Entitlement.objects.filter(pk__in=batch, state__in=UNSIGNED).update(**fields)
        for batch in claims.batched(share.pk for share in shares)
    )
    if done < len(shares):
        raise WrongState(_("有的福利刚被签收，请刷新后再看。"))


def _wish(share: Entitlement, package: Package) -> Wish:
    """A share as the standards judge it: on the list's day, when membership was decided."""
    issue = share.issue
    return Wish(
        share.person, Occasion.FESTIVAL, issue.roll_on, issue.source, goods=package.price, festival=issue.festival
    )
