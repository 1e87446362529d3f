"""How urgent a state looks: its word says it, its shape and colour follow from the tone."""

from typing import Any

TONES = {
    "going": (
        "accepted agreed announced approved approved_to_hold assigned audited authorised called contacted covered "
        "discussed docketed going handling held in_force open processing published reopened reported reviewed "
        "running selecting sitting tracking verified"
    ),
    "wait": (
        "answered applied asked asked_back checking convened drafting escalated given handed_in made pending "
        "planned prepared preparing proposed queued raised rated received replied_only requested returned reviewing "
        "seconding signed_up submitted suggestion told waiting"
    ),
    "done": (
        "adopted appraised archived booked came checked closed confirmed done elected filed finished granted "
        "heard issued lifted merged on_agenda paid recorded replied resulted sent settled signed won"
    ),
    "late": "absent broken denied disputed failed overdue",
    "stop": (
        "auto_withdrawn cancelled deceased declined discarded dismissed dropped ended expelled kept lapsed referred "
        "refused rejected replaced retained stopped superseded taken_back transferred_out void voided waived "
        "withdrawn"
    ),
}
_TONE_OF = {state: tone for tone, states in TONES.items() for state in states.split()}


def tone(state: Any) -> str:
    """The tone of a state by its value; a draft and any state not named here are plain."""
    return _TONE_OF.get(str(getattr(state, "value", state)), "")
