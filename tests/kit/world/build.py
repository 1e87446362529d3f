"""Build the world."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.core.signals import got_request_exception
from django.http import HttpResponse
from django.test import Client

from tests.kit.world.people import House, house_next_door, our_house
from tests.kit.world.personas import Persona
from unionhall.accounts.models import Union, User


class SteadyClient(Client):
    """A browser that stays signed in whatever an answer says, and keeps no templates: the crawler asks tens of thousands of times."""

    def request(self, **request: Any) -> HttpResponse:
        got_request_exception.connect(self.store_exc_info)
        try:
            response = self.handler(self._base_environ(**request))
        finally:
            got_request_exception.disconnect(self.store_exc_info)
        self.check_exception(response)
        return response


@dataclass
class World:
    """Our union and the one next door.

    `ours`, `elsewhere` and `theirs` name the key of one record of each model by its label: about the member of branch
    A, about the member of branch B, and about the member next door.
    """

    home: House
    next_door: House
    ours: dict[str, UUID] = field(default_factory=dict)
    elsewhere: dict[str, UUID] = field(default_factory=dict)
    theirs: dict[str, UUID] = field(default_factory=dict)

    def marked(self) -> list[tuple[str, House, dict[str, UUID]]]:
        """The three sets of records, with the house each belongs to."""
        return [
            ("ours", self.home, self.ours),
            ("elsewhere", self.home, self.elsewhere),
            ("theirs", self.next_door, self.theirs),
        ]

    def user(self, persona: Persona) -> User | None:
        """The account of a persona; None for the anonymous."""
        if persona == Persona.OTHER_UNION:
            return self.next_door.users[Persona.CLERK]
        return self.home.users.get(persona)

    def client(self, persona: Persona, kind: type[Client] = Client) -> Client:
        """A browser in which the persona is signed in; the disabled account was switched off after that."""
        client, user = kind(), self.user(persona)
        if user:
            client.force_login(user)
        if persona == Persona.DISABLED:
            User.objects.filter(pk=user.pk).update(is_active=False)
        return client


def build(union: Union, other_union: Union) -> World:
    """Everybody in their place, as of long ago."""
    return World(our_house(union), house_next_door(other_union))
