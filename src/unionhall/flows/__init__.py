"""Flow, Step and their refusals: the table of states and steps, and the only way a state changes. No models."""

from unionhall.flows.clash import only_once
from unionhall.flows.flow import Blocked, Flow, NotAllowed, Refusal, Step, WrongState
from unionhall.flows.wording import given

__all__ = ["Blocked", "Flow", "NotAllowed", "Refusal", "Step", "WrongState", "given", "only_once"]
