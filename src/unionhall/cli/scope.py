"""The database and the union a command works in."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from unionhall.accounts.models import Union, User, system_user
from unionhall.accounts.tenancy import in_union
from unionhall.audit import chain
from unionhall.cli.say import Failure
from unionhall.flows import Refusal


def make_ready() -> None:
    """Bring an empty or outdated database up to date; costs a look at the tables when it is."""
    try:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", verbosity=0, interactive=False)
        if settings.CACHES["default"].get("LOCATION") not in {None, *connection.introspection.table_names()}:
            call_command("createcachetable", verbosity=0)
    except DatabaseError as error:
        raise Failure(_("打不开数据库：%(reason)s") % {"reason": str(error).splitlines()[0]}) from error


@contextmanager
def union_of(code: str) -> Iterator[User]:
    """Work in the union of that code, as its system user; a refusal inside is the sentence the command ends with.

    What the command did is sealed before it ends, since nothing else may be running to do it.
    """
    make_ready()
    union = Union.objects.filter(code=code, is_active=True).first()
    if union is None and not Union.objects.exists():
        raise Failure(
            _("这个数据目录里还没有工会。请先用 unionhall union create 新建，或用 --data 指定已有的数据目录。")
        )
    if union is None:
        raise Failure(_("没有代码为“%(code)s”的工会。") % {"code": code})
    try:
        with in_union(union):
            yield system_user()
            chain.seal()
    except Refusal as refusal:
        raise Failure(str(refusal)) from refusal
