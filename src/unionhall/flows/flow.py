"""A flow is the table of a record's states and steps. Buttons, checks, tests, audit and diagrams come from it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit

Text = str | Promise
BATCH = 500  # records in one UPDATE
Guard = Callable[[Any], Text | None]


class Refusal(Exception):
    """A verb was refused; the text is what the user reads: what is wrong, the clause, what would make it possible."""


class WrongState(Refusal):
    """The record is not, or no longer, in a state this step starts from."""


class NotAllowed(Refusal):
    """This person may not take this step."""


class Blocked(Refusal):
    """A rule stands in the way; the text cites it."""


@dataclass(frozen=True)
class Step:
    """One row of the table: `verb` leads from one of the `source` states to `target`, for whom `who` admits.

    `guard(obj)` returns the reason for a refusal, or None; `label` is the verb on the button; a step whose target is
    None leaves the state as it is.
    """

    verb: str
    source: Any
    target: Any
    who: Callable[..., bool]
    guard: Guard | None = None
    label: Text = ""

    @property
    def sources(self) -> tuple[Any, ...]:
        """The states it starts from."""
        return self.source if isinstance(self.source, tuple) else (self.source,)

    def lands(self, state: Any) -> Any:
        """The state after the step, taken from `state`."""
        return state if self.target is None else self.target


_flows: dict[str, "Flow"] = {}


def flows() -> Iterator["Flow"]:
    """Every flow of the house, for the matrix test and the diagrams."""
    yield from _flows.values()


class Flow:
    """The steps of one kind of record; `name` prefixes its audit verbs."""

    def __init__(self, name: str, states: type[models.TextChoices], steps: list[Step], field: str = "state") -> None:
        self.name, self.states, self.steps, self.field = name, states, {step.verb: step for step in steps}, field
        if len(self.steps) != len(steps):
            raise ValueError(f"{name}: a verb stands twice in the table")
        _flows[name] = self

    def state_of(self, obj: models.Model) -> Any:
        """The record's state as a member of the choices."""
        return self.states(getattr(obj, self.field))

    def open_steps(self, obj: models.Model, *, by: User) -> list[Step]:
        """The steps this person may see on this record now, blocked ones included: the buttons of a page."""
        state = self.state_of(obj)
        return [step for step in self.steps.values() if state in step.sources and step.who(by, obj)]

    def why_not(self, obj: models.Model, verb: str, *, by: User) -> str | None:
        """Why a step cannot be taken now, in words, or None when it can."""
        try:
            self.check(obj, verb, by=by)
        except Refusal as refusal:
            return str(refusal)
        return None

    def check(self, obj: models.Model, verb: str, *, by: User) -> None:
        """Whether a step may be taken now: raises NotAllowed, WrongState or Blocked, each with its sentence."""
        step = self.steps[verb]
        state = self.state_of(obj)
        if not step.who(by, obj):
            raise NotAllowed(_("您不能办理“%(step)s”这一步。") % {"step": step.label or step.verb})
        if state not in step.sources:
            raise WrongState(
                _("当前状态是“%(state)s”，不能办理“%(step)s”。")
                % {"state": state.label, "step": step.label or step.verb}
            )
        reason = step.guard(obj) if step.guard else None
        if reason:
            raise Blocked(str(reason))

    def fire(
        self, obj: models.Model, verb: str, *, by: User, note: str = "", fields: Mapping[str, Any] | None = None
    ) -> None:
        """Take a step: check who, state and guard, write state and `fields` in one guarded UPDATE, leave one event.

        The UPDATE asks for the old state again, which is the lock on both databases: of two who fire at once, one
        gets WrongState. Raises NotAllowed, WrongState or Blocked, and then nothing has changed.
        """
        step = self.steps[verb]
        self.check(obj, verb, by=by)
        fields, old = dict(fields or {}), getattr(obj, self.field)
        before = audit.snapshot(obj, [self.field, *fields])
        new = step.lands(self.states(old))
        with transaction.atomic():
            rows = type(obj)._base_manager.filter(pk=obj.pk, **{self.field: old})
            if not rows.update(**{self.field: new, **fields}):
                raise WrongState(_("这条记录刚被别人办理过，请刷新后再看。"))
            for name, value in {self.field: new.value, **fields}.items():
                setattr(obj, name, value)
            audit.record(
                f"{self.name}.{verb}",
                obj,
                by=by,
                before=before,
                after=audit.snapshot(obj, before),
                reason=note,
            )

    def fire_many(
        self, objs: Sequence[Any], verb: str, *, by: User, note: str = "", fields: Mapping[str, Any] | None = None
    ) -> None:
        """Take a step on several records, all or none: each is checked, each leaves its event, each state is asked again.

        One guarded UPDATE for all in one state. Raises as `fire` does.
        """
        fields = dict(fields or {})
        for obj in objs:
            self.check(obj, verb, by=by)
        before = [audit.snapshot(obj, [self.field, *fields]) for obj in objs]
        with transaction.atomic():
            for old in {getattr(obj, self.field) for obj in objs}:
                self._move([obj for obj in objs if getattr(obj, self.field) == old], verb, old, fields)
            after = [audit.snapshot(obj, [self.field, *fields]) for obj in objs]
            events = list(zip(objs, before, after, strict=True))
            audit.record_many(f"{self.name}.{verb}", events, by=by, reason=note)

    def _move(self, objs: Sequence[Any], verb: str, old: Any, fields: Mapping[str, Any]) -> None:
        new = {self.field: self.steps[verb].lands(self.states(old)), **fields}
        for start in range(0, len(objs), BATCH):
            some = objs[start : start + BATCH]
            rows = type(some[0])._base_manager.filter(pk__in=[obj.pk for obj in some], **{self.field: old})
            if rows.update(**new) < len(some):
                raise WrongState(_("有的记录刚被别人办理过，请刷新后再看。"))
        for obj in objs:
            for name, value in new.items():
                setattr(obj, name, value.value if name == self.field else value)

    def mermaid(self) -> str:
        """The table as a state diagram, for the docs."""
        lines = ["stateDiagram-v2"]
        for state in self.states:
            lines.append(f"    {state.value}: {state.label}")
        for step in self.steps.values():
            for source in step.sources:
                lines.append(f"    {source.value} --> {step.lands(source).value}: {step.label or step.verb}")
        return "\n".join(lines)
