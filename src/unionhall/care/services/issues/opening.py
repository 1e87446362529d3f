"""Who is entitled, drawn up by rule, and the day from which they may choose."""

from decimal import Decimal

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.care.flow.issues import ISSUE_FLOW
from unionhall.care.kinds.words import Audience, Occasion
from unionhall.care.models import Entitlement, Issue, Tally
from unionhall.care.selectors.caps import bounds, clauses
from unionhall.care.selectors.retirees import retirees
from unionhall.care.services import calling_in, checks, claims
from unionhall.care.services.issues.packages import wish
from unionhall.flows import Blocked
from unionhall.people.models import Person


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
    ISSUE_FLOW.fire(issue, "open", by=by, fields={"clause": clauses(bounds(wish(issue)))})
    calling_in.tell(issue)


def _beyond_the_year(issue: Issue) -> str | None:
    dearest = max((package.price for package in issue.packages.all()), default=Decimal(0))
    lines = bounds(wish(issue))
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
