from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionhall.kernel import clock
from unionhall.notices.mail import server
from unionhall.notices.rules import PAUSES, earliest, pause

DAY = date(2023, 5, 1)
MORNING = clock.on(DAY, 7)


@pytest.mark.parametrize(
    ("instant", "goes"),
    [
        (clock.on(DAY, 12), clock.on(DAY, 12)),
        (clock.on(DAY, 21, 59), clock.on(DAY, 21, 59)),
        (clock.on(DAY, 22), MORNING + timedelta(days=1)),
        (clock.on(DAY, 23, 59), MORNING + timedelta(days=1)),
        (clock.on(DAY, 0), MORNING),
        (clock.on(DAY, 6, 59), MORNING),
        (MORNING, MORNING),
    ],
)
def test_nothing_goes_out_at_night(instant, goes):
    assert earliest(instant, quiet=True) == goes


@given(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)))
def test_an_email_never_waits_longer_than_the_night(instant):
    wait = earliest(instant, quiet=True) - instant
    assert timedelta(0) <= wait <= timedelta(hours=9)
    assert earliest(instant + wait, quiet=True) == instant + wait
    assert earliest(instant, quiet=False) == instant


def test_pauses_grow_and_end():
    assert [pause(attempts) for attempts in range(1, 6)] == sorted(PAUSES)
    assert pause(6) is None


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("smtp://mail.example.com", ("mail.example.com", 25, "", "", False, False)),
        ("smtp://a%40b:p%3Aw@mail.example.com:587?starttls=1", ("mail.example.com", 587, "a@b", "p:w", False, True)),
        ("smtps://u:p@mail.example.com", ("mail.example.com", 465, "u", "p", True, False)),
    ],
)
def test_the_address_of_a_mail_server_is_read(address, expected):
    given = server(address)
    assert tuple(given[name] for name in ("host", "port", "username", "password", "use_ssl", "use_tls")) == expected
