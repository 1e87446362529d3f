"""The union's own five visits: a new version from a day on, the old ones kept."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.care.kinds.words import Level
from unionhall.care.models import VisitRule, VisitSet
from unionhall.care.rules.events import default_level
from unionhall.care.services import checks
from unionhall.flows import Blocked
from unionhall.pages.values import day


@transaction.atomic
def adopt(
    *,
    by: User,
    name: str,
    valid_from: date,
    source: str,
    occasions: Sequence[str],
    by_union: Sequence[str] = (),
    reason: str = "",
) -> VisitSet:
    """Adopt the occasions on which the union calls, from a day on; `by_union` are those its office goes to itself.

    Raises Blocked without an occasion, or for a day not after the last version's: the past is not rewritten.
    """
    checks.of_the_office(by, _("确定必访事项"))
    if not occasions:
        raise Blocked(_("请至少选一项必访事由。"))
    last = VisitSet.objects.order_by("-valid_from").first()
    if last and valid_from <= last.valid_from:
        raise Blocked(_("现有版本自%(day)s起生效，新版本只能从其后的日期起生效。") % {"day": day(last.valid_from)})
    adopted = VisitSet.objects.create(
        version=(last.version if last else 0) + 1,
        name=checks.given(name, _("请写明名称。")),
        valid_from=valid_from,
        source=checks.given(source, _("请写明依据，例如工会委员会决议。")),
        reason=reason,
    )
    for occasion in dict.fromkeys(occasions):
        level = default_level(occasion, False, Level.UNION if occasion in by_union else Level.BRANCH)
        VisitRule.objects.create(set=adopted, occasion=occasion, level=level)
    audit.record("care.visitset.adopt", adopted, by=by, after={"occasions": list(occasions), "source": source})
    return adopted
