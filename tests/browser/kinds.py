"""One address of every kind of page, and who looks at it: what is photographed and checked for accessibility."""
from dataclasses import dataclass

from django.urls import reverse

from tests.kit.world import Persona, World


@dataclass(frozen=True)
class Kind:
    """A kind of page: the route of one example, whose record it shows, and who opens it."""

    name: str
    route: str
    persona: Persona
    about: str = ""

    def address(self, world: World) -> str:
        return reverse(self.route, args=[world.ours[self.about]] if self.about else [])


KINDS = [
    Kind("home-my", "web.my", Persona.MEMBER),
    Kind("home-office", "web.office", Persona.CLERK),
    Kind("home-year", "web.year", Persona.CHAIR),
    Kind("job", "jobs.show", Persona.CLERK, "jobs.Job"),
]
