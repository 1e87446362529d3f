"""Prizes: into stock, to people, signed for. Neither the stock nor the share of people given an award can be passed."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.activities import rules
from unionhall.activities.flow import FLOW
from unionhall.activities.models import Activity, Entry, Item, Prize, PrizeIssue
from unionhall.activities.services import checks
from unionhall.audit import services as audit
from unionhall.flows import Blocked
from unionhall.people.models import Person
from unionhall.rulebook import services as rulebook

SHARE = "activities.award_share_max"


class Winner(NamedTuple):
    """Who is given how many pieces, and for what."""

    person: Person
    quantity: int
    item: Item | None = None
    award: str = ""


@transaction.atomic
def stock_prize(
    activity: Activity, *, by: User, name: str, stock: int, unit_price: Decimal = Decimal(0), is_keepsake: bool = False
) -> Prize:
    """Take prizes into stock; more of the same name adds to what is there. Raises Blocked for less than one."""
    FLOW.check(activity, "stock_prize", by=by)
    name = checks.given(name, _("请写明奖品名称。"))
    checks.not_negative(unit_price=unit_price)
    if stock < 1:
        raise Blocked(_("入库数量应是正整数。"))
    prize, made = _prize(activity, name, stock, unit_price, is_keepsake)
    if not made:
        Prize.objects.filter(pk=prize.pk).update(stock=F("stock") + stock)
        prize.refresh_from_db()
    audit.record("activities.stock_prize", prize, by=by, after={"added": stock, "unit_price": unit_price})
    return prize


def _prize(activity: Activity, name: str, stock: int, unit_price: Decimal, is_keepsake: bool) -> tuple[Prize, bool]:
    return Prize.objects.get_or_create(
        activity=activity, name=name, defaults={"stock": stock, "unit_price": unit_price, "is_keepsake": is_keepsake}
    )


def issue_prize(
    activity: Activity,
    *,
    by: User,
    prize: Prize,
    person: Person,
    quantity: int,
    item: Item | None = None,
    award: str = "",
) -> PrizeIssue:
    """Give one person some pieces of a prize; see `issue_prizes`."""
    return issue_prizes(prize, by=by, winners=[Winner(person, quantity, item, award)])[0]


@transaction.atomic
def award(
    activity: Activity, *, by: User, prize: Prize, item: Item, first: int, last: int, quantity: int, name: str = ""
) -> list[PrizeIssue]:
    """Give a prize to all placed from `first` to `last` in an item, both inclusive; each member of a team alike."""
    checks.belongs(item, activity)
    if last < first:
        raise Blocked(_("名次的后一个数不能小于前一个数。"))
    placed = item.results.filter(rank__range=(first, last))
    entries = (
        item.entries.took_part().filter(team__result__in=placed)
        if item.is_team
        else item.entries.took_part().filter(result__in=placed)
    )
    winners = [Winner(entry.person, quantity, item, name) for entry in entries.select_related("person")]
    if not winners:
        raise Blocked(
            _("“%(item)s”第%(first)s至%(last)s名还没有人，请先录入成绩。")
            % {"item": item.name, "first": first, "last": last}
        )
    return issue_prizes(prize, by=by, winners=winners)


@transaction.atomic
def issue_prizes(prize: Prize, *, by: User, winners: Iterable[Winner]) -> list[PrizeIssue]:
    """Give pieces of a prize to people who took part, all or none.

    Raises Blocked when a quantity is below one, somebody did not take part, the stock does not suffice, or more people
    would have an award than the share of those who took part allows (ACT-03; a keepsake is no award).
    """
    activity, winners = prize.activity, list(winners)
    FLOW.check(activity, "issue_prize", by=by)
    if any(winner.quantity < 1 for winner in winners):
        raise Blocked(_("奖品数量应是正整数。"))
    _take_from_stock(prize, sum(winner.quantity for winner in winners))
    _check_took_part(activity, winners)
    if not prize.is_keepsake:
        _check_share(activity, winners)
    issues = PrizeIssue.objects.bulk_create(
        [
            PrizeIssue(activity=activity, prize=prize, person=w.person, item=w.item, award=w.award, quantity=w.quantity)
            for w in winners
        ],
        batch_size=500,
    )
    audit.record(
        "activities.issue_prizes",
        prize,
        by=by,
        after={"people": len(issues), "pieces": sum(issue.quantity for issue in issues)},
        concerns=winners[0].person.pk if len(winners) == 1 else None,
    )
    return issues


def _take_from_stock(prize: Prize, pieces: int) -> None:
    if not Prize.objects.filter(pk=prize.pk, stock__gte=F("issued") + pieces).update(issued=F("issued") + pieces):
        prize.refresh_from_db()
        raise Blocked(
            _("“%(prize)s”库存只剩%(left)s个，不够发%(pieces)s个。请先入库。")
            % {"prize": prize.name, "left": prize.left, "pieces": pieces}
        )


def _check_took_part(activity: Activity, winners: list[Winner]) -> None:
    came = set(Entry.objects.took_part().filter(item__activity=activity).values_list("person", flat=True))
    stranger = next((winner.person for winner in winners if winner.person.pk not in came), None)
    if stranger:
        raise Blocked(_("%(name)s没有参加这项活动的记录，不能发奖。") % {"name": stranger.name})


def _check_share(activity: Activity, winners: list[Winner]) -> None:
    """The prize row is locked by now, the activity is not: its row is touched so that awards are counted one by one."""
    Activity.objects.filter(pk=activity.pk).update(state=F("state"))
    came = Entry.objects.took_part().filter(item__activity=activity).values("person").distinct().count()
    given = set(PrizeIssue.objects.filter(activity=activity, prize__is_keepsake=False).values_list("person", flat=True))
    people = len(given | {winner.person.pk for winner in winners})
    share = rulebook.value(SHARE, on=activity.held_from)
    most = rules.most_awarded(came, share)
    if people > most:
        raise Blocked(
            _(
                "参加%(came)s人，奖励面不超过%(share)s，至多%(most)s人，这样发将有%(people)s人获奖"
                "（ACT-03，%(clause)s）。普遍发放的小件请按纪念品入库。"
            )
            % {
                "came": came,
                "share": share,
                "most": most,
                "people": people,
                "clause": rulebook.cite(SHARE, on=activity.held_from),
            }
        )
