"""Things given to a drive: by piece, kept apart from money, in the book to the fen by their declared value."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.care.flow.drive import DRIVES
from unionhall.care.models import Drive, Goods
from unionhall.care.services import attesting, checks
from unionhall.care.services.drives import book
from unionhall.care.services.drives.gifts import check_day
from unionhall.flows import Blocked
from unionhall.funds.models import Voucher
from unionhall.kernel import clock, money
from unionhall.people.models import Person
from unionhall.people.selectors import person_of


@transaction.atomic
def receive_goods(
    drive: Drive,
    *,
    by: User,
    name: str,
    pieces: int,
    worth: Decimal,
    given_on: date,
    donor: Person | None = None,
    donor_name: str = "",
    is_anonymous: bool = True,
) -> Goods:
    """Enter things given, by piece; `worth` is what they are declared to be worth together, in yuan. They are no money.

    The drive's purse has them in store at once. Raises Blocked for less than a piece or a fen.
    """
    DRIVES.check(drive, "receive_goods", by=by)
    if pieces < 1 or worth <= 0 or worth != worth.quantize(money.FEN):
        raise Blocked(_("件数应是正整数，合计价值应大于零、写到分；没有凭据的按市价估，估不出的按名义金额1元登记。"))
    check_day(drive, given_on)
    goods = Goods.objects.create(
        drive=drive,
        name=name.strip(),
        pieces=pieces,
        worth=worth,
        received_by=by,
        given_on=given_on,
        donor=donor,
        donor_name=donor_name,
        is_anonymous=is_anonymous,
    )
    book.enter_goods(goods, by=by)
    audit.record("care.drive.receive_goods", goods, by=by, after={"pieces": pieces, "worth": worth})
    return goods


@transaction.atomic
def hand_goods(drive: Drive, *, by: User, handed_on: date, witness: Person, signed_by: str) -> int:
    """Everything given so far has been handed over by two, and somebody signed for it; returns how many entries.

    Raises Blocked when the second is the first, or whom it was given for, and without the name of who signed.
    """
    DRIVES.check(drive, "hand_goods", by=by)
    check_day(drive, handed_on)
    if witness in (person_of(by), drive.beneficiary):
        raise Blocked(_("交付物品要两人同去：请填经办人和受助人以外的另一位同事（DON-03，登记造册）。"))
    signed_by = checks.given(signed_by, _("请填写签收人：受助人本人，或注明关系的代收人（CARE-12）。"))
    handed = {"handed_on": handed_on, "handed_by": by, "witness": witness, "signed_by": signed_by}
    waiting = list(drive.goods.standing().filter(handed_on=None))
    if not waiting:
        raise Blocked(_("没有待交付的捐赠物品。"))
    for goods in waiting:
        if handed_on < goods.given_on:
            raise Blocked(_("“%(name)s”的交付日期早于捐赠日期，请核对。") % {"name": goods.name})
        if Goods.objects.filter(pk=goods.pk, handed_on=None).update(**handed):
            book.hand_on(goods, by=by, on=handed_on)
    attesting.of_goods(drive.goods.filter(pk__in=[goods.pk for goods in waiting]).select_related("witness"), by=by)
    after = {"entries": len(waiting), "handed_on": handed_on, "witness": witness.staff_no}
    audit.record("care.drive.hand_goods", drive, by=by, after=after)
    return len(waiting)


def undone(voucher: Voucher, by: User, reason: str) -> None:
    """The accountant reversed a voucher of goods: they are in store again, or were never given.

    Raises Blocked for things already handed on, whose handing on has to be reversed first.
    """
    goods = Goods.objects.get(pk=voucher.subject_id)
    if book.went_out(voucher):
        attesting.lapse(goods.words.all(), by=by)
        Goods.objects.filter(pk=goods.pk).update(handed_on=None, handed_by=None, witness=None, signed_by="")
    elif not Goods.objects.filter(pk=goods.pk, handed_on=None).update(reversed_on=clock.today()):
        raise Blocked(_("这批物品已经交付，请先冲销交付的凭证。"))
    audit.record("care.drive.reverse_goods", goods, by=by, reason=reason)
