"""Welfare standards: a province's table taken over, single lines set by the union, each from a day on."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.care import data
from unionhall.care.kinds.words import Layer
from unionhall.care.models import Standard
from unionhall.care.services import checks
from unionhall.flows import Blocked
from unionhall.pages.values import day

_FROM_TABLE = (
    "occasion festival cap_once cap_year times for_relatives form jurisdiction source article year checked note".split()
)


@transaction.atomic
def take_over(*, by: User, table: str, valid_from: date) -> list[Standard]:
    """Take over a province's table (rules 6.4) as the province's layer from a day on; its lines can then be amended.

    Raises Blocked when a later line of the same kind is there already.
    """
    checks.of_the_office(by, _("采用慰问标准"))
    lines = [line for line in data.standards() if line["set"] == table]
    if not lines:
        raise Blocked(_("没有这套标准。"))
    return [_write({name: line[name] for name in _FROM_TABLE}, Layer.PROVINCE, valid_from, by) for line in lines]


@transaction.atomic
def set_line(*, by: User, layer: str, valid_from: date, source: str, **line: Any) -> Standard:
    """Set one line of the province's or the union's own standard from a day on; earlier days keep theirs (G-09)."""
    checks.of_the_office(by, _("修改慰问标准"))
    source = checks.given(source, _("请写明依据。"))
    cap_year: Decimal | None = line.get("cap_year")
    if line["cap_once"] <= 0:
        raise Blocked(_("每次上限应大于零。"))
    if cap_year is not None and cap_year < line["cap_once"]:
        raise Blocked(_("每年上限不能低于每次上限。"))
    return _write({**line, "source": source}, layer, valid_from, by)


def _write(line: dict[str, Any], layer: str, valid_from: date, by: User) -> Standard:
    same = Standard.objects.filter(layer=layer, occasion=line["occasion"], festival=line.get("festival", ""))
    last = same.order_by("-valid_from").first()
    if last and valid_from <= last.valid_from:
        raise Blocked(
            _("“%(name)s”已有自%(day)s起生效的标准，新标准只能从其后的日期起生效，过去的不改写。")
            % {"name": last.get_occasion_display(), "day": day(last.valid_from)}
        )
    try:
        with transaction.atomic():
            made = Standard.objects.create(layer=layer, valid_from=valid_from, **line)
    except IntegrityError:
        raise Blocked(_("刚有别人录入了同一天生效的标准，请刷新后再看。")) from None
    audit.record("care.standard.set", made, by=by, after=audit.snapshot(made, ["cap_once", "cap_year", "valid_from"]))
    return made
