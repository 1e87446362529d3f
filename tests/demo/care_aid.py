"""What the reports claim of collections, aid, hardship and health checks; ids are those of the list of claims."""

from datetime import date
from decimal import Decimal

from unionhall.care.figures import aid as figures
from unionhall.care.kinds.aid import AidKind
from unionhall.care.models import Aid, Drive, DrivePayment, Gift, HardshipFile
from unionhall.care.services import claims as paid_once
from unionhall.demo.world import World
from unionhall.figures.scope import Scope
from unionhall.funds.models import Fund, SpendingRequest, Voucher


def claims(world: World, year: Scope) -> None:
    drive = Drive.objects.get(title="爱心互助募捐")
    here = year.of(drive=drive)
    assert (drive.opens_on, drive.closes_on, drive.state) == (date(2023, 2, 10), date(2023, 3, 10), "settled")  # E-44
    donated = figures.donated(here)
    assert (donated.value, donated.say("over:25000")) == (Decimal("25368.50"), "25000余元")  # E-45
    assert (figures.drive_paid(here).value, figures.drive_left(here).value) == (Decimal("25368.50"), 0)  # E-46
    assert Fund.objects.about(drive).get().balance() == 0
    assert Voucher.objects.filter(subject_type=Gift._meta.label_lower).count() == Gift.objects.count()
    payment = DrivePayment.objects.get()
    assert SpendingRequest.objects.about(payment).get().state == "booked"
    rescue = Aid.objects.get(kind=AidKind.ONE_OFF)
    assert (rescue.cash, rescue.state, figures.aid_cash(year.of(aid=rescue)).value) == (1000, "signed", 1000)  # E-48
    assert figures.days_to_aid(year).value == 2 and rescue.event.kind == "disaster"  # A-20, E-47
    assert paid_once.Claim.objects.filter(subject_id=rescue.pk, is_live=True).count() == 1
    assert figures.aid_cash(year).value > figures.aid_cash(year.of(kind=AidKind.HARDSHIP)).value > 0
    assert figures.households_visited(year).value == 14  # C-18, E-49
    assert (figures.households_lifted(year).value, figures.households_told(year).value) == (6, 8)  # C-19, E-41
    assert set(HardshipFile.objects.exclude(grade="").values_list("grade", flat=True)) == {
        "deep",
        "relative",
        "accident",
    }
    file = HardshipFile.objects.exclude(grade="").first()
    assert file.latest_means.grade == file.grade  # E-43
    share = figures.examined_share(year)
    assert figures.rounds(year).value == 1
    assert Decimal("0.90") < share.value < Decimal("0.92")  # A-19, C-12
    assert (figures.batches(year).value, figures.rested(year).value) == (1, 12)
    assert figures.covered(year).value > 2000
