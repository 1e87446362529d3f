"""What the book tells the home pages: its doors, what waits in it, what was published."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.funds.flow.audit import FindingState
from unionhall.funds.flow.book import PeriodState, VoucherState
from unionhall.funds.models import Disclosure, Finding, Period, Voucher
from unionhall.funds.permissions.ledger import (
    answers_findings,
    audits,
    keeps_book,
    may_read_disclosure,
    reads_audits,
    reads_book,
    reviews_book,
)
from unionhall.kernel import clock
from unionhall.pages import history, nav
from unionhall.pages.desk import News, Waiting

LATELY = timedelta(days=14)
# Acts that are no step of a flow, as a record's history and the audit page say them.
ACTS = {
    "funds.accounts.add": gettext_lazy("增设科目"),
    "funds.accounts.amend": gettext_lazy("修改科目"),
    "funds.accounts.begin": gettext_lazy("启用科目表"),
    "funds.audit_due": gettext_lazy("提醒审查"),
    "funds.audits.begin": gettext_lazy("开始审查"),
    "funds.disclosures.publish": gettext_lazy("公布经费收支"),
    "funds.disclosure_due": gettext_lazy("提醒公布"),
    "funds.findings.raise": gettext_lazy("提出问题"),
    "funds.handover_due": gettext_lazy("提醒监交"),
    "funds.period_due": gettext_lazy("提醒结账"),
    "funds.purses.open": gettext_lazy("开立专项资金"),
    "funds.vouchers.book": gettext_lazy("制单"),
    "funds.vouchers.book_reversal": gettext_lazy("制作冲销凭证"),
    "funds.vouchers.carry": gettext_lazy("年终结转"),
    "funds.vouchers.hand_on": gettext_lazy("交付物品"),
    "funds.vouchers.open_balances": gettext_lazy("登记期初余额"),
    "funds.vouchers.pass_on": gettext_lazy("转出结余"),
    "funds.vouchers.receive": gettext_lazy("收款"),
}


def furnish() -> None:
    """Doors, sources and names of acts, registered once at start."""
    for verb, label in ACTS.items():
        history.says(verb, label)
    nav.room("账", gettext_lazy("记账凭证"), "funds.vouchers.list", who=reads_book, icon="file-text", rank=2)
    nav.room("账", gettext_lazy("明细账"), "funds.entries.list", who=reads_book, icon="list-check", rank=2)
    nav.room("账", gettext_lazy("科目余额表"), "funds.balances", who=reads_book, icon="chart-bar", rank=2)
    nav.room("账", gettext_lazy("专项资金"), "funds.purses.list", who=reads_book, icon="clipboard-list", rank=2)
    nav.room("账", gettext_lazy("会计期间"), "funds.periods.list", who=reads_book, icon="calendar", rank=3)
    nav.room("账", gettext_lazy("会计科目"), "funds.accounts.list", who=reads_book, icon="columns", rank=3)
    nav.room("账", gettext_lazy("经费审查"), "funds.audits.list", who=reads_audits, icon="search", rank=4)
    nav.room("账", gettext_lazy("审查问题"), "funds.findings.list", who=reads_audits, icon="alert-triangle", rank=4)
    nav.room("账", gettext_lazy("经费公布"), "funds.disclosures.list", who=reads_audits, icon="bell", rank=4)
    nav.offer(gettext_lazy("经费公布"), "my.funds.disclosures.list", icon="clipboard-list", who=may_read_disclosure)
    nav.waiting(vouchers_owed)
    nav.waiting(months_owed)
    nav.waiting(findings_owed)
    nav.news(published)


def vouchers_owed(user: Any) -> Iterator[Waiting]:
    """Receipts to take into the book, vouchers of others to review."""
    here = reverse("funds.vouchers.list")
    if not user.is_system and keeps_book(user):
        received = Voucher.objects.filter(state=VoucherState.RECEIVED).exclude(handled_by=user.pk).count()
        if received:
            yield Waiting(_("有%(count)s笔收款待制单") % {"count": received}, f"{here}?state={VoucherState.RECEIVED}")
    if not user.is_system and reviews_book(user):
        made = Voucher.objects.filter(state=VoucherState.MADE).exclude(made_by=user.pk).exclude(handled_by=user.pk)
        if count := made.count():
            yield Waiting(_("有%(count)s张凭证待复核") % {"count": count}, f"{here}?state={VoucherState.MADE}")


def months_owed(user: Any) -> Iterator[Waiting]:
    """The earliest month that is over and not closed."""
    if user.is_system or not keeps_book(user):
        return
    this_month = clock.today().replace(day=1)
    month = Period.objects.filter(state=PeriodState.OPEN, first_on__lt=this_month).order_by("first_on").first()
    if month:
        yield Waiting(_("%(month)s还没有结账") % {"month": month}, reverse("funds.periods.detail", args=[month.pk]))


def findings_owed(user: Any) -> Iterator[Waiting]:
    """What the auditors found and waits to be put right, or what was put right and waits for them."""
    for who, state, words in (
        (answers_findings, FindingState.RAISED, gettext_lazy("请整改：%(title)s")),
        (audits, FindingState.ANSWERED, gettext_lazy("请确认整改：%(title)s")),
    ):
        if user.is_system or not who(user):
            continue
        for finding in Finding.objects.filter(state=state)[:5]:
            url = reverse("funds.findings.detail", args=[finding.pk])
            yield Waiting(str(words) % {"title": finding.title}, url, finding.due_on)


def published(user: Any) -> Iterator[News]:
    """Quarters told lately."""
    if not may_read_disclosure(user):
        return
    for one in Disclosure.objects.filter(published_on__gte=clock.today() - LATELY):
        url = reverse("my.funds.disclosures.detail", args=[one.pk])
        yield News(_("已公布：%(title)s") % {"title": one}, url, clock.on(one.published_on, 8))
