"""Welfare standards: a province's table taken over, single lines proposed by one and approved by another."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.care import data
from unionhall.care.flow.standard import STANDARD_FLOW, StandardState, may_stand
from unionhall.care.kinds.words import Layer
from unionhall.care.models import Standard
from unionhall.care.rules.standards import begins_problem
from unionhall.care.selectors.caps import last_given
from unionhall.care.services import checks
from unionhall.flows import Blocked, only_once
from unionhall.kernel import clock

_FROM_TABLE = (
    "occasion festival cap_once cap_year times for_relatives form jurisdiction source article year checked note".split()
)


@transaction.atomic
def take_over(*, by: User, table: str, valid_from: date) -> list[Standard]:
    """Take over a province's table as it ships, as the province's layer from a day on.

    It binds at once, since nobody types an amount. Raises Blocked when a later line of the same kind is there already.
    """
    checks.of_the_office(by, _("采用慰问标准"))
    lines = [line for line in data.standards() if line["set"] == table]
    if not lines:
        raise Blocked(_("没有这套标准。"))
    made = []
    for line in lines:
        values = {name: line[name] for name in _FROM_TABLE}
        one = Standard(layer=Layer.PROVINCE, valid_from=valid_from, state=StandardState.APPROVED, **values)
        made.append(_save(one, "take_over", by))
    return made


@transaction.atomic
def propose(*, by: User, layer: str, valid_from: date, source: str, **line: Any) -> Standard:
    """Propose one line of the province's or the union's own standard from a day on; earlier days keep theirs (G-09).

    It binds once somebody else approved it. Raises Blocked for bounds that make no sense, for the union's own line
    beyond its province's, for a line of the province that calls itself the union's, and for a first day before this year or
    before what was given under the line it takes the place of.
    """
    checks.of_the_office(by, _("修改慰问标准"))
    source = checks.given(source, _("请写明依据。"))
    cap_year: Decimal | None = line.get("cap_year")
    if line["cap_once"] <= 0:
        raise Blocked(_("每次上限应大于零。"))
    if cap_year is not None and cap_year < line["cap_once"]:
        raise Blocked(_("每年上限不能低于每次上限。"))
    if layer == Layer.PROVINCE and line.get("jurisdiction", "").strip() in ("", str(_("本会"))):
        raise Blocked(_("省级标准的适用范围应是省份，依据应是省级文件；本会自己定的请选“本会标准”。"))
    last = last_given(line["occasion"], line.get("festival", ""))
    if reason := begins_problem(valid_from, clock.today(), last):
        raise Blocked(reason)
    made = Standard(
        layer=layer, valid_from=valid_from, source=source, proposed_by=by, state=StandardState.PROPOSED, **line
    )
    return _save(made, "propose", by)


@transaction.atomic
def approve(line: Standard, *, by: User) -> None:
    """Somebody else puts a proposed line into force; what stands in the way is asked again."""
    fields = {"approved_by_id": by.pk, "approved_on": clock.today()}
    with only_once(_("刚有别人录入了同一天生效的标准，请刷新后再看。")):
        STANDARD_FLOW.fire(line, "approve", by=by, fields=fields)


def drop(line: Standard, *, by: User, reason: str) -> None:
    """A proposed line is not put into force; it stays, with the reason."""
    STANDARD_FLOW.fire(line, "drop", by=by, note=checks.given(reason, _("请写明理由。")))


def _save(line: Standard, verb: str, by: User) -> Standard:
    if reason := may_stand(line):
        raise Blocked(reason)
    with only_once(_("刚有别人录入了同一天生效的标准，请刷新后再看。")):
        line.save(force_insert=True)
    after = audit.snapshot(line, ["layer", "occasion", "cap_once", "cap_year", "times", "valid_from"])
    audit.record(f"care.standard.{verb}", line, by=by, after=after)
    return line
