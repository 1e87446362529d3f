"""The promises of the book over random histories of fifty steps, through the verbs and around them."""

import os

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.funds.conftest import without_guards, without_the_check
from tests.funds.histories import Careless, Verbs
from unionhall.funds import subjects
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.plain import Evidence
from unionhall.funds.services import reserving
from unionhall.people.models import Person

EXAMPLES = int(os.environ.get("UNIONHALL_HISTORIES", "4"))  # `make bench` asks for more


def run(machine, world, examples=EXAMPLES):
    machine.world = world
    limits = settings(
        max_examples=examples,
        stateful_step_count=50,
        deadline=None,
        database=None,
        print_blob=False,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine, settings=limits)


@pytest.fixture
def with_evidence(monkeypatch):
    """Money may be asked for persons here, and their record proves what it went for."""
    proof = [Evidence(PieceKind.SIGN_OFF, "验收单"), Evidence(PieceKind.INVOICE, "发票")]
    monkeypatch.setattr(subjects, "_subjects", dict(subjects.taken()))
    subjects.take(
        Person,
        rows=lambda user: Person.objects.all(),
        url=lambda obj, user: "/",
        evidence=lambda obj: proof,
        in_part=True,
    )


def test_whatever_is_asked_paid_taken_back_and_closed_the_book_keeps_its_promises(world, with_evidence):
    run(Verbs, world)


def test_where_the_rest_is_not_freed_what_is_set_aside_is_wrong(world, with_evidence, monkeypatch):
    monkeypatch.setattr(reserving, "unspend", lambda request, amount: None)
    with pytest.raises(AssertionError):
        run(Verbs, world, examples=30)


def test_what_goes_around_the_verbs_is_held_by_the_database(world):
    run(Careless, world)


def test_without_the_guards_of_the_database_the_promises_are_broken(world):
    with without_guards(), pytest.raises(AssertionError):
        run(Careless, world, examples=30)


def test_without_its_check_a_restricted_purse_falls_below_zero(world):
    with without_the_check(), pytest.raises(AssertionError):
        run(Careless, world, examples=30)
