"""Ask a rule's value, cite it, and let the office set it from a day on."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.roles import in_office
from unionhall.audit import services as audit
from unionhall.flows import Blocked, NotAllowed, only_once
from unionhall.pages.values import day
from unionhall.rulebook import registry
from unionhall.rulebook.models import RuleEntry
from unionhall.rulebook.registry import Checked
from unionhall.rulebook.selectors import in_force


def value(key: str, on: date | None = None) -> Any:
    """The value of a rule on a day, typed: int, Fraction for shares, Decimal yuan, Span, days, or the chosen word."""
    return in_force(key, on).value


def cite(key: str, on: date | None = None) -> str:
    """The clause a rule rests on, short enough to stand in brackets behind a refusal."""
    return in_force(key, on).citation


@transaction.atomic
def amend(
    key: str,
    *,
    by: User,
    text: str,
    valid_from: date,
    source: str,
    reason: str,
    article: str = "",
    checked: str = Checked.UNVERIFIED,
) -> RuleEntry:
    """Set a rule's value from a day on, that day inclusive; earlier days keep theirs (G-09).

    `text` is the value as typed (`20%`, `2/3`, `3,000`). Raises NotAllowed outside the office, and Blocked when the
    text is not of the rule's kind, reason or source is missing, or a row of the same day or later exists.
    """
    if not in_office(by):
        raise NotAllowed(_("只有工会办公室可以修改规则参数。"))
    if not (reason.strip() and source.strip()):
        raise Blocked(_("修改规则参数要写明理由和依据。"))
    rule, old = registry.get(key), in_force(key, valid_from)
    _check_order(key, valid_from)
    try:
        kept = rule.write(rule.read(text))
    except ValueError as error:
        raise Blocked(str(error)) from None
    entry = _insert(
        RuleEntry(
            key=key,
            text=kept,
            valid_from=valid_from,
            source=source,
            article=article,
            checked=checked,
            reason=reason,
            by=by,
        )
    )
    audit.record(
        "rulebook.amend",
        entry,
        by=by,
        before={"text": old.text, "source": old.source},
        reason=reason,
        after=audit.snapshot(entry, ["text", "valid_from", "source", "article", "checked"]),
    )
    return entry


def _check_order(key: str, valid_from: date) -> None:
    last = RuleEntry.objects.filter(key=key).first()
    if last and valid_from <= last.valid_from:
        raise Blocked(
            _("这一项已有自 %(day)s 起生效的取值，新的取值只能从其后的日期起生效，过去的取值不改写。")
            % {"day": day(last.valid_from)}
        )


def _insert(entry: RuleEntry) -> RuleEntry:
    with only_once(_("刚有别人录入了同一天生效的取值，请刷新后再看。")):
        entry.save(force_insert=True)
    return entry
