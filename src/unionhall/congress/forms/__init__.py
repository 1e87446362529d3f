"""The forms of congresses: they clean what was typed, the verbs act."""

from unionhall.congress.forms.agenda import DropPaperForm, ItemForm, NoteForm, PaperForm, ResolveForm
from unionhall.congress.forms.delegates import (
    CommitteeForm,
    ConstituencyForm,
    DelegationForm,
    ElectForm,
    ElectHereForm,
    PlaceForm,
    RecallForm,
    ReleaseForm,
    TermForm,
)
from unionhall.congress.forms.joint import (
    CloseJointForm,
    JointForm,
    MatterForm,
    PresenceForm,
    ReportJointForm,
    SettleForm,
)
from unionhall.congress.forms.motions import MotionForm, ReplyForm
from unionhall.congress.forms.sessions import (
    AmendForm,
    ExcuseForm,
    FileForm,
    InviteForm,
    LeaveForm,
    MinutesForm,
    PrepareForm,
    PresidiumForm,
    TickForm,
    UninviteForm,
)
from unionhall.congress.forms.votes import NameElectedForm, SeatElectedForm, VoteForm
from unionhall.pages.forms import ReasonForm

__all__ = [
    "AmendForm",
    "CloseJointForm",
    "CommitteeForm",
    "ConstituencyForm",
    "DelegationForm",
    "DropPaperForm",
    "ElectForm",
    "ElectHereForm",
    "ExcuseForm",
    "FileForm",
    "InviteForm",
    "ItemForm",
    "JointForm",
    "LeaveForm",
    "MatterForm",
    "MinutesForm",
    "MotionForm",
    "NameElectedForm",
    "NoteForm",
    "PaperForm",
    "PlaceForm",
    "PrepareForm",
    "PresenceForm",
    "PresidiumForm",
    "ReasonForm",
    "RecallForm",
    "ReleaseForm",
    "ReplyForm",
    "ReportJointForm",
    "ResolveForm",
    "SeatElectedForm",
    "SettleForm",
    "TermForm",
    "TickForm",
    "UninviteForm",
    "VoteForm",
]
