"""Building the demo unions: each module's seed in floor order, all of it or nothing."""

from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.access.services.founding import found
from unionhall.accounts.models import Union, system_user
from unionhall.accounts.tenancy import in_union
from unionhall.audit import chain
from unionhall.cli import kept
from unionhall.cli.say import Failure
from unionhall.demo.world import Part, World
from unionhall.kernel import clock, planner
from unionhall.notices import services as notices

FOUNDED_ON = date(2022, 12, 1)
UNIONS = (("demo", "示范医院工会"), ("second", "第二医院工会"))


def is_built() -> bool:
    """Whether the demo union is there."""
    return Union.objects.filter(code=UNIONS[0][0]).exists()


def build_once() -> list[Part]:
    """The accounts of the demo; the unions are built if they are not there yet, and never touched if they are."""
    if not is_built():
        kept.keep(_build())
    elif not kept.is_kept():
        raise Failure(
            _("这里已有代码为“%(code)s”的工会，但不是示范数据；请用 --data 换一个目录。") % {"code": UNIONS[0][0]}
        )
    return kept.cast()


def _build() -> list[Part]:
    with transaction.atomic():
        worlds = [build_union(code, name, is_small=number > 0) for number, (code, name) in enumerate(UNIONS)]
    for world in worlds:
        with in_union(world.union):
            chain.seal()
    planner.refresh()
    return [part for world in worlds for part in world.cast]


def build_union(code: str, name: str, *, is_small: bool) -> World:
    """One demo union, founded and then filled by every module's seed."""
    with clock.pinned(FOUNDED_ON):
        union, slip = found(code=code, name=name)
    with in_union(union):
        world = World(union, system_user(), is_small)
        world.play("administrator", slip.user, str(_("系统管理员")))
        for seed in _seeds():
            seed(world)
        for act in [*world.turned, *world.late]:
            act()
        for user in world.players:  # what the years brought has long been read
            notices.mark_all_read(by=user)
    return world


def _seeds() -> Iterator[Callable[[World], None]]:
    """Every app's `seed.seed`; the apps stand in the settings in floor order, lowest first."""
    for config in apps.get_app_configs():
        if config.name.startswith("unionhall.") and find_spec(f"{config.name}.seed"):
            yield import_module(f"{config.name}.seed").seed
