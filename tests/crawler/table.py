"""What a row of the policy table says, and how a request is held against it."""

from collections.abc import Iterable
from dataclasses import dataclass

from tests.crawler.routes import Route
from tests.kit.world import Persona

STRANGERS = frozenset({Persona.ANONYMOUS, Persona.DISABLED})
UPKEEP = {"django_session"}  # written while any page is read: the session's own


@dataclass(frozen=True)
class Row:
    """Who may use an address and what they get: `get` and `post` are the answers, None where the method is refused.

    The anonymous are sent to the sign-in page; who may know of the record but not take the step gets 403 (`forbidden`),
    and 409 who has the page but whom a rule keeps from acting (`refused`); for everybody else the page does not exist,
    unless `other` says otherwise. `about` names the records of the world that stand in the path, between what stands
    there as it is, `path` and `last`; `reads` the tables a GET may write to because reading is itself recorded; `data`
    what is posted.
    """

    opens: frozenset[Persona]
    get: int | None = 200
    post: int | None = None
    forbidden: frozenset[Persona] = frozenset()
    refused: frozenset[Persona] = frozenset()
    other: int = 404
    about: str = ""
    path: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    reads: frozenset[str] = frozenset()
    data: tuple[tuple[str, str], ...] = ()

    def known_to(self, persona: Persona) -> bool:
        """Whether the page exists for somebody; the clerk from next door is a clerk there."""
        persona = Persona.CLERK if persona == Persona.OTHER_UNION else persona
        return persona in self.opens | self.forbidden | self.refused

    def is_read_by(self, persona: Persona, *, record: bool) -> bool:
        """Whether this is a page, about a `record` of ours or none, that is somebody's to open."""
        return bool(self.get) and persona in self.opens and not (record and persona == Persona.OTHER_UNION)

    def expects(self, persona: Persona, method: str, *, record: bool) -> set[int]:
        """The answers that keep the policy; a method nobody has may be refused before or after the person is.

        The clerk from next door is a clerk on pages about no `record` of ours, and there finds their own.
        """
        answer = {"GET": self.get, "POST": self.post}.get(method)
        if persona == Persona.OTHER_UNION and not record:
            return self.expects(Persona.CLERK, method, record=False)
        if persona in self.refused and method == "POST":
            return {409}
        if persona in self.opens | self.refused:
            return {answer or 405}
        if persona in STRANGERS:
            return {302} if answer else {302, 405}
        refusal = 403 if persona in self.forbidden else self.other
        return {refusal} if answer else {refusal, 405}


@dataclass(frozen=True)
class Rule:
    """What one persona must be answered at one address."""

    route: Route
    row: Row
    persona: Persona

    def broken_by(self, status: int, tables: set[str], method: str = "GET") -> list[str]:
        """What is wrong with an answer, in words: its status, and what reading wrote to."""
        expected = self.row.expects(self.persona, method, record=bool(subjects(self.route, self.row)))
        strange = tables - UPKEEP - self.row.reads if method == "GET" else set()
        return [
            *([f"{method} {self.route.name}: {status}, not {sorted(expected)}"] if status not in expected else []),
            *([f"GET {self.route.name} wrote to {sorted(strange)}"] if strange else []),
        ]


def subjects(route: Route, row: Row) -> list[str]:
    """The labels of the models whose records stand in the path: what the row says, or what the route's pages show."""
    if row.about or len(route.params) <= len(row.path + row.last):
        return row.about.split()
    return [route.model._meta.label]


def page(opens: Iterable[Persona], **more) -> Row:
    """A page to read."""
    return _row(opens, **more)


def form(opens: Iterable[Persona], *, post: int = 422, **more) -> Row:
    """A page that asks; an empty form is refused with its reasons."""
    return _row(opens, post=post, **more)


def act(opens: Iterable[Persona], *, post: int = 302, **more) -> Row:
    """An act without a page of its own."""
    return _row(opens, get=None, post=post, **more)


def _row(opens: Iterable[Persona], forbidden: Iterable[Persona] = (), refused: Iterable[Persona] = (), **more) -> Row:
    return Row(frozenset(opens), forbidden=frozenset(forbidden), refused=frozenset(refused), **more)
