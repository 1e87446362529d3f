"""Columns of the book: the same on the page, in the workbook and behind a figure."""

from django.utils.translation import gettext_lazy as _

from unionhall.pages.tables import Column, Table

VoucherTable = Table(
    Column("on", _("日期")),
    Column("number", _("凭证号"), link=True, sort="serial"),
    Column("kind", phone=False),
    Column("text", link=True),
    Column("total"),
    Column("state"),
    Column("handled_by", phone=False),
    Column("made_by", phone=False),
    Column("reviewed_by", hidden=True),
    Column("reverses", hidden=True, sort=False),
    Column("period", hidden=True, sort="period__first_on"),
)
ReceiptTable = Table(  # on the page of what came in: as much as stands beside its steps
    Column("on", _("日期")),
    Column("number", _("凭证号"), link=True, sort="serial"),
    Column("text", link=True),
    Column("total"),
    Column("state"),
    Column("handled_by", phone=False),
)
EntryTable = Table(
    Column("voucher.on", _("日期")),
    Column("voucher.number", _("凭证号"), link=True, sort=False),
    Column("voucher.text", _("摘要"), link=True),
    Column("account"),
    Column("debit", _("借方"), sort=False, like="amount"),
    Column("credit", _("贷方"), sort=False, like="amount"),
    Column("fund"),
    Column("text", _("分录摘要"), hidden=True),
)
PurseEntries = Table(
    Column("voucher.on", _("日期")),
    Column("voucher.number", _("凭证号"), link=True, sort=False),
    Column("voucher.text", _("摘要"), link=True),
    Column("account"),
    Column("debit", _("借方"), sort=False, like="amount"),
    Column("credit", _("贷方"), sort=False, like="amount"),
)
LinesTable = Table(
    Column("account"),
    Column("debit", _("借方"), like="amount"),
    Column("credit", _("贷方"), like="amount"),
    Column("fund"),
    Column("text"),
)
PaperTable = Table(Column("kind"), Column("text", link=True))
AccountTable = Table(
    Column("code", link=True),
    Column("name", link=True),
    Column("kind"),
    Column("level"),
    Column("source", phone=False),
    Column("checked"),
    Column("is_open", phone=False),
)
FundTable = Table(
    Column("number", link=True),
    Column("title", link=True),
    Column("kind"),
    Column("left", _("余额（元）"), sort=False, like="money"),
    Column("held"),
    Column("state"),
    Column("money", hidden=True),
    Column("goods", hidden=True),
    Column("opened_on", hidden=True),
    Column("closed_on", hidden=True),
    Column("remainder_rule", hidden=True),
)
PeriodTable = Table(
    Column("first_on", _("月份"), value=str, link=True, sort="first_on"),
    Column("state"),
    Column("voucher_count", _("凭证"), unit=_("张")),
    Column("waiting_count", _("待制单或复核"), unit=_("张")),
    Column("closed_on"),
    Column("closed_by", phone=False),
)
AuditTable = Table(
    Column("number", link=True),
    Column("title", link=True),
    Column("kind"),
    Column("first_on"),
    Column("last_on"),
    Column("state"),
    Column("reported_on", hidden=True),
)
FindingTable = Table(
    Column("title", link=True),
    Column("audit", sort=False),
    Column("clause", phone=False),
    Column("due_on"),
    Column("state"),
    Column("answered_on", hidden=True),
    Column("closed_on", hidden=True),
)
DisclosureTable = Table(
    Column("first_on", _("季度"), value=str, link=True, sort="first_on"),
    Column("published_on"),
    Column("published_by", phone=False),
)
