"""The approval form of a request and the demand for an overdue contribution, in Word; each recorded as leaving."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from unionhall.files.views import filled
from unionhall.flows import Blocked
from unionhall.funds.models import Contribution, SpendingRequest
from unionhall.funds.permissions.spending import may_list, sees_dues
from unionhall.funds.printing.spending import FORMS
from unionhall.funds.selectors.arrears import arrears
from unionhall.pages.guards import needs


@require_POST
@needs(may_list)
def request_form(request: HttpRequest, pk: UUID) -> HttpResponse:
    """经费审批单 of a request one may see, for who may learn whom it pays."""
    found = get_object_or_404(SpendingRequest.objects.visible_to(request.user), pk=pk)
    if not found.names_payees_to(request.user):
        raise Http404
    return filled(request, FORMS["request"].key, found)


@require_POST
@needs(sees_dues)
def demand(request: HttpRequest, pk: UUID) -> HttpResponse:
    """催缴通知书 of a month; Blocked while nothing of it is overdue."""
    contribution = get_object_or_404(Contribution.objects.visible_to(request.user), pk=pk)
    if not arrears(contribution).days:
        raise Blocked(_("%(what)s没有逾期未到账的数，不用催缴。") % {"what": contribution})
    return filled(request, FORMS["demand"].key, contribution)
