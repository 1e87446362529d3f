"""Tell people, in the transaction of what is told: a rolled-back act tells nobody."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.db import models, transaction
from django.utils import translation

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.kernel import clock
from unionhall.notices import registry, rules
from unionhall.notices.flow import FLOW
from unionhall.notices.models import Delivery, Notice, Preference
from unionhall.notices.registry import Kind
from unionhall.pages import values

BATCH = 1000


class NoTransaction(RuntimeError):
    """Something was to be told outside the transaction that makes it true."""


def after_commit(key: str, obj: models.Model, *, to: User | Iterable[User], **context: Any) -> int:
    """Put a notice into each person's inbox, and an e-mail into the outbox of those who chose it; returns how many.

    Rows are written now, seen and sent only once the transaction commits. `context` fills the wording by name, beside
    `%(record)s`, in each reader's language. Disabled accounts and doubles are left out. Raises NoTransaction outside.
    """
    if not transaction.get_connection().in_atomic_block:
        raise NoTransaction(f"{key}: a notice and its act belong to one transaction")
    kind = registry.get(key)
    people = [to] if isinstance(to, User) else to
    readers = {user.pk: user for user in people if user.is_active and not user.is_system}
    notices = [_notice(kind, obj, user, context) for user in readers.values()]
    Notice.objects.bulk_create(notices, batch_size=BATCH)
    Delivery.objects.bulk_create(_deliveries(kind, notices), batch_size=BATCH)
    return len(notices)


def _notice(kind: Kind, obj: models.Model, user: User, context: dict[str, Any]) -> Notice:
    with translation.override(user.language):
        words = {name: _shown(value) for name, value in {"record": obj, **context}.items()}
        return Notice(
            union_id=user.union_id,
            user=user,
            key=kind.key,
            subject=" ".join((str(kind.subject) % words).split())[:120],
            body=str(kind.body) % words,
            url=kind.url(obj, user),
            subject_type=obj._meta.label_lower,
            subject_id=obj.pk,
            is_confidential=kind.confidential,
        )


def _shown(value: Any) -> Any:
    if isinstance(value, datetime):
        return values.moment(value)
    return values.day(value) if isinstance(value, date) else value


def _deliveries(kind: Kind, notices: list[Notice]) -> Iterator[Delivery]:
    wishes = {wish.user_id: wish for wish in Preference.objects.filter(by_mail=True)}
    for notice in notices:
        wish = wishes.get(notice.user_id)
        if wish and notice.user.email:
            quiet = wish.quiet_at_night and not kind.urgent
            yield Delivery(union_id=notice.union_id, notice=notice, next_at=rules.earliest(clock.now(), quiet=quiet))


def mark_read(notice: Notice) -> None:
    """The reader has opened it; the first time counts."""
    Notice.objects.filter(pk=notice.pk).unread().update(read_at=clock.now())


def mark_all_read(*, by: User) -> int:
    """Everything in one's inbox counts as opened; returns how many were not."""
    return Notice.objects.visible_to(by).unread().update(read_at=clock.now())


@transaction.atomic
def prefer(*, by: User, by_mail: bool, quiet_at_night: bool) -> Preference:
    """How this person wants to be told from now on."""
    wish, _made = Preference.objects.get_or_create(user=by)
    before = audit.snapshot(wish, ["by_mail", "quiet_at_night"])
    wish.by_mail, wish.quiet_at_night = by_mail, quiet_at_night
    wish.save()
    audit.record("notices.prefer", wish, by=by, before=before, after=audit.snapshot(wish, before))
    return wish


def retry(delivery: Delivery, *, by: User) -> None:
    """Let an e-mail that was given up go out again, as if for the first time."""
    FLOW.fire(delivery, "retry", by=by, fields={"attempts": 0, "next_at": clock.now(), "error": ""})
