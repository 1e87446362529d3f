"""The approval form of a request and the demand for a contribution, in Word; each recorded as leaving."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from unionhall.audit import services as audit
from unionhall.files import word
from unionhall.files.views import sent
from unionhall.funds.models import Contribution, SpendingRequest
from unionhall.funds.permissions.spending import may_list, sees_dues
from unionhall.funds.printing.spending import FORMS
from unionhall.pages.guards import needs


@require_POST
@needs(may_list)
def request_form(request: HttpRequest, pk: UUID) -> HttpResponse:
    """经费审批单 of a request one may see, for who may learn whom it pays."""
    found = get_object_or_404(SpendingRequest.objects.visible_to(request.user), pk=pk)
    if not found.names_payees_to(request.user):
        raise Http404
    return _sent(request, "request", found)


@require_POST
@needs(sees_dues)
def demand(request: HttpRequest, pk: UUID) -> HttpResponse:
    """催缴通知书 of a month."""
    return _sent(request, "demand", get_object_or_404(Contribution.objects.visible_to(request.user), pk=pk))


def _sent(request: HttpRequest, which: str, record: SpendingRequest | Contribution) -> HttpResponse:
    form = FORMS[which]
    document = word.render(form.key, record)
    audit.export(form.key, by=request.user, rows=1, filters={"record": str(record)})
    return sent(document, f"{form.label} {record}.docx", word.MEDIA_TYPE)
