"""The chain while others write: two sealers at once, and writers beside them, on whichever database the run has."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection, transaction

from unionhall.accounts.models import User, system_user
from unionhall.accounts.tenancy import in_union
from unionhall.audit import chain
from unionhall.audit.models import Block, Event
from unionhall.audit.services import record

pytestmark = pytest.mark.django_db(transaction=True)
WRITERS, EVENTS, SEALERS = 4, 25, 2


@pytest.fixture
def folder(settings, tmp_path):
    settings.UNIONHALL_DATA = tmp_path
    return tmp_path


def at_once(*works: Callable[[], None]) -> list[BaseException]:
    """Run each in a thread of its own with its own connection, all let go together; returns what went wrong."""
    wrong: list[BaseException] = []
    gate = threading.Barrier(len(works))

    def run(work: Callable[[], None]) -> None:
        try:
            gate.wait()
            work()
        except BaseException as error:
            wrong.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return wrong


def writer(union, by: User, number: int) -> Callable[[], None]:
    def write() -> None:
        with in_union(union):
            for step in range(EVENTS):
                with transaction.atomic():
                    record(f"test.{number}", union, by=by, after={"step": step})

    return write


def sealer(union, rounds: int) -> Callable[[], None]:
    def seal() -> None:
        with in_union(union):
            for _round in range(rounds):
                chain.seal()

    return seal


def test_writers_and_two_sealers_at_once_leave_a_whole_chain(union, folder):
    by = system_user()
    wrong = at_once(
        *(writer(union, by, number) for number in range(WRITERS)), *(sealer(union, 15) for _number in range(SEALERS))
    )
    chain.seal()
    assert wrong == []
    assert Event.objects.count() == WRITERS * EVENTS
    assert not Event.objects.filter(block=None).exists()
    assert list(chain.faults()) == []


def test_two_sealers_seal_each_event_once(union, folder):
    writer(union, system_user(), 0)()
    assert at_once(*(sealer(union, 1) for _number in range(4))) == []
    chain.seal()
    listed = [line for block in Block.objects.all() for line in block.manifest.splitlines()]
    assert len(listed) == len(set(listed)) == EVENTS
    assert list(chain.faults()) == []


def test_without_asking_again_two_sealers_would_fork_the_chain(union, folder):
    """The twin: a sealer that does not ask whether its events are still free."""

    def blind_seal(batch):
        with transaction.atomic():
            last = Block.objects.order_by("-number").first()
            number = last.number + 1 if last else 1
            previous = last.digest if last else chain.GENESIS
            manifest = "\n".join(f"{event.id} {chain.digest_of(event)}" for event in batch)
            block = Block.objects.create(
                number=number, previous=previous, manifest=manifest, digest=chain._link(number, previous, manifest)
            )
            Event.objects.filter(pk__in=[event.pk for event in batch]).update(block=block)

    writer(union, system_user(), 0)()
    batch = list(Event.objects.order_by("at", "id"))
    blind_seal(batch)
    blind_seal(batch)  # the second sealer, which had read the same events before the first was done
    assert "缺失" in next(chain.faults())


def test_a_sealer_that_comes_too_late_seals_nothing(union, folder):
    writer(union, system_user(), 0)()
    batch = list(Event.objects.order_by("at", "id"))
    chain.seal()
    with pytest.raises(chain.IntegrityError):
        chain._seal(batch)
    assert Block.objects.count() == 1
    assert list(chain.faults()) == []


def test_a_rolled_back_change_leaves_no_event_and_no_gap(union, folder):
    by = system_user()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        record("test.undone", union, by=by)
        raise ZeroDivisionError
    writer(union, by, 0)()
    chain.seal()
    assert not Event.objects.filter(verb="test.undone").exists()
    assert list(chain.faults()) == []


def test_each_union_has_a_chain_of_its_own(union, other_union, folder):
    by = system_user()
    writer(union, by, 0)()
    with in_union(other_union):
        writer(other_union, by, 1)()
        chain.seal()
        assert Block.objects.get().number == 1
    chain.seal()
    assert Block.objects.get().number == 1
    assert sorted(path.name for path in (folder / "audit").iterdir()) == ["demo.anchors", "other.anchors"]
