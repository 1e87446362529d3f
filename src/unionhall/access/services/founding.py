"""A new union comes into the house: the tenant, its system user, and its first administrator."""

import re

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.access.services import activation
from unionhall.access.services.activation import Slip
from unionhall.accounts.models import Union, User, system_user
from unionhall.accounts.tenancy import in_union
from unionhall.audit import services as audit
from unionhall.flows import Blocked

CODE = re.compile(r"[a-z][a-z0-9]{1,31}")  # no dash: user names are `<union code>-<staff number>` and must not collide
ADMINISTRATOR = "admin"
NAME_LENGTH = 80  # of the column


@transaction.atomic
def found(*, code: str, name: str) -> tuple[Union, Slip]:
    """Create a union and its administrator, whose activation code is returned in clear, once.

    Raises Blocked for a code that is taken or not well formed, and for a name that is empty, too long or taken.
    """
    name = name.strip()
    _check(code, name)
    union = Union.objects.create(code=code, name=name)
    with in_union(union):
        by = system_user()
        administrator = User.objects.create_user(union, ADMINISTRATOR, str(_("系统管理员")), is_administrator=True)
        audit.record("accounts.found", union, by=by, after={"code": code, "name": name})
        return union, activation.issue([administrator], by=by)[0]


def _check(code: str, name: str) -> None:
    if not CODE.fullmatch(code):
        raise Blocked(_("工会代码由 2 至 32 个小写字母和数字组成，以字母开头。"))
    if not name or len(name) > NAME_LENGTH:
        raise Blocked(_("工会名称要填，且不超过 80 个字。"))
    if Union.objects.filter(code=code).exists():
        raise Blocked(_("已有代码为“%(code)s”的工会。") % {"code": code})
    if Union.objects.filter(name=name).exists():
        raise Blocked(_("已有名称为“%(name)s”的工会。") % {"name": name})
