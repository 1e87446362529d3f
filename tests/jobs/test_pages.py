import pytest

from unionhall.accounts.models import User
from unionhall.jobs.models import Job, State


@pytest.fixture
def job(union, clerk):
    return Job.objects.create(
        key="test.work",
        label="导入花名册",
        requested_by=clerk,
        state=State.RUNNING,
        done=3,
        total=9,
        text="写入第 3 行",
    )


@pytest.fixture
def page(client, clerk, job):
    client.force_login(clerk, backend="unionhall.accounts.backends.AccountBackend")
    return lambda **headers: client.get(f"/jobs/{job.pk}/", headers=headers)


def test_a_running_job_shows_how_far_it_is_and_asks_again(page):
    shown = page().content.decode()
    assert 'value="3" max="9"' in shown
    assert "写入第 3 行" in shown
    assert 'hx-trigger="every 1s"' in shown
    assert "取消办理" in shown


def test_htmx_gets_the_part_that_changes(page):
    part = page(HX_Request="true").content.decode()
    assert "<html" not in part
    assert "写入第 3 行" in part


def test_a_finished_job_leads_to_its_result_and_asks_no_more(page):
    Job.objects.update(state=State.DONE, result={"url": "/people/", "text": "已导入 9 人。"})
    shown = page().content.decode()
    assert 'href="/people/"' in shown
    assert "已导入 9 人。" in shown
    assert "every 1s" not in shown


def test_a_failed_job_says_why_and_its_number(page, job):
    Job.objects.update(state=State.FAILED, error="表里没有“工号”列。")
    shown = page().content.decode()
    assert "表里没有“工号”列。" in shown
    assert str(job.pk) in shown


def test_looking_writes_nothing(page):
    page()
    before = Job.objects.values().get()
    page()
    assert Job.objects.values().get() == before


def test_who_started_it_may_cancel_it(client, page, job):
    assert client.get(f"/jobs/{job.pk}/cancel/").status_code == 405
    assert client.post(f"/jobs/{job.pk}/cancel/").url == f"/jobs/{job.pk}/"
    assert "已取消" in page().content.decode()


def test_for_anybody_else_the_job_does_not_exist(client, union, job):
    assert client.get(f"/jobs/{job.pk}/").status_code == 302
    colleague = User.objects.create_user(union, "1002", "陆遥")
    client.force_login(colleague, backend="unionhall.accounts.backends.AccountBackend")
    assert client.get(f"/jobs/{job.pk}/").status_code == 404
    assert client.post(f"/jobs/{job.pk}/cancel/").status_code == 404
    job.refresh_from_db()
    assert job.state == State.RUNNING
