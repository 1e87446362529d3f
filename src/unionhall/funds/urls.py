"""The addresses of funds."""

from django.urls import path

from unionhall.funds.views import (
    audits,
    batches,
    book,
    budgets,
    contributions,
    disclosures,
    dues,
    mine,
    papers,
    purses,
    reports,
    requests,
)

urlpatterns = [
    *book.voucher_pages.urls(),
    *book.entry_pages.urls(),
    *book.period_pages.urls(),
    *book.account_pages.urls(),
    *purses.fund_pages.urls(),
    *audits.audit_pages.urls(),
    *audits.finding_pages.urls(),
    *disclosures.disclosure_pages.urls(),
    *disclosures.my_disclosures.urls(),
    path("office/funds/balances/", reports.table, name="funds.balances"),
    path("office/funds/vouchers/exports/", reports.exports, name="funds.exports"),
    path("office/funds/vouchers/<uuid:pk>/word/", papers.in_word("voucher"), name="funds.vouchers.word"),
    path("office/funds/vouchers/<uuid:pk>/pdf/", papers.voucher_pdf, name="funds.vouchers.pdf"),
    path("office/funds/periods/<uuid:pk>/word/", papers.in_word("month"), name="funds.periods.word"),
    path("office/funds/purses/<uuid:pk>/word/", papers.in_word("purse"), name="funds.purses.word"),
    *requests.request_pages.urls(),
    *mine.my_payments.urls(),
    *mine.my_requests.urls(),
    *budgets.budget_pages.urls(),
    *dues.dues_pages.urls(),
    *contributions.contribution_pages.urls(),
    *dues.my_dues.urls(),
    *dues.dues_import.urls(),
    *contributions.wages_import.urls(),
    path("office/funds/requests/<uuid:pk>/word/", papers.request_form, name="funds.requests.word"),
    path("office/funds/contributions/<uuid:pk>/word/", papers.demand, name="funds.contributions.word"),
    path("office/funds/payments/", batches.payments, name="funds.payments"),
    path("office/funds/booking/", batches.vouchers, name="funds.booking"),
]
