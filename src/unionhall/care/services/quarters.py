"""The posting of a quarter's visits and aid, in each branch for its own members (CARE-20)."""

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.roles import Role, in_office, units_where
from unionhall.care.flow.notice import NoticeState
from unionhall.care.models import PublicNotice
from unionhall.care.permissions import posts_quarters
from unionhall.care.rules.posting import quarter, quarter_problem, text_of
from unionhall.care.selectors.posted import by_branch, gifts_of
from unionhall.care.services import checks, posting
from unionhall.flows import Blocked, NotAllowed, only_once
from unionhall.kernel import clock
from unionhall.people.models import Unit


@transaction.atomic
def post(*, by: User, year: int, number: int, unit: Unit | None = None) -> PublicNotice:
    """Post what was given in a quarter in one branch, or in every one that has something and no such posting yet.

    Family name, department, kind of matter and amount alone; returns the first. The chair of a branch posts that of their
    own (CARE-20). Raises Blocked before the quarter is over, when it hangs already, and when there is nothing to post.
    """
    _check_whose(by, unit)
    first, last = quarter(year, number)
    if reason := quarter_problem(last, clock.today()):
        raise Blocked(reason)
    given, gifts = by_branch(first, last), gifts_of(first, last)
    hung = set(PublicNotice.objects.hung(first, last).values_list("unit", flat=True))
    if unit and unit.pk in hung:
        raise Blocked(_("“%(unit)s”这个季度已经公示过。") % {"unit": unit.name})
    units = Unit.objects.filter(pk__in=set(given) - hung).order_by("order", "name")
    made = [
        _hang(one, given[one.pk], gifts.get(one.pk, []), (year, number), by)
        for one in (units.filter(pk=unit.pk) if unit else units)
    ]
    if not made:
        raise Blocked(_("这个季度没有要公示的慰问和补助，或者都已公示。"))
    return made[0]


def _check_whose(by: User, unit: Unit | None) -> None:
    if in_office(by) or (unit and unit.pk in units_where(by, Role.BRANCH_CHAIR)):
        return
    if posts_quarters(by):
        raise NotAllowed(
            _("分工会主席公示本分会的慰问和补助，请选本分会；其他分会和各分会一并公示的由工会办公室办理。")
        )
    checks.of_the_office(by, _("公示慰问和补助"))


def _hang(unit: Unit, given: list, gifts: list, when: tuple[int, int], by: User) -> PublicNotice:
    first, last = quarter(*when)
    title = _("%(unit)s%(year)s年第%(number)s季度慰问和补助公示") % {
        "unit": unit.name,
        "year": when[0],
        "number": when[1],
    }
    with only_once(_("“%(unit)s”这个季度刚由别人公示，请刷新后再看。") % {"unit": unit.name}):
        text = text_of(given, gifts)
        return posting.post(title=title[:60], text=text, by=by, unit=unit, first_on=first, last_on=last)


@transaction.atomic
def take_down(notice: PublicNotice, *, by: User, reason: str) -> None:
    """Take a quarter's posting down for a mistake, with the reason; it can be made again."""
    if notice.unit_id is None:
        raise NotAllowed(_("困难建档和疗休养的公示随申请办理，不在这里撤下。"))
    checks.of_the_office(by, _("撤下公示"))
    reason = checks.given(reason, _("请写明撤下的理由。"))
    if notice.state != NoticeState.RUNNING:
        raise Blocked(_("这份公示已经撤下。"))
    posting.take_down(PublicNotice.objects.filter(pk=notice.pk), by=by, reason=reason)
