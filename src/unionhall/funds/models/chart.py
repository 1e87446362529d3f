"""The accounts of the union's book."""

from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.funds.kinds.ledger import AccountKind, Level
from unionhall.funds.permissions.ledger import reads_book
from unionhall.kernel.money import MoneyField
from unionhall.rulebook.registry import Checked


class AccountQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """The book's readers."""
        return self if reads_book(user) else self.none()


class Account(TenantModel):
    """One account (会计科目). Its code says where it stands: 50102 is the second detail of 501.

    `level` says which unions use it, `source` and `checked` where it comes from and how far that was compared (FIN-15).
    `in_hand` is what an account of cash holds, which the database keeps as vouchers are sealed; nothing for all others.
    """

    code = models.CharField(_("科目编码"), max_length=12)
    name = models.CharField(_("科目名称"), max_length=40)
    kind = models.CharField(_("要素"), max_length=10, choices=AccountKind)
    level = models.CharField(_("适用级别"), max_length=8, choices=Level, default=Level.ALL)
    source = models.CharField(_("依据"), max_length=120)
    checked = models.CharField(_("核对情况"), max_length=10, choices=Checked, default=Checked.UNVERIFIED)
    is_open = models.BooleanField(_("启用"), default=True)
    in_hand = MoneyField(_("库存现金（元）"), default=0, editable=False)

    objects = tenant_manager(AccountQuerySet)

    class Meta:
        verbose_name = _("会计科目")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["union", "code"], name="account_code_unique"),
            models.CheckConstraint(name="account_cash_not_negative", condition=Q(in_hand__gte=0)),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
