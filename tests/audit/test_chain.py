import pytest

from unionhall.accounts.tenancy import OutsideUnion
from unionhall.audit import chain
from unionhall.audit.models import Block, Event
from unionhall.audit.services import NoTransaction, record


@pytest.fixture
def three_blocks(union, system, settings, tmp_path, django_capture_on_commit_callbacks):
    settings.UNIONHALL_DATA = tmp_path
    for number in range(3):
        for step in range(4):
            record(f"test.{number}.{step}", union, by=system, after={"step": step})
        with django_capture_on_commit_callbacks(execute=True):
            assert chain.seal() == 4
    return union


def test_an_untouched_chain_has_no_fault(three_blocks):
    assert list(chain.faults()) == []


def test_an_altered_record_is_named(three_blocks):
    event = Event.objects.order_by("at", "id")[5]
    Event.objects.filter(pk=event.pk).update(reason="nobody will notice")
    assert next(chain.faults()) == f"记录 {event.pk} 被改动（审计块 #2）。"


def test_a_missing_record_is_named(three_blocks):
    event = Event.objects.order_by("at", "id")[9]
    Event.objects.filter(pk=event.pk).delete()
    assert next(chain.faults()) == f"记录 {event.pk} 缺失（审计块 #3）。"


def test_a_tail_cut_off_is_seen_beside_the_database(three_blocks):
    last = Block.objects.get(number=3)
    Event.objects.filter(block=last).delete()
    last.delete()
    assert list(chain.faults()) == ["审计块 #3 及以后的记录缺失。"]


def test_without_the_chain_nobody_would_notice(three_blocks):
    """The twin: the same tampering, with the manifest recomputed as if there were no chain, is not seen."""
    event = Event.objects.order_by("at", "id")[11]
    Event.objects.filter(pk=event.pk).update(reason="nobody will notice")
    event.refresh_from_db()
    block = event.block
    lines = [f"{e.pk} {chain.digest_of(e)}" for e in Event.objects.filter(block=block).order_by("at", "id")]
    Block.objects.filter(pk=block.pk).update(manifest="\n".join(lines))
    assert list(chain._event_faults(Block.objects.get(pk=block.pk))) == []
    assert next(chain.faults()) == "审计块 #3 被改动。"


@pytest.mark.django_db(transaction=True)
def test_a_change_without_its_transaction_is_refused(union, system):
    with pytest.raises(NoTransaction):
        record("test", union, by=system)


def test_an_event_outside_any_union_cannot_be_read(db):
    with pytest.raises(OutsideUnion):
        Event.objects.exists()
