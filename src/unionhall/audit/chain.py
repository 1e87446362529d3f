"""The hash chain: events are sealed into blocks every few seconds, so that writers never queue behind one another.

Each block's manifest lists its events by id and digest, so that `verify` can name the first record that was altered
or is missing. The newest digest is also appended to a file beside the database, which a tail cut off would contradict.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from unionhall.accounts.tenancy import current_union
from unionhall.audit.models import Block, Event
from unionhall.kernel import clock

GENESIS = "0" * 64
BLOCK_SIZE = 5000
SEALED_FIELDS = """id union_id at by_id kind verb subject_type subject_id subject_label concerns before after
reason""".split()


def digest_of(event: Event) -> str:
    """SHA-256 over every field of an event that its writer set."""
    content = {name: getattr(event, name) for name in SEALED_FIELDS}
    text = json.dumps(content, cls=_Exact, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


class _Exact(DjangoJSONEncoder):
    """Instants to the microsecond in UTC: Django's own encoder cuts them to the millisecond."""

    def default(self, o: object) -> object:
        return o.astimezone(clock.UTC).isoformat() if isinstance(o, clock.datetime) else super().default(o)


def seal() -> int:
    """Seal the events of the union in scope that no block holds yet; returns how many. Safe to run twice at once."""
    sealed = 0
    while batch := list(Event.objects.filter(block=None).order_by("at", "id")[:BLOCK_SIZE]):
        try:
            _seal(batch)
        except IntegrityError:  # another sealer took this number first; its block holds these events
            return sealed
        sealed += len(batch)
    return sealed


@transaction.atomic
def _seal(batch: list[Event]) -> None:
    last = Block.objects.order_by("-number").first()
    previous, number = (last.digest, last.number + 1) if last else (GENESIS, 1)
    manifest = "\n".join(f"{event.id} {digest_of(event)}" for event in batch)
    block = Block.objects.create(
        number=number, manifest=manifest, previous=previous, digest=_link(number, previous, manifest)
    )
    taken = Event.objects.filter(pk__in=[event.pk for event in batch], block=None).update(block=block)
    if taken != len(batch):
        raise IntegrityError("events were sealed by somebody else meanwhile")
    transaction.on_commit(lambda: _anchor(block))


def _link(number: int, previous: str, manifest: str) -> str:
    return hashlib.sha256(f"{number}\n{previous}\n{manifest}".encode()).hexdigest()


def _anchor_file() -> Path:
    return Path(settings.UNIONHALL_DATA) / "audit" / f"{current_union().code}.anchors"


def _anchor(block: Block) -> None:
    path = _anchor_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf8") as file:
        file.write(f"{block.number} {block.digest}\n")


def faults() -> Iterator[str]:
    """Every place where the chain of the union in scope does not hold, first one first, in words."""
    previous, number = GENESIS, 0
    for block in Block.objects.order_by("number").iterator():
        number += 1
        if block.number != number:
            yield _("审计块 #%(number)s 缺失。") % {"number": number}
            number = block.number
        elif block.previous != previous or block.digest != _link(block.number, block.previous, block.manifest):
            yield _("审计块 #%(number)s 被改动。") % {"number": block.number}
        yield from _event_faults(block)
        previous = block.digest
    yield from _anchor_faults(number, previous)


def _event_faults(block: Block) -> Iterator[str]:
    events = {str(event.id): event for event in Event.objects.filter(block=block)}
    for line in block.manifest.splitlines():
        event_id, digest = line.split()
        event = events.pop(event_id, None)
        if event is None:
            yield _("记录 %(id)s 缺失（审计块 #%(block)s）。") % {"id": event_id, "block": block.number}
        elif digest_of(event) != digest:
            yield _("记录 %(id)s 被改动（审计块 #%(block)s）。") % {"id": event_id, "block": block.number}
    for event_id in events:
        yield _("记录 %(id)s 不属于审计块 #%(block)s。") % {"id": event_id, "block": block.number}


def _anchor_faults(number: int, digest: str) -> Iterator[str]:
    path = _anchor_file()
    lines = path.read_text(encoding="utf8").split("\n")[:-1] if path.exists() else []
    if lines:
        last_number, last_digest = lines[-1].split()
        if int(last_number) > number:
            yield _("审计块 #%(number)s 及以后的记录缺失。") % {"number": number + 1}
        elif int(last_number) == number and last_digest != digest:
            yield _("审计块 #%(number)s 与链外留存的校验值不符。") % {"number": number}
