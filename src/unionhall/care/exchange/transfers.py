"""Donations by transfer, from the bank's own list."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.models import User
from unionhall.care.kinds.drive import Way
from unionhall.care.models import Drive, Gift
from unionhall.care.services import drives
from unionhall.care.services.drives.gifts import Given, amount_problem
from unionhall.kernel import clock, money
from unionhall.kernel.text import squeezed
from unionhall.pages.imports import Field, Importer, Kind, Line, Preview, clean
from unionhall.pages.values import day
from unionhall.people.models import Person

FIELDS = (
    Field("given_on", gettext_lazy("交易日期"), words=("日期", "入账日期", "交易时间"), required=True, clean=clean.day),
    Field(
        "amount",
        gettext_lazy("金额"),
        words=("收入金额", "贷方金额", "交易金额", "发生额"),
        required=True,
        clean=clean.money,
    ),
    Field("payer", gettext_lazy("付款人"), words=("对方户名", "付款人名称", "户名", "姓名"), clean=clean.text(60)),
    Field(
        "bank_no",
        gettext_lazy("流水号"),
        words=("交易流水号", "凭证号", "业务编号"),
        required=True,
        clean=clean.text(40),
    ),
    Field("staff_no", gettext_lazy("工号"), words=("职工号", "附言"), clean=clean.text(32)),
)


class TransferImporter(Importer):
    """One row is one donation. The bank's number of the line tells it: twice in the file is an error, entered before is
    unchanged. A payer is known by staff number, or by a name only one colleague has; everybody else gives by name."""

    key, label, fields, identity = "care.transfers", gettext_lazy("转账捐款"), FIELDS, "bank_no"
    kinds = (Kind.NEW, Kind.UNCHANGED, Kind.ERROR)

    def __init__(self, drive: Drive) -> None:
        self.drive = drive
        self.entered: dict[str, Gift] = {}
        self.by_hand: list[Gift] = []

    def prepare(self, lines: list[Line]) -> None:
        """Find the payers on the roster, and what is entered already, with four queries for the whole file."""
        here = Person.objects.filter(left_on=None)
        numbers = here.filter(staff_no__in={line.values.get("staff_no") for line in lines} - {None})
        by_number = {person.staff_no: person for person in numbers}
        by_name: dict[str, list[Person]] = {}
        for person in here.filter(name__in={squeezed(line.values.get("payer") or "") for line in lines}):
            by_name.setdefault(person.name, []).append(person)
        for line in lines:
            named = by_name.get(squeezed(line.values.get("payer") or ""), [])
            number = line.values.get("staff_no")
            line.values["donor"] = by_number.get(number) or (named[0] if len(named) == 1 else None)
        entered = self.drive.gifts.standing().select_related("donor")
        self.entered = {gift.bank_no: gift for gift in entered.exclude(bank_no="")}
        days = {line.values.get("given_on") for line in lines} - {None}
        self.by_hand = list(entered.filter(bank_no="", given_on__in=days))

    def check(self, line: Line) -> Iterable[str]:
        """What no donation can be; an unknown payer is no reason."""
        amount, given_on = line.values.get("amount"), line.values.get("given_on")
        if amount is not None and (problem := amount_problem(amount, given_on)):
            yield problem
        if given_on and given_on > clock.today():
            yield _("日期在今天以后。")
        if given_on and given_on < self.drive.opens_on:
            yield _("募集从{day}开始，日期早于这一天。").format(day=day(self.drive.opens_on))
        known = self.entered.get(line.values.get("bank_no") or "")
        if known and (known.amount, known.given_on) != (amount, given_on):
            yield _("这条流水已登记为{day}的{yuan}元（收据{number}），与表中不同；记错的请先冲销，再导入。").format(
                day=day(known.given_on), yuan=money.shown(known.amount), number=known.number
            )

    def repeated(self, first: int | None) -> str:
        """One transfer is one donation."""
        return _("与第 {row} 行重复，同一笔转账只登记一次（DON-03，登记造册）。").format(row=first)

    def label_of(self, line: Line) -> str:
        """The payer, the amount and the bank's number."""
        amount = line.values.get("amount")
        yuan = "" if amount is None else _("{yuan}元").format(yuan=money.shown(amount))
        return " ".join(filter(None, [line.values.get("payer"), yuan, line.values.get("bank_no")]))

    def notes(self, line: Line) -> Iterable[str]:
        """Whom on the roster the payer is taken for, and a like donation of the day that bears no number of the bank."""
        donor, values = line.values["donor"], line.values
        if line.kind is not Kind.NEW:
            return
        yield (
            _("登记到{name}（工号{number}）名下。").format(name=donor.name, number=donor.staff_no)
            if donor
            else _("花名册上没有对得上的人，按付款人姓名登记。")
        )
        for gift in self.by_hand:
            same = gift.donor_id == donor.pk if donor else gift.who == (values.get("payer") or "")
            if same and (gift.amount, gift.given_on) == (values["amount"], values["given_on"]):
                text = _(
                    "同一天已登记过同一人的{yuan}元（收据{number}，{way}），没有流水号；若是同一笔，请从表中删去这一行。"
                )
                yield text.format(yuan=money.shown(gift.amount), number=gift.number, way=gift.get_way_display())

    def sum(self, lines: Sequence[Line]) -> str:
        """How many donations, and how much."""
        total = sum((line.values["amount"] for line in lines), Decimal(0))
        return _("将新增{count}笔，合计{yuan}元。").format(count=len(lines), yuan=money.shown(total))

    def existing(self, keys: Collection[Any]) -> Mapping[Any, Mapping[str, Any]]:
        """Lines entered before."""
        return {number: {} for number in keys if number in self.entered}

    def apply(self, preview: Preview, *, by: User, confirmed: Collection[str]) -> None:
        """Enter the new rows; what is entered is never rewritten."""
        drives.receive_many(self.drive, by=by, given=[_given(line) for line in preview.of(Kind.NEW)])


def _given(line: Line) -> Given:
    values = line.values
    return Given(
        amount=values["amount"],
        given_on=values["given_on"],
        way=Way.TRANSFER,
        donor=values["donor"],
        donor_name="" if values["donor"] else values.get("payer") or "",
        bank_no=values["bank_no"],
    )
