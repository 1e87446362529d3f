"""The papers of funds: in Word from the union's own template, a voucher as PDF too; each recorded as it leaves."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from unionhall.audit import services as audit
from unionhall.files import pdf
from unionhall.files.views import filled, sent
from unionhall.flows import Blocked
from unionhall.funds.models import Contribution, Fund, Period, SpendingRequest, Voucher
from unionhall.funds.permissions.ledger import reads_book
from unionhall.funds.permissions.spending import may_list, sees_dues
from unionhall.funds.printing import ledger, spending
from unionhall.funds.selectors.arrears import arrears
from unionhall.pages.guards import needs

MODELS: dict[str, type[models.Model]] = {"voucher": Voucher, "month": Period, "purse": Fund}


def in_word(which: str) -> Callable[..., HttpResponse]:
    """The view that fills the form of one record."""

    def paper(request: HttpRequest, pk: UUID) -> HttpResponse:
        return filled(request, ledger.FORMS[which].key, _record(which, request.user, pk))

    return require_POST(needs(reads_book)(paper))


@require_POST
@needs(reads_book)
def voucher_pdf(request: HttpRequest, pk: UUID) -> HttpResponse:
    """记账凭证 as a PDF."""
    voucher = _record("voucher", request.user, pk)
    audit.export("funds.voucher", by=request.user, rows=1, filters={"record": str(voucher)})
    return sent(_printed(voucher), f"{voucher}.pdf", "application/pdf")


def _record(which: str, user: Any, pk: UUID) -> Any:
    rows: Any = MODELS[which]._default_manager.all()
    return get_object_or_404(rows.visible_to(user), pk=pk)


def _printed(voucher: Voucher) -> bytes:
    """What its Word form says, ruled."""
    said = ledger.voucher(voucher)
    columns = [(_("摘要"), 3.0), (_("科目"), 3.0), (_("资金来源"), 2.0), (_("借方"), 1.5), (_("贷方"), 1.5)]
    lines = [[line[cell] for cell in ("text", "account", "fund", "debit", "credit")] for line in said["rows"]]
    hands = (_("制单"), said["made_by"]), (_("复核"), said["reviewed_by"]), (_("经办"), said["handled_by"])
    return pdf.table(
        _("%(kind)s %(word)s") % said,
        columns,
        [*lines, [_("合计 %(words)s") % said, "", "", said["total"], said["total"]]],
        notes=[said["union"], said["on"], _("附单据%(papers)s张") % said],
        foot=[f"{label} {name}" for label, name in hands],
    )


@require_POST
@needs(may_list)
def request_form(request: HttpRequest, pk: UUID) -> HttpResponse:
    """经费审批单 of a request one may see, for who may learn whom it pays."""
    found = get_object_or_404(SpendingRequest.objects.visible_to(request.user), pk=pk)
    if not found.names_payees_to(request.user):
        raise Http404
    return filled(request, spending.FORMS["request"].key, found)


@require_POST
@needs(sees_dues)
def demand(request: HttpRequest, pk: UUID) -> HttpResponse:
    """催缴通知书 of a month; Blocked while nothing of it is overdue."""
    contribution = get_object_or_404(Contribution.objects.visible_to(request.user), pk=pk)
    if not arrears(contribution).days:
        raise Blocked(_("%(what)s没有逾期未到账的数，不用催缴。") % {"what": contribution})
    return filled(request, spending.FORMS["demand"].key, contribution)
