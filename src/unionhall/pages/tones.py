"""How urgent a state looks: its word says it, its shape and colour follow from the tone."""

from typing import Any

TONES = {
    "going": "processing reopened tracking in_force discussed audited reported "
    "open approved_to_hold docketed assigned accepted handling running reviewed approved held published going sitting called",
    "wait": "received made raised seconding rated escalated given asked_back returned suggestion replied_only "
    "submitted handed_in applied asked pending waiting reviewing checking drafting signed_up queued prepared preparing planned convened",
    "done": "merged issued confirmed granted booked "
    "done checked closed archived replied signed came paid won adopted filed finished sent resulted heard elected appraised on_agenda",
    "late": "overdue failed broken absent disputed",
    "stop": "replaced cancelled withdrawn auto_withdrawn declined referred refused expelled ended deceased transferred_out taken_back "
    "retained superseded stopped discarded kept void rejected",
}
_TONE_OF = {state: tone for tone, states in TONES.items() for state in states.split()}


def tone(state: Any) -> str:
    """The tone of a state by its value; a draft and any state not named here are plain."""
    return _TONE_OF.get(str(getattr(state, "value", state)), "")
