"""A real cluster, really killed: what it had begun is done after all."""

import os
import signal

import pytest

from tests.kit.house import House, kill_all, own_database, wait_for

START = "from unionhall.jobs.services import start; print(start('test.wait', by=by).pk)"
ASK = "from unionhall.jobs.models import Job; job = Job.objects.get(pk='{}'); print(job.state, job.attempts)"


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """An installation whose jobs may last five seconds, so that the queue hands a lost one out again after ten."""
    with own_database("cluster") as database:
        house = House(tmp_path_factory.mktemp("house"), UNIONHALL_DATABASE=database, UNIONHALL_JOB_SECONDS="5")
        house.run("union", "create", "--code", "demo", "--name", "示范医院工会", check=True)
        yield house


@pytest.fixture
def house(installed):
    (installed.data / "attempts.txt").write_text("")
    return installed


def pids(house: House) -> list[int]:
    """The processes that took the job up so far."""
    return [int(line) for line in (house.data / "attempts.txt").read_text().split()]


def test_a_job_survives_the_end_of_everything(house):
    with house.serving() as served:
        job = house.python(START)
        wait_for(lambda: len(pids(house)) == 1)
        kill_all(served.process)
        assert house.python(ASK.format(job)) == "running 1"
    with house.serving():
        wait_for(lambda: len(pids(house)) == 2)
        assert wait_for(lambda: house.python(ASK.format(job)) == "done 2")


def test_a_job_whose_worker_was_killed_is_handed_out_again(house):
    with house.serving():
        job = house.python(START)
        os.kill(wait_for(lambda: pids(house))[0], signal.SIGKILL)
        wait_for(lambda: len(pids(house)) == 2)
        assert wait_for(lambda: house.python(ASK.format(job)) == "done 2")


def test_the_ticker_seals_what_was_written(house):
    with house.serving():
        assert wait_for(lambda: "0 条待封存" in house.run("audit", "verify", check=True).stdout)
