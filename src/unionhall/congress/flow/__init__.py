"""The states of sessions, items, motions and joint meetings, and the steps between them."""

from unionhall.congress.flow.items import ITEM_FLOW, RESOLVABLE, UNSETTLED, ItemState
from unionhall.congress.flow.joint import JOINT_FLOW, JointState
from unionhall.congress.flow.motions import MOTION_FLOW, MotionState
from unionhall.congress.flow.sessions import AHEAD, ALIVE, FLOW, GATHERED, TOOK_PLACE, State

__all__ = [
    "AHEAD",
    "ALIVE",
    "FLOW",
    "GATHERED",
    "ITEM_FLOW",
    "JOINT_FLOW",
    "MOTION_FLOW",
    "RESOLVABLE",
    "TOOK_PLACE",
    "UNSETTLED",
    "ItemState",
    "JointState",
    "MotionState",
    "State",
]
