"""Donation drives: begun with a rule, given to freely, reconciled to the fen (DON-01 to DON-08)."""

from unionhall.care.services.drives.gifts import Given, receive, receive_many, reverse
from unionhall.care.services.drives.goods import hand_goods, receive_goods
from unionhall.care.services.drives.passing import passed_back, passed_on
from unionhall.care.services.drives.paying import (
    ask_payment,
    drop,
    pay,
    returned,
    settle,
    settled,
    sign,
    taken_back,
)
from unionhall.care.services.drives.plan import amend, cancel, close, draft, publish

__all__ = [
    "Given",
    "amend",
    "ask_payment",
    "cancel",
    "close",
    "draft",
    "drop",
    "hand_goods",
    "passed_back",
    "passed_on",
    "pay",
    "publish",
    "receive",
    "receive_goods",
    "receive_many",
    "returned",
    "reverse",
    "settle",
    "settled",
    "sign",
    "taken_back",
]
