"""The audit trail: `unionhall audit verify` names the first record that was altered or is missing."""

import argparse

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.models import Union
from unionhall.accounts.tenancy import in_union
from unionhall.audit import chain
from unionhall.audit.models import Block, Event
from unionhall.cli.say import Failure, say
from unionhall.cli.scope import make_ready

ABOUT = gettext_lazy("核验审计链，指出第一条被改动或缺失的记录。")


def arguments(parser: argparse.ArgumentParser) -> None:
    verify = parser.add_subparsers(required=True).add_parser("verify")
    verify.add_argument("--union", help=_("工会代码；不填则核验全部工会"))


def run(options: argparse.Namespace) -> None:
    """Verify each union's chain; the first fault of all is the sentence on stderr."""
    make_ready()
    unions = Union.objects.filter(code=options.union) if options.union else Union.objects.all()
    if options.union and not unions:
        raise Failure(_("没有代码为“%(code)s”的工会。") % {"code": options.union})
    for union in unions:
        with in_union(union):
            _verify(union)


def _verify(union: Union) -> None:
    fault = next(chain.faults(), None)
    if fault:
        raise Failure(_("%(union)s：%(fault)s") % {"union": union.name, "fault": fault})
    say(
        _("%(union)s：%(events)s 条记录、%(blocks)s 个审计块，未发现改动或缺失（%(open)s 条待封存）。")
        % {
            "union": union.name,
            "events": Event.objects.count(),
            "blocks": Block.objects.count(),
            "open": Event.objects.filter(block=None).count(),
        }
    )
