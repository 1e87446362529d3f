"""The papers of a drive: the receipt of one donation, the list of all, and the account as it is posted."""

from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy

from unionhall.accounts.tenancy import current_union
from unionhall.care.models import Drive, Gift
from unionhall.care.selectors import drives as selectors
from unionhall.files import word
from unionhall.kernel import clock, money
from unionhall.pages.values import day

HERE = Path(__file__).parent.parent / "word"


def receipt(gift: Gift) -> dict[str, Any]:
    """捐款收据: it names the donor to the donor alone, even of an anonymous gift."""
    return {
        "union": current_union().name,
        "number": gift.number,
        "drive": gift.drive.title,
        "donor": gift.who or gift.named,
        "amount": money.shown(gift.amount),
        "in_words": money.in_words(gift.amount),
        "way": str(gift.get_way_display()),
        "given_on": day(gift.given_on),
        "remainder": str(gift.drive.get_remainder_display()),
        "received_by": gift.received_by.name,
        "printed_on": day(clock.today()),
    }


def _account(drive: Drive) -> dict[str, Any]:
    known = selectors.account(drive)
    return {
        "union": current_union().name,
        "number": drive.number,
        "title": drive.title,
        "cause": drive.cause,
        "for_whom": drive.for_whom,
        "days": f"{day(drive.opens_on)}–{day(drive.closes_on)}",
        "cash": money.shown(known.cash),
        "transfers": money.shown(known.transfers),
        "came": money.shown(known.came),
        "came_in_words": money.in_words(known.came),
        "paid": money.shown(known.paid),
        "left": money.shown(known.left),
        "gifts": known.gifts,
        "pieces": known.pieces,
        "remainder": str(drive.get_remainder_display()),
        "audit_opinion": drive.audit_opinion,
        "printed_on": day(clock.today()),
    }


def details(drive: Drive) -> dict[str, Any]:
    """捐款明细, for who keeps the money: an anonymous donor stays so on paper (DON-05)."""
    gifts = drive.gifts.select_related("donor", "received_by", "counted_by").order_by("given_on", "number")
    return _account(drive) | {
        "rows": [
            {
                "at": at,
                "number": gift.number,
                "given_on": day(gift.given_on),
                "donor": gift.named,
                "way": str(gift.get_way_display()),
                "amount": money.shown(gift.amount),
                "received_by": gift.received_by.name,
                "counted_by": gift.counted_by.name if gift.counted_by else "",
            }
            for at, gift in enumerate(gifts, 1)
        ]
    }


SAMPLE = {
    "union": "示范医院工会", "number": "MJ-2023-01", "title": "爱心互助募捐", "cause": "家庭遭遇重大困难",
    "for_whom": "王某", "days": "2023年2月10日–2023年3月10日", "cash": "8,000.00", "transfers": "17,000.00",
    "came": "25,000.00", "came_in_words": "贰万伍仟元整", "paid": "25,000.00", "left": "0.00", "gifts": 120, "pieces": 0,
    "remainder": "全部交付受助人", "audit_opinion": "账实相符", "printed_on": "2023年3月20日",
}  # fmt: skip
LINE = {
    "at": 1, "number": "MJ-2023-01-0001", "given_on": "2023年2月11日", "donor": "匿名", "way": "现金",
    "amount": "200.00", "received_by": "干事", "counted_by": "出纳",
}  # fmt: skip
RECEIPT = {
    "union": "示范医院工会", "number": "MJ-2023-01-0001", "drive": "爱心互助募捐", "donor": "王职工", "amount": "200.00",
    "in_words": "贰佰元整", "way": "现金", "given_on": "2023年2月11日", "remainder": "全部交付受助人",
    "received_by": "干事", "printed_on": "2023年3月20日",
}  # fmt: skip

word.register("care.receipt", gettext_lazy("捐款收据"), template=HERE / "receipt.docx", context=receipt, sample=RECEIPT)
word.register(
    "care.details",
    gettext_lazy("捐款明细"),
    template=HERE / "details.docx",
    context=details,
    sample=SAMPLE | {"rows": [LINE]},
)
word.register(
    "care.account", gettext_lazy("捐款账目公示"), template=HERE / "account.docx", context=_account, sample=SAMPLE
)
