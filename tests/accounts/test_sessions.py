"""Who is signed in is read from the database with every request."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from unionhall.kernel import clock


@pytest.fixture
def phone(member) -> Client:
    """The member's phone, signed in a minute ago."""
    client = Client()
    client.force_login(member)
    return client


def is_in(client: Client) -> bool:
    """Whether the home page opens, and not the door."""
    return client.get(reverse("web.my")).status_code == 200


def test_a_session_ends_with_its_time(phone):
    assert is_in(phone)
    Session.objects.update(expire_date=clock.now() - timedelta(seconds=1))
    assert not is_in(phone)


def test_a_session_that_is_gone_opens_nothing_and_its_key_is_given_to_nobody(phone):
    key = phone.session.session_key
    Session.objects.all().delete()
    assert not is_in(phone)
    phone.cookies["sessionid"] = key
    session = phone.session
    session["anything"] = 1
    session.save()
    assert session.session_key != key


def test_reading_a_page_writes_no_session(phone):
    before = Session.objects.get().session_data, Session.objects.get().expire_date
    assert is_in(phone)
    after = Session.objects.get()
    assert (after.session_data, after.expire_date) == before
