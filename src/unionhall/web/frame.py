"""What the frame around a page shows: where one is, where one may go, what is unread. Read only when a page asks."""

from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from unionhall.accounts.models import Union
from unionhall.accounts.roles import in_office, is_chair
from unionhall.notices.selectors import unread_count
from unionhall.pages import nav


def address(name: str) -> str:
    """The address of a page by its URL name, or empty in a house where no module brings it."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


@dataclass(frozen=True)
class Door:
    """A link of the frame: a room of the desk, a tab of the phone, another face."""

    label: str
    url: str
    icon: str = ""
    is_current: bool = False
    about: str = ""


class Frame:
    """The frame of one request; safe to ask anything of for the anonymous and in error pages."""

    def __init__(self, request: HttpRequest) -> None:
        self.request, self.here = request, request.get_full_path()
        self.user = getattr(request, "user", None)

    @cached_property
    def is_signed_in(self) -> bool:
        return bool(self.user and self.user.is_authenticated)

    @cached_property
    def _name(self) -> str:
        """The union's name; a stranger reads it where the installation holds one union only."""
        if self.is_signed_in:
            return self.user.union.name
        names = Union.objects.filter(is_active=True).values_list("name", flat=True)[:2]
        return names[0] if len(names) == 1 else ""

    @property
    def is_named(self) -> bool:
        """Whether the bar shows a union's name, and not that of the product."""
        return bool(self._name)

    @property
    def union_name(self) -> str:
        return self._name or _("职工之家")

    @property
    def person_name(self) -> str:
        return self.user.name if self.is_signed_in else ""

    @property
    def who(self) -> str:
        """The account, so that drafts kept in a shared browser stay with their author."""
        return str(self.user.pk) if self.is_signed_in else ""

    @property
    def is_large(self) -> bool:
        """Whether large type is on: the account's choice, or a stranger's cookie."""
        return self.user.large_type if self.is_signed_in else bool(self.request.COOKIES.get("unionhall_large"))

    @property
    def home_url(self) -> str:
        return reverse("web.home")

    @property
    def desk_url(self) -> str:
        return reverse("web.office") if in_office(self.user) else ""

    @property
    def search_url(self) -> str:
        return address("search.results") if self.is_signed_in else ""

    @property
    def searched(self) -> str:
        """What was searched for, kept in the box of the result page."""
        return self.request.GET.get("q", "") if self.request.path == self.search_url else ""

    @property
    def inbox_url(self) -> str:
        return address("notices.inbox") if self.is_signed_in else ""

    @cached_property
    def unread(self) -> int:
        """How many messages one has not opened."""
        return unread_count(self.user) if self.is_signed_in else 0

    @cached_property
    def all_rooms(self) -> list[nav.Room]:
        """The rooms this user has, with their lists."""
        return nav.rooms(self.user)

    @cached_property
    def entry(self) -> nav.Entry | None:
        """The list one is in: the entry whose address begins the present one, the longest of them."""
        around = [entry for room in self.all_rooms for entry in room.entries if self.request.path.startswith(entry.url)]
        return max(around, key=lambda entry: len(entry.url), default=None)

    @cached_property
    def rooms(self) -> list[Door]:
        """The doors to the rooms this user has; each opens into its first list."""
        return [
            Door(room.glyph, room.entries[0].url, is_current=self.entry in room.entries, about=str(room.label))
            for room in self.all_rooms
        ]

    @cached_property
    def lists(self) -> list[nav.Entry]:
        """The lists of the room one is in."""
        return next((room.entries for room in self.all_rooms if self.entry in room.entries), [])

    @property
    def tabs(self) -> list[Door]:
        """The four tabs of the phone, without those whose module is absent."""
        tabs = [
            (_("首页"), "web.my", "home"),
            (_("办事"), "web.matters", "list-check"),
            (_("活动"), "my.activities.list", "run"),
            (_("我的"), "people.mine", "user"),
        ]
        doors = [(label, address(name), icon) for label, name, icon in tabs]
        here = max((url for _l, url, _i in doors if url and self.request.path.startswith(url)), key=len, default="")
        return [Door(label, url, icon, url == here) for label, url, icon in doors if url]

    @property
    def faces(self) -> list[Door]:
        """The home pages this user may change to."""
        if not self.is_signed_in:
            return []
        faces = [
            (_("我的首页"), "web.my", "device-mobile", None),
            (_("办公台"), "web.office", "building", in_office),
            (_("这一年"), "web.year", "calendar", is_chair),
        ]
        return [Door(label, reverse(name), icon) for label, name, icon, who in faces if who is None or who(self.user)]


@dataclass(frozen=True)
class BareFrame:
    """The frame when nothing may be asked of the database: the page that says something broke."""

    union_name: str
    home_url: str = "/"
    here: str = "/"
    who: str = ""
    person_name: str = ""
    is_named: bool = False
    is_large: bool = False
    is_signed_in: bool = False
