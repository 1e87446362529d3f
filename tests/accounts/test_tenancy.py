import threading

import pytest
from django.db import IntegrityError, connection, models, transaction

from unionhall.accounts.models import Counter, User, system_user
from unionhall.accounts.numbering import next_number
from unionhall.accounts.tenancy import ForeignUnion, OutsideUnion, current_union, in_union, scoped_union
from unionhall.audit.models import Block, Event


@pytest.mark.parametrize(
    "ask",
    [
        lambda: Counter.objects.count(),
        lambda: Counter.objects.all(),
        lambda: Counter.objects.filter(key="a"),
        lambda: Counter.objects.create(key="a"),
        lambda: Counter(key="a"),
        lambda: User.in_union.first(),
        lambda: Counter.objects.update(last=9),
        lambda: Counter.objects.all().delete(),
    ],
)
def test_a_tenant_table_outside_a_union_raises_whatever_is_asked(db, ask):
    with pytest.raises(OutsideUnion):
        ask()


def test_a_plain_manager_outside_a_union_would_answer_for_everybody(union, other_union):
    """The twin: the same question to a manager without the scope."""

    class Unguarded(models.Manager):
        pass

    unguarded = Unguarded()
    unguarded.model = Counter
    Counter.objects.create(key="ours")
    with in_union(other_union):
        Counter.objects.create(key="theirs")
        assert set(unguarded.values_list("key", flat=True)) == {"ours", "theirs"}
        assert set(Counter.objects.values_list("key", flat=True)) == {"theirs"}


def test_rows_of_another_union_are_neither_found_nor_changed_nor_deleted(union, other_union):
    with in_union(other_union):
        theirs = Counter.objects.create(key="theirs")
    assert not Counter.objects.filter(pk=theirs.pk).exists()
    assert Counter.objects.filter(pk=theirs.pk).update(last=9) == 0
    assert Counter.objects.filter(pk=theirs.pk).delete()[0] == 0
    with in_union(other_union):
        assert Counter.objects.get(pk=theirs.pk).last == 0


def test_a_row_belongs_to_the_union_in_scope(union):
    assert Counter.objects.create(key="a").union == union


def test_a_row_cannot_refer_to_a_row_of_another_union(union, other_union, system):
    with in_union(other_union):
        theirs = Block.objects.create(number=1, manifest="", previous="", digest="")
    with pytest.raises(ForeignUnion):
        Event(verb="test", by=system, subject_type="t", subject_label="t", block=theirs).save()


def test_scopes_nest_and_end(union, other_union):
    with in_union(other_union):
        assert current_union() == other_union
    assert current_union() == union


def test_a_scope_ends_with_an_error_too(other_union):
    with pytest.raises(ZeroDivisionError), in_union(other_union):
        raise ZeroDivisionError
    assert scoped_union() is None


def test_the_same_number_may_stand_once_in_each_union(union, other_union):
    Counter.objects.create(key="a")
    with in_union(other_union):
        Counter.objects.create(key="a")
    with pytest.raises(IntegrityError), transaction.atomic():
        Counter.objects.create(key="a")


def test_each_union_has_its_own_system_user(union, other_union):
    ours = system_user()
    assert system_user() == ours
    with in_union(other_union):
        assert system_user() != ours


def test_numbers_follow_without_gaps_by_key(union):
    with transaction.atomic():
        assert [next_number("a"), next_number("a"), next_number("b"), next_number("a")] == [1, 2, 1, 3]


def test_a_number_given_back_by_a_rollback_is_given_out_again(union):
    with transaction.atomic():
        next_number("a")
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        assert next_number("a") == 2
        raise ZeroDivisionError
    with transaction.atomic():
        assert next_number("a") == 2


@pytest.mark.django_db(transaction=True)
def test_a_number_outside_a_transaction_is_refused(union):
    with pytest.raises(RuntimeError):
        next_number("a")


@pytest.mark.django_db(transaction=True)
def test_eight_who_ask_at_once_get_eight_numbers(union):
    given, gate = [], threading.Barrier(8)

    def ask() -> None:
        try:
            gate.wait()
            with in_union(union), transaction.atomic():
                number = next_number("a")
            given.append(number)
        finally:
            connection.close()

    threads = [threading.Thread(target=ask) for _number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(given) == list(range(1, 9))
