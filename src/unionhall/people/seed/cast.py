"""Who plays which part in the demo: chosen in the order of staff numbers, nobody twice."""

from typing import Any

from unionhall.kernel import clock
from unionhall.people.choices import Employment, Sex
from unionhall.people.models import Person


class Cast:
    """Parts by name, such as `chair` or `branch_chair`; a part with several players holds them in order."""

    def __init__(self) -> None:
        self.parts: dict[str, list[Person]] = {}
        self._taken: set[Any] = set()

    def choose(self, part: str, *, women: bool = False, **where: Any) -> Person:
        """The next full member of working age who has no part yet, among those the filters leave."""
        free = Person.objects.members(clock.today()).filter(**where).exclude(pk__in=self._taken)
        free = free.filter(employment__in=(Employment.ESTABLISHED, Employment.CONTRACT)).order_by("staff_no")
        return self.play(part, (free.filter(sex=Sex.FEMALE) if women else free)[0])

    def play(self, part: str, person: Person) -> Person:
        """Give a part to a person."""
        self._taken.add(person.pk)
        self.parts.setdefault(part, []).append(person)
        return person

    def person(self, part: str, turn: int = 0) -> Person:
        """Who plays a part; `turn` counts from 0 where several do."""
        return self.parts[part][turn]

    def refreshed(self) -> "Cast":
        """The same cast with everybody read again, accounts included; a plain and a retired member join it."""
        self.choose("member")
        for person in Person.objects.filter(employment=Employment.RETIRED).order_by("staff_no")[:1]:
            self.play("retired", person)
        fresh = {person.pk: person for person in Person.objects.filter(pk__in=self._taken).select_related("user")}
        self.parts = {part: [fresh[person.pk] for person in people] for part, people in self.parts.items()}
        return self
