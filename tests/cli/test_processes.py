"""The command as it is really run: fresh directories, real processes, real signals."""

import json
import os
import signal
import socket
import stat
import subprocess
import sys

import pytest

from tests.kit.house import House, own_database, wait_for


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    with own_database("cli") as database:
        yield House(tmp_path_factory.mktemp("house"), UNIONHALL_DATABASE=database)


@pytest.fixture(scope="module")
def built(house):
    """The demo union, built once by the command."""
    done = house.run("demo", "--build", check=True)
    return house, done.stdout


def test_the_demo_prints_who_may_sign_in_and_with_what(built):
    _house, told = built
    assert [
        words
        for words in ("示范医院工会", "第二医院工会", "工会主席：工号", "会员：工号", "密码都是")
        if words not in told
    ] == []


def test_a_second_build_changes_nothing(built):
    house, told = built
    count = "from unionhall.audit.models import Event; print(Event._base_manager.count())"
    before = house.python(count)
    again = house.run("demo", "--build", check=True)
    assert again.stdout.splitlines()[1:] == told.splitlines()[2:]  # the first build says that it is one
    assert house.python(count) == before


def test_a_demo_made_by_a_migration_rewritten_since_is_named(built):
    house, _told = built
    kept = house.data / "demo.json"
    before = kept.read_text(encoding="utf8")
    told = json.loads(before)
    told["migrations"]["care.0001_initial"] = "another"
    kept.write_text(json.dumps(told), encoding="utf8")
    try:
        done = house.run("demo", "--build")
    finally:
        kept.write_text(before, encoding="utf8")
    assert done.returncode == 1
    assert "较早的版本" in done.stderr
    assert str(house.data) in done.stderr


def test_the_trail_of_the_demo_is_whole(built):
    told = built[0].run("audit", "verify", check=True).stdout
    assert told.count("未发现改动或缺失（0 条待封存）") == 2


def test_keys_are_for_the_owner_alone(built):
    keys = built[0].data / "keys"
    assert {stat.S_IMODE(path.stat().st_mode) for path in keys.iterdir()} == {0o600}


def test_data_may_stand_before_or_after_the_command(built):
    house = built[0]
    house = House(house.data, UNIONHALL_DATABASE=house.environment["UNIONHALL_DATABASE"])
    house.environment.pop("UNIONHALL_DATA")
    for arguments in (["--data", str(house.data), "audit", "verify"], ["audit", "verify", "--data", str(house.data)]):
        assert house.run(*arguments).returncode == 0


def test_serve_shows_a_page_and_ends_cleanly_when_told(built):
    with built[0].serving() as served:
        assert "登录" in served.get("/sign-in/")
        os.kill(served.process.pid, signal.SIGTERM)
        assert served.process.wait(30) == 0


def test_nothing_of_serve_outlives_its_parent(built):
    with built[0].serving() as served:
        served.get("/sign-in/")
        os.kill(served.process.pid, signal.SIGKILL)
        port = int(served.address.rpartition(":")[2])
        assert wait_for(lambda: _is_free(port))


def test_a_taken_port_is_told_at_once(built):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = built[0].run("serve", "--port", str(port))
    assert done.returncode == 1
    assert done.stderr.startswith(f"端口 {port} 打不开")


@pytest.mark.parametrize(("printed", "ends"), [("apart(printing)", True), ("printing()", False)])
def test_what_was_printed_apart_stops_no_process_forked_later(printed, ends):
    code = f"""
import django
django.setup()
from unionhall.cli.processes import apart, fork
from unionhall.files import pdf
def printing():
    pdf.table("名单", [("姓名", 1)], [["王兰"]])
{printed}
later = fork.Process(target=printing)
later.start()
later.join(10)
print(later.exitcode == 0)
later.kill()
"""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60).stdout
    assert told == f"{ends}\n"


def _is_free(port: int) -> bool:
    try:
        with socket.create_server(("127.0.0.1", port)):
            return True
    except OSError:
        return False
