"""The pages of dues and their import; and one's own."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from unionhall.funds import services
from unionhall.funds.exchange.dues import DuesImporter
from unionhall.funds.filters.dues import DuesFilters
from unionhall.funds.forms import dues as forms
from unionhall.funds.models import Dues, Voucher
from unionhall.funds.permissions.ledger import reads_book
from unionhall.funds.permissions.spending import keeps_dues, sees_dues
from unionhall.funds.rules.calendar import month_said
from unionhall.funds.tables import dues as tables
from unionhall.funds.tables.ledger import ReceiptTable
from unionhall.funds.views.ledger_panels import voucher_url
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.imports import ImportPages
from unionhall.pages.nav import Entry
from unionhall.pages.panels import Facts, History, Related
from unionhall.pages.tables import Column
from unionhall.people.permissions import is_of_the_union

MONTH = Column("month", value=lambda row: month_said(row.month))


def rows(user: Any) -> QuerySet[Dues]:
    """Every member's dues, for office and finance."""
    return Dues.objects.visible_to(user).select_related("person__department")


def mine(user: Any) -> QuerySet[Dues]:
    """One's own."""
    return Dues.objects.filter(person__user=user.pk)


def receipts(dues: Dues, user: Any) -> QuerySet[Voucher]:
    """The receipts by which it came in, together with that of others."""
    return Voucher.objects.visible_to(user).filter(dues__dues=dues)


dues_pages = Pages(
    name="funds.dues",
    path="office/funds/dues",
    model=Dues,
    rows=rows,
    may_list=sees_dues,
    table=tables.DuesTable,
    filters=DuesFilters,
    title=_("会费"),
    about=_("会费按本人工资收入的千分之五缴纳，不足十元的尾数舍去（MEM-09）。工资基数从表格导入。"),
    verbs={
        "collect": Verb(
            forms.CollectForm,
            services.dues.collect,
            label=_("登记代扣会费到账"),
            who=keeps_dues,
            creates=True,
            about=_("把该月尚未缴清的会费一次登记到账，生成一张收款凭证。"),
        ),
        "pay": Verb(
            forms.PayForm,
            services.dues.pay,
            label=_("登记补缴"),
            who=keeps_dues,
            many=True,
            about=_("本人补缴或单独缴纳的，按尚欠的数登记到账；选中几人的，各出一张收款凭证，凭证上不写姓名。"),
            why=lambda dues, user: None if dues.owed else gettext("这个月的会费已经缴清。"),
        ),
        "remind": Verb(None, services.dues.remind, label=_("提醒缴纳"), who=keeps_dues, many=True),
    },
    panels=[
        Facts("person", MONTH, "wage", "due", "paid", tables.OWED),
        Related(receipts, _("收款凭证"), ReceiptTable, who=reads_book, link=voucher_url),
        History(),
    ],
    doors=[Entry(_("导入会费基数"), "funds.import_dues", who=keeps_dues)],
)

my_dues = Pages(
    name="my.dues",
    path="my/dues",
    face="my",
    model=Dues,
    rows=mine,
    may_list=is_of_the_union,
    table=tables.MyDuesTable,
    title=_("我的会费"),
    about=_("您每月的会费记在这里。"),
    panels=[Facts(MONTH, "wage", "due", "paid", tables.OWED)],
)

dues_import = ImportPages(
    name="funds.import_dues",
    path="office/funds/dues/import",
    who=keeps_dues,
    done="funds.dues.list",
    importer=DuesImporter(),
)
