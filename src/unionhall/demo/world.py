"""One demo union while it is being built: who acts in it, and chance that falls the same way every time.

A module's `seed.py` has `seed(world)`, called in floor order inside the union's scope and one transaction. It acts by calling the
verbs the pages call, as `world.users[role]`, on the days they happened (`with clock.pinned(day)`), and picks with `world.random`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from django.contrib.auth.hashers import make_password

from unionhall.accounts.models import Union, User

PASSWORD = "zhigong-zhijia"


@dataclass(frozen=True)
class Part:
    """An account a visitor of the demo may use."""

    union: str
    role: str
    staff_no: str
    name: str


@dataclass
class World:
    """A demo union; `is_small` for the second one, which only proves that neither sees the other."""

    union: Union
    system: User
    is_small: bool = False
    users: dict[str, User] = field(default_factory=dict)
    cast: list[Part] = field(default_factory=list)
    random: Random = field(default_factory=lambda: Random(2023))
    turned: list[Callable[[], None]] = field(default_factory=list)
    late: list[Callable[[], None]] = field(default_factory=list)
    _password: str = field(default_factory=lambda: make_password(PASSWORD))

    def play(self, key: str, user: User, role: str) -> None:
        """Let visitors sign in as this user: under `key` for later seeds, as `role` (in words) on the printed list.

        Everybody has the same password, hashed once: hashing is slow by design.
        """
        user.password = self._password
        user.save(update_fields=["password"])
        self.users[key] = user
        self.cast.append(Part(self.union.name, role, user.staff_no, user.name))

    @property
    def players(self) -> list[User]:
        """Those whom visitors act as: no part of the demo's year befalls them, and nobody decides on what is their own."""
        return list(self.users.values())

    def at_the_turn(self, act: Callable[[], None]) -> None:
        """Do this when every module has told its year, before what is done `afterwards`: it rests on what that year left."""
        self.turned.append(act)

    def afterwards(self, act: Callable[[], None]) -> None:
        """Do this when every module has had its turn, lower ones last: they close what those above still write into."""
        self.late.insert(0, act)
