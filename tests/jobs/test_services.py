"""Tests run jobs at once (`Q_CLUSTER["sync"]`); the real cluster is met in test_cluster."""

import pytest
from django.db import transaction
from django.utils import translation

from unionhall.accounts.models import User
from unionhall.accounts.tenancy import current_union, in_union
from unionhall.flows import Blocked
from unionhall.jobs import running, services
from unionhall.jobs.models import Job, State


def test_a_job_runs_in_its_union_as_the_user_who_asked(union, clerk, job_of):
    seen = {}

    def work(progress, *, by, rows):
        seen.update(union=current_union(), by=by, language=translation.get_language())
        progress(rows, rows, "写入")
        return {"url": "/people/"}

    clerk.language = "en"
    clerk.save()
    job = services.start(job_of(work), by=clerk, rows=3)
    assert (job.state, job.done, job.total, job.text, job.result) == (State.DONE, 3, 3, "写入", {"url": "/people/"})
    assert seen == {"union": union, "by": clerk, "language": "en"}


def test_a_rolled_back_act_starts_no_job(clerk, job_of):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        services.start(job_of(lambda progress, by: None), by=clerk)
        raise ZeroDivisionError
    assert not Job.objects.exists()


def test_an_unknown_job_cannot_be_started(clerk):
    with pytest.raises(KeyError):
        services.start("no.such", by=clerk)


def test_a_refusal_is_told_in_its_own_words(clerk, job_of):
    def work(progress, *, by):
        raise Blocked("表里没有“工号”列。")

    job = services.start(job_of(work), by=clerk)
    assert (job.state, job.error) == (State.FAILED, "表里没有“工号”列。")


def test_an_error_keeps_personal_data_out_of_page_and_log(clerk, job_of, caplog):
    def work(progress, *, by, name):
        raise ValueError(name)

    job = services.start(job_of(work), by=clerk, name="王秀英")
    assert job.state == State.FAILED
    assert "王秀英" not in job.error
    assert "ValueError" in caplog.text
    assert "王秀英" not in caplog.text


def test_a_cancelled_job_stops_at_its_next_progress(clerk, job_of, monkeypatch):
    monkeypatch.setattr(running, "SECONDS_BETWEEN_REPORTS", 0)
    steps = []

    def work(progress, *, by):
        for step in range(3):
            progress(step, 3)
            steps.append(step)
            services.cancel(Job.objects.get(), by=by)

    job = services.start(job_of(work), by=clerk)
    assert (job.state, steps) == (State.CANCELLED, [0])


def test_a_finished_job_is_not_cancelled(clerk, job_of):
    job = services.start(job_of(lambda progress, by: None), by=clerk)
    assert not services.cancel(job, by=clerk)
    assert Job.objects.get().state == State.DONE


def test_a_job_handed_over_twice_runs_once(clerk, job_of):
    runs = []
    job = services.start(job_of(lambda progress, by: runs.append(1)), by=clerk)
    running.run(str(job.pk))
    assert runs == [1]


def test_a_job_that_kills_its_worker_every_time_is_given_up(clerk, job_of):
    job = Job.objects.create(
        key=job_of(lambda progress, by: None), label="试办", requested_by=clerk, attempts=running.MAX_ATTEMPTS
    )
    running.run(str(job.pk))
    job.refresh_from_db()
    assert (job.state, job.attempts) == (State.FAILED, 4)


def test_progress_is_written_at_most_twice_a_second(clerk, job_of, django_assert_num_queries):
    def work(progress, *, by):
        with django_assert_num_queries(2):
            for row in range(1, 1001):
                progress(row, 1000)

    assert services.start(job_of(work), by=clerk).state == State.DONE


def test_only_who_started_a_job_may_see_or_cancel_it(union, other_union, clerk, job_of):
    job = services.start(job_of(lambda progress, by: None), by=clerk)
    Job.objects.update(state=State.QUEUED)
    colleague = User.objects.create_user(union, "1002", "陆遥")
    assert list(Job.objects.visible_to(clerk)) == [job]
    assert not Job.objects.visible_to(colleague).exists()
    assert not services.cancel(job, by=colleague)
    with in_union(other_union):
        assert not Job.objects.visible_to(clerk).exists()
