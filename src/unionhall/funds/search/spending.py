"""What the search box finds of requests; results go through `visible_to`, and of confidential ones only the number stands there."""

from django.utils.translation import gettext_lazy as _

from unionhall.funds.links import of_request
from unionhall.funds.models import SpendingRequest
from unionhall.search import registry

registry.index(
    SpendingRequest,
    kind=_("经费申请"),
    title=str,
    keywords=lambda request: [request.number],
    text=lambda request: "" if request.is_confidential else f"{request.title} {request.text}",
    about=lambda request: request.get_purpose_display(),
    url=of_request,
)
