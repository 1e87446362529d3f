"""What is lent, and its states."""

from typing import Any

import rules
from django.conf import settings
from django.db import models

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.flows import Flow, Step
from unionhall.kernel.cipher import EncryptedTextField
from unionhall.kernel.money import MoneyField


@rules.predicate
def is_keeper(user: Any, obj: Any = None) -> bool:
    return user.staff_no.startswith("keeper") and user.is_active


@rules.predicate
def is_borrower(user: Any, obj: Any = None) -> bool:
    return obj is not None and obj.borrower_id == user.pk


@rules.predicate
def has_pages(user: Any, obj: Any = None) -> bool:
    return not user.staff_no.startswith("stranger")


class State(models.TextChoices):
    ASKED = "asked", "待借"
    OUT = "out", "借出"
    BACK = "back", "已还"


class Kind(models.TextChoices):
    TOOL = "tool", "工具"
    BOOK = "book", "图书"


def fee_is_known(loan: "Loan") -> str | None:
    return None if loan.fee is not None else "还没有填写押金，不能借出（借用办法第三条）。请先填写押金。"


FLOW = Flow(
    "toolroom",
    State,
    [
        Step("lend", State.ASKED, State.OUT, is_keeper, fee_is_known, label="借出"),
        Step("return", State.OUT, State.BACK, is_keeper | is_borrower, label="归还"),
    ],
)


class LoanQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "LoanQuerySet":
        return self if is_keeper(user) else self.filter(borrower=user)


class Shelf(TenantModel):
    name = models.CharField("货架", max_length=60)
    room = models.CharField("房间", max_length=20, blank=True)

    class Meta:
        app_label = "toolroom"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Loan(TenantModel):
    number = models.CharField("编号", max_length=20)
    title = models.CharField("物品", max_length=60)
    kind = models.CharField("类别", max_length=8, choices=Kind, default=Kind.TOOL)
    state = models.CharField("状态", max_length=8, choices=State, default=State.ASKED)
    shelf = models.ForeignKey(Shelf, models.PROTECT, null=True, verbose_name="货架")
    borrower = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="借用人")
    wanted_on = models.DateField("借用日期", null=True)
    fee = MoneyField("押金", null=True)
    phone = models.CharField("电话", max_length=20, blank=True)
    secret = EncryptedTextField("证件号码", blank=True)

    objects = tenant_manager(LoanQuerySet)

    class Meta:
        app_label = "toolroom"
        verbose_name = "借用单"
        ordering = ["number"]

    def __str__(self) -> str:
        return self.title


class Note(TenantModel):
    loan = models.ForeignKey(Loan, models.CASCADE, related_name="notes")
    text = models.CharField("备注", max_length=60)

    class Meta:
        app_label = "toolroom"
