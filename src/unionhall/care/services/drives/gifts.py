"""What comes into a drive: money at the desk or by transfer."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import next_number
from unionhall.audit import services as audit
from unionhall.care.flow.drive import DRIVES
from unionhall.care.kinds.drive import Way
from unionhall.care.models import Attestation, Drive, Gift
from unionhall.care.rules import drive as rules
from unionhall.care.services import attesting
from unionhall.care.services.drives import book
from unionhall.flows import Blocked, only_once
from unionhall.funds.models import Voucher
from unionhall.kernel import clock, money
from unionhall.notices import services as notices
from unionhall.pages.values import day
from unionhall.people.models import Person
from unionhall.people.selectors import person_of
from unionhall.rulebook import services as rulebook

MOST = "care.donation_max"


@dataclass(frozen=True)
class Given:
    """One donation as it is handed in: who (a person, or a name that is on no roster), how much, when, how.

    Cash names who counted it beside the one who took it in; a transfer the bank's own number of the line, or says that it
    `is_unmatched` and waits for one.
    """

    amount: Decimal
    given_on: date
    way: str
    donor: Person | None = None
    donor_name: str = ""
    is_anonymous: bool = True
    counted_by: Person | None = None
    bank_no: str = ""
    is_unmatched: bool = False

    @property
    def kept(self) -> dict[str, Any]:
        """What its row keeps: a transfer without a number is unmatched."""
        return {name: value for name, value in vars(self).items() if name != "is_unmatched"}


def receive(drive: Drive, *, by: User, **given: Any) -> Gift:
    """Enter one donation; the words are the fields of `Given`. See `receive_many`."""
    return receive_many(drive, by=by, given=[Given(**given)])[0]


@transaction.atomic
def receive_many(drive: Drive, *, by: User, given: Iterable[Given]) -> list[Gift]:
    """Enter donations, all or none; the drive's balance rises by their sum in the same transaction.

    Raises Blocked for an amount of nothing or beyond what is plausible, for cash not counted by a second person, for a
    day the drive had not begun or that has not come, for a donation of whom it is collected for, and for a line of the
    bank that is entered already.
    """
    DRIVES.check(drive, "receive", by=by)
    given = list(given)
    for one in given:
        _check(drive, one, by)
    turns = _turns(drive, [one.bank_no for one in given])
    numbers = [f"{drive.number}-{next_number(f'care.gifts:{drive.pk}'):04d}" for _one in given]
    with only_once(_("这条银行流水已经登记过，同一笔转账只登记一次（DON-03，登记造册）。")):
        gifts = Gift.objects.bulk_create(
            [
                Gift(drive=drive, number=number, received_by=by, bank_turn=turns[one.bank_no], **one.kept)
                for number, one in zip(numbers, given, strict=True)
            ]
        )
    attesting.of_gifts(gifts, by=by)
    add(drive, sum((one.amount for one in given), Decimal(0)))
    purse = book.purse_of(drive)
    for gift in gifts:
        book.enter(gift, by=by, purse=purse)
        _tell(gift, by)
    return gifts


@transaction.atomic
def reverse(drive: Drive, *, by: User, gift: Gift, reason: str) -> Gift:
    """Undo a donation entered by mistake with a row of the opposite amount, here and in the book; the first row stays.

    The accountant does it, who did not take the money in (FIN-09).

    Raises Blocked when it is reversed already, is no donation of this drive, or its money has been paid out.
    """
    DRIVES.check(drive, "reverse", by=by)
    if gift.drive_id != drive.pk or gift.reverses_id:
        raise Blocked(_("这一笔不是本次募捐可以冲销的捐款。"))
    contra = _turn(drive, gift, by, reason)
    book.take_back(gift, by=by, reason=reason)
    return contra


def undone(voucher: Voucher, by: User, reason: str) -> None:
    """The accountant reversed the receipt of a donation at the book's desk: it is reversed here too."""
    gift = Gift.objects.select_related("drive").get(pk=voucher.subject_id)
    _turn(gift.drive, gift, by, reason)


def _turn(drive: Drive, gift: Gift, by: User, reason: str) -> Gift:
    """The row of the opposite amount."""
    contra = Gift(
        drive=drive,
        number=f"{drive.number}-{next_number(f'care.gifts:{drive.pk}'):04d}",
        donor=gift.donor,
        donor_name=gift.donor_name,
        way=gift.way,
        amount=-gift.amount,
        given_on=clock.today(),
        received_by=by,
        counted_by=gift.counted_by,
        bank_no=gift.bank_no,
        reverses=gift,
    )
    with only_once(_("这一笔已经冲销过。")):
        contra.save(force_insert=True)
    attesting.lapse(Attestation.objects.filter(gift=gift), by=by)
    take(drive, gift.amount)
    audit.record(
        "care.drive.reverse",
        contra,
        by=by,
        before={"number": gift.number},
        after={"amount": contra.amount},
        reason=reason,
    )
    return contra


def add(drive: Drive, amount: Decimal) -> None:
    """The balance rises."""
    Drive.objects.filter(pk=drive.pk).update(balance=F("balance") + money.as_column(amount))
    drive.refresh_from_db(fields=["balance"])


def take(drive: Drive, amount: Decimal) -> None:
    """The balance falls; raises Blocked rather than below zero. The UPDATE is the lock on both databases."""
    enough = Drive.objects.filter(pk=drive.pk, balance__gte=amount)
    if not enough.update(balance=F("balance") - money.as_column(amount)):
        drive.refresh_from_db(fields=["balance"])
        raise Blocked(
            _("结余只有%(left)s元，不够%(asked)s元；专款专用，不能超支（慈善法第五十四条）。")
            % {"left": money.shown(drive.balance), "asked": money.shown(amount)}
        )
    drive.refresh_from_db(fields=["balance"])


def _turns(drive: Drive, numbers: Sequence[str]) -> Counter[str]:
    """How often each line of the bank was reversed before: as often it may be entered again, rightly."""
    contras = drive.gifts.exclude(reverses=None).filter(bank_no__in=set(numbers) - {""})
    return Counter(contras.values_list("bank_no", flat=True))


def amount_problem(amount: Decimal, on: date | None) -> str | None:
    """Why an amount cannot be entered as one donation of a day, in words that quote the rule, or None."""
    return rules.amount_problem(amount, rulebook.value(MOST, on=on), rulebook.cite(MOST, on))


def _check(drive: Drive, given: Given, by: User) -> None:
    if problem := amount_problem(given.amount, given.given_on):
        raise Blocked(problem)
    check_day(drive, given.given_on)
    if problem := rules.transfer_problem(given.way, given.bank_no, is_unmatched=given.is_unmatched):
        raise Blocked(problem)
    if given.way == Way.CASH and given.counted_by is None:
        raise Blocked(_("现金要两人清点：请填另一位清点人（DON-03，登记造册）。"))
    if given.way == Way.CASH and given.counted_by == person_of(by):
        raise Blocked(_("清点人要是收款人以外的另一位同事，一个人不能自收自点。"))
    if given.donor is None:
        return
    if given.donor == drive.beneficiary:
        raise Blocked(_("受助人不是这次募捐的捐款人，请核对捐款人（DON-03）。"))
    if given.way == Way.CASH and given.donor in (given.counted_by, person_of(by)):
        raise Blocked(_("捐款人不能收自己捐的现金，也不能做清点人：请由另外两位同事收款、清点（DON-03）。"))


def check_day(drive: Drive, given_on: date) -> None:
    """No donation of a day to come, nor of one before the drive began; raises Blocked."""
    if given_on > clock.today():
        raise Blocked(_("日期在今天以后。"))
    if given_on < drive.opens_on:
        raise Blocked(_("募集从%(day)s开始，日期早于这一天。") % {"day": day(drive.opens_on)})


def _tell(gift: Gift, by: User) -> None:
    after = {"number": gift.number, "amount": gift.amount, "way": gift.way}
    audit.record("care.drive.receive", gift, by=by, after=after)
    if gift.donor and gift.donor.user:
        notices.after_commit("care.drive.thanks", gift, to=gift.donor.user, yuan=money.shown(gift.amount))
