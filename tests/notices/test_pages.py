from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from unionhall.notices import selectors, services
from unionhall.notices.flow import State
from unionhall.notices.models import Delivery, Notice, Preference


@pytest.fixture
def signed_in():
    def sign_in(user):
        client = Client()
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def told(union, member, other_member):
    services.prefer(by=member, by_mail=True, quiet_at_night=False)
    services.after_commit("test.moved", union, to=[member, other_member], name="王平", on=date(2023, 5, 1))
    services.after_commit("test.secret", union, to=member)
    return selectors.inbox(member).get(key="test.moved")


def where(name, *args):
    return reverse(f"notices.{name}", args=args)


def test_the_inbox_shows_ones_own_and_how_many_are_unread(told, member, signed_in):
    page = signed_in(member).get(where("inbox")).content.decode()
    assert "王平的转会已于2023年5月1日办结" in page
    assert "2 条未读" in page


def test_reading_the_inbox_changes_nothing(told, member, signed_in):
    signed_in(member).get(where("inbox"))
    assert selectors.unread_count(member) == 2


def test_opening_marks_as_read_and_leads_to_the_record(told, member, signed_in):
    answer = signed_in(member).post(where("open", told.pk))
    assert answer["Location"] == "/test/demo/1001/"
    assert selectors.unread_count(member) == 1
    assert "王平" not in signed_in(member).get(where("inbox") + "?unread=1").content.decode()


def test_a_notice_of_somebody_else_does_not_exist(told, other_member, signed_in):
    assert signed_in(other_member).post(where("open", told.pk)).status_code == 404
    assert Notice.objects.get(pk=told.pk).read_at is None


def test_all_are_marked_at_once(told, member, signed_in):
    signed_in(member).post(where("open_all"))
    assert selectors.unread_count(member) == 0


def test_an_empty_inbox_says_what_it_is_for(union, member, signed_in):
    assert "没有消息" in signed_in(member).get(where("inbox")).content.decode()


def test_one_chooses_how_to_be_told(union, member, signed_in):
    client = signed_in(member)
    assert client.get(where("preferences")).status_code == 200
    client.post(where("preferences"), {"by_mail": "on"})
    wish = Preference.objects.get()
    assert (wish.user, wish.by_mail, wish.quiet_at_night) == (member, True, False)


def test_the_inbox_costs_the_same_for_one_and_three(union, member, signed_in, django_assert_num_queries):
    client = signed_in(member)
    for count in (1, 3):
        for _ in range(count):
            services.after_commit("test.urgent", union, to=member)
        with django_assert_num_queries(7):
            client.get(where("inbox"))


class TestOutbox:
    def test_the_office_sees_state_and_reader_but_nothing_confidential(self, told, system, signed_in):
        page = signed_in(system).get(where("outbox.list")).content.decode()
        assert "转会办结" in page
        assert "许安" in page
        assert "待发送" in page
        assert "咨询" not in page

    def test_a_failed_one_is_sent_again(self, told, system, signed_in):
        failed = Delivery.objects.get(notice=told)
        Delivery.objects.filter(pk=failed.pk).update(state=State.FAILED, attempts=6)
        assert signed_in(system).post(where("outbox.retry", failed.pk)).status_code == 302
        failed.refresh_from_db()
        assert (failed.state, failed.attempts) == (State.WAITING, 0)

    def test_members_find_no_outbox(self, told, member, signed_in):
        assert signed_in(member).get(where("outbox.list")).status_code == 404
