"""Unions: `unionhall union create` makes one with its administrator."""

import argparse

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.access.services.founding import ADMINISTRATOR, found
from unionhall.accounts.tenancy import in_union
from unionhall.audit import chain
from unionhall.cli.say import Failure, say
from unionhall.cli.scope import make_ready
from unionhall.flows import Refusal

ABOUT = gettext_lazy("新建工会，并给出系统管理员的激活码。")


def arguments(parser: argparse.ArgumentParser) -> None:
    create = parser.add_subparsers(required=True, metavar="create").add_parser("create")
    create.add_argument("--code", required=True, help=_("代码：小写字母和数字，以字母开头"))
    create.add_argument("--name", required=True, help=_("名称"))


def run(options: argparse.Namespace) -> None:
    """Create the union; the activation code is printed here and nowhere else."""
    make_ready()
    try:
        union, slip = found(code=options.code, name=options.name)
    except Refusal as refusal:
        raise Failure(str(refusal)) from refusal
    with in_union(union):
        chain.seal()
    say(_("已建立%(name)s（%(code)s）。") % {"name": union.name, "code": union.code})
    say(
        _("系统管理员：工号 %(staff_no)s，激活码 %(code)s，请在 %(day)s 前用它设置密码。")
        % {"staff_no": ADMINISTRATOR, "code": slip.code, "day": f"{slip.expires_at:%Y-%m-%d}"}
    )
