"""A household on file, looked at every year: it stays as it is, its grade is decided anew, or it leaves (CARE-07)."""

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.care.flow.hardship import HARDSHIP
from unionhall.care.kinds.hardship import Grade
from unionhall.care.models import HardshipFile, Review
from unionhall.care.services import checks, posting
from unionhall.care.services.hardship.moving import looked_again, move, next_review
from unionhall.flows import Blocked
from unionhall.kernel import clock


@transaction.atomic
def review(file: HardshipFile, *, by: User, note: str = "") -> Review | None:
    """Look again after a year (CARE-07), by a calculation made since the last look.

    The grade it gives stands for another year where it is the same; another one is verified, deliberated and posted as the
    first was (CARE-05), the household staying on file meanwhile, and there is no review until then. Raises Blocked without
    such a calculation, and when it says that the household is no longer in hardship.
    """
    HARDSHIP.check(file, "review", by=by)
    last = file.reviews.order_by("-reviewed_on").values_list("reviewed_on", flat=True).first() or file.filed_on
    test = file.means_tests.order_by("-made_on", "-id").first()
    if test is None or (last and test.made_on <= last):
        raise Blocked(_("请先按今年的收支重新测算，再登记复核（CARE-07）。"))
    if test.means.grade == Grade.NONE:
        raise Blocked(_("按最新测算已不再达到困难标准，请办理“脱困退出”（CARE-07）。"))
    if test.means.grade != file.grade:
        _regrade(file, by, note)
        return None
    HARDSHIP.fire(file, "review", by=by, fields={"review_due_on": next_review(clock.today())})
    return looked_again(file, by, note)


@transaction.atomic
def keep_grade(file: HardshipFile, *, by: User, reason: str) -> Review:
    """Another grade is not decided: the household keeps the one it has for another year, and what was posted comes down."""
    reason = checks.given(reason, _("请写明理由。"))
    fields = {"review_due_on": next_review(clock.today())}
    move(file, "keep_grade", by=by, note=reason, words=reason, fields=fields)
    posting.take_down(file.notices.running(clock.today()), by=by)
    return looked_again(file, by, reason)


def _regrade(file: HardshipFile, by: User, note: str) -> None:
    nobody = {"verified_by": None, "agreed_by": None, "opinion": ""}
    words = _("年度复核测算的困难类别有变化，重新核实、审议、公示；其间仍按原类别在档。")
    move(file, "regrade", by=by, note=note, words=words, fields=nobody)


def lift(file: HardshipFile, *, by: User, reason: str) -> None:
    """The household is out of hardship: no new aid from now on (CARE-07); it reads why."""
    move(file, "lift", by=by, note=reason, words=reason, fields={"left_on": clock.today(), "review_due_on": None})
