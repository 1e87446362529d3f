"""The forms of congresses: they clean what was typed, the verbs act."""

from unionhall.congress.forms.agenda import ItemForm, NoteForm, PaperForm, ResolveForm
from unionhall.congress.forms.delegates import (
    CommitteeForm,
    ConstituencyForm,
    DelegationForm,
    ElectForm,
    PlaceForm,
    RecallForm,
    ReleaseForm,
    TermForm,
)
from unionhall.congress.forms.sessions import (
    AmendForm,
    ExcuseForm,
    FileForm,
    InviteForm,
    MinutesForm,
    PrepareForm,
    PresidiumForm,
    ReasonForm,
    TickForm,
)
from unionhall.congress.forms.votes import VoteForm

__all__ = [
    "AmendForm",
    "CommitteeForm",
    "ConstituencyForm",
    "DelegationForm",
    "ElectForm",
    "ExcuseForm",
    "FileForm",
    "InviteForm",
    "ItemForm",
    "MinutesForm",
    "NoteForm",
    "PaperForm",
    "PlaceForm",
    "PrepareForm",
    "PresidiumForm",
    "ReasonForm",
    "RecallForm",
    "ReleaseForm",
    "ResolveForm",
    "TermForm",
    "TickForm",
    "VoteForm",
]
