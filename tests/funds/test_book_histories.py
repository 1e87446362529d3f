"""The promises of the book over random histories of fifty steps, through the verbs and around them."""

import os

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.funds.conftest import without_guards, without_the_check
from tests.funds.histories import Careless, Verbs

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


def test_whatever_is_booked_reversed_and_closed_the_book_keeps_its_promises(world):
    run(Verbs, world)


def test_what_goes_around_the_verbs_is_held_by_the_database(world):
    run(Careless, world)


def test_without_the_guards_of_the_database_the_promises_are_broken(world):
    with without_guards(), pytest.raises(AssertionError):
        run(Careless, world, examples=30)


def test_without_its_check_a_restricted_purse_falls_below_zero(world):
    with without_the_check(), pytest.raises(AssertionError):
        run(Careless, world, examples=30)
