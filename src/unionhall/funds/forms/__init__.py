"""What the verbs of funds ask; import from here."""

from unionhall.funds.forms.spending import (
    ApproveForm,
    BookForm,
    DropEvidenceForm,
    EvidenceForm,
    PayForm,
    ReasonForm,
    RequestForm,
)

__all__ = ["ApproveForm", "BookForm", "DropEvidenceForm", "EvidenceForm", "PayForm", "ReasonForm", "RequestForm"]
