"""The words of the book: kinds of account, of purse, of voucher; how money moves."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AccountKind(models.TextChoices):
    """The five elements of the union accounting rules; the first digit of a code says which."""

    ASSET = "asset", _("资产")
    LIABILITY = "liability", _("负债")
    NET = "net", _("净资产")
    INCOME = "income", _("收入")
    EXPENSE = "expense", _("支出")


class Level(models.TextChoices):
    """Which unions use an account: the rules differ for grassroots unions and those above (FIN-15)."""

    ALL = "all", _("各级工会")
    BASIC = "basic", _("基层工会")
    COUNTY = "county", _("县级以上工会")


class FundKind(models.TextChoices):
    """Whose money a purse holds; each source is accounted for apart (CARE-08)."""

    UNION = "union", _("工会经费")
    EMPLOYER_RETIREES = "retirees", _("单位离退休经费")
    UPPER = "upper", _("上级工会补助")
    GOVERNMENT = "government", _("政府补助")
    DRIVE = "drive", _("职工捐款")


IN_CUSTODY = frozenset(
    {FundKind.DRIVE, FundKind.EMPLOYER_RETIREES}
)  # others' money: never the union's income or expense


class Way(models.TextChoices):
    """How something came in or went out; cash and the value of goods stay apart."""

    CASH = "cash", _("现金")
    TRANSFER = "transfer", _("转账")
    GOODS = "goods", _("实物")


class VoucherKind(models.TextChoices):
    RECEIPT = "receipt", _("收款凭证")
    PAYMENT = "payment", _("付款凭证")
    TRANSFER = "transfer", _("转账凭证")
    OPENING = "opening", _("期初余额")
    CLOSING = "closing", _("年终结转")
