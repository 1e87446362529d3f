"""What each verb asks for; import from here."""

from unionhall.activities.forms.closing import (
    AwardForm,
    CertificatesForm,
    FinishForm,
    IssueForm,
    StockForm,
    TrainingForm,
)
from unionhall.activities.forms.costs import CostForm
from unionhall.activities.forms.door import SheetForm
from unionhall.activities.forms.items import DropForm, EnterForm, ItemForm, QuotaForm, ResizeForm, TeamForm
from unionhall.activities.forms.outside import ExternalForm
from unionhall.activities.forms.plan import AmendForm, DraftForm, OrganiserForm, PartnerForm
from unionhall.pages.forms import ReasonForm

__all__ = [
    "AmendForm",
    "AwardForm",
    "CertificatesForm",
    "CostForm",
    "DraftForm",
    "DropForm",
    "EnterForm",
    "ExternalForm",
    "FinishForm",
    "IssueForm",
    "ItemForm",
    "OrganiserForm",
    "PartnerForm",
    "QuotaForm",
    "ReasonForm",
    "ResizeForm",
    "SheetForm",
    "StockForm",
    "TeamForm",
    "TrainingForm",
]
