from datetime import date, timedelta
from email import message_from_bytes
from email.header import decode_header, make_header

import pytest

from unionhall.accounts.models import User
from unionhall.accounts.tenancy import in_union
from unionhall.audit.models import Event
from unionhall.flows import NotAllowed
from unionhall.kernel import clock
from unionhall.notices import delivery, rules, selectors, services
from unionhall.notices.delivery import deliver
from unionhall.notices.flow import State
from unionhall.notices.models import Delivery

NOON = clock.on(date(2023, 5, 1), 12)


@pytest.fixture
def told(union, member):
    """One notice in the outbox at noon."""
    services.prefer(by=member, by_mail=True, quiet_at_night=True)
    with clock.pinned(NOON):
        services.after_commit("test.moved", union, to=member, name="王平", on=date(2023, 5, 1))
    return Delivery.objects.get()


def deliver_at(instant):
    with clock.pinned(instant):
        return deliver()


def subject(letter):
    return str(make_header(decode_header(message_from_bytes(letter)["Subject"])))


def test_what_is_due_reaches_the_mail_server(told, mail_server):
    assert deliver_at(NOON) == 1
    assert [subject(letter) for letter in mail_server.letters] == ["[示范医院工会] 王平的转会已于2023年5月1日办结"]
    told.refresh_from_db()
    assert (told.state, told.sent_at, told.attempts) == (State.SENT, NOON, 1)


def test_what_was_sent_is_not_sent_again(told, mail_server):
    assert [deliver_at(NOON), deliver_at(NOON + timedelta(days=1))] == [1, 0]
    assert len(mail_server.letters) == 1


def test_what_is_not_due_waits(told, mail_server):
    assert deliver_at(NOON - timedelta(seconds=1)) == 0


def test_a_failure_is_tried_again_later_and_later_and_then_given_up(told, mail_server):
    mail_server.refuses = True
    instant = NOON
    for wait in rules.PAUSES:
        deliver_at(instant)
        told.refresh_from_db()
        assert (told.state, told.next_at) == (State.WAITING, instant + wait)
        instant = told.next_at
    deliver_at(instant)
    told.refresh_from_db()
    assert told.state == State.FAILED
    assert "no such mailbox" in told.error
    assert mail_server.letters == []


def test_a_server_that_is_away_is_a_failure_like_any(told, settings):
    settings.EMAIL_BACKEND = "unionhall.notices.mail.Backend"
    settings.UNIONHALL_MAIL = "smtp://127.0.0.1:1"
    deliver_at(NOON)
    told.refresh_from_db()
    assert (told.state, told.error.partition(":")[0]) == (State.WAITING, "ConnectionRefusedError")


def test_without_a_mail_server_it_is_kept_and_says_so(told, settings):
    settings.UNIONHALL_MAIL = ""
    assert deliver_at(NOON) == 0
    told.refresh_from_db()
    assert told.get_state_display() == "未配置邮件，仅存记录"


@pytest.mark.parametrize("change", [{"email": ""}, {"is_active": False}])
def test_a_reader_who_can_no_longer_be_reached_is_not_tried_again(told, member, mail_server, change):
    User.objects.filter(pk=member.pk).update(**change)
    assert deliver_at(NOON) == 0
    told.refresh_from_db()
    assert (told.state, "已停用" in told.error) == (State.FAILED, True)


def test_an_address_no_server_would_take_keeps_nobody_else_waiting(told, union, member, other_member, mail_server):
    User.objects.filter(pk=member.pk).update(email="许安\n@example.com")
    services.prefer(by=other_member, by_mail=True, quiet_at_night=False)
    with clock.pinned(NOON):
        services.after_commit("test.urgent", union, to=other_member)
    assert deliver_at(NOON) == 1
    told.refresh_from_db()
    assert told.state == State.WAITING
    assert told.error


def test_two_deliverers_do_not_send_one_email_twice(told, mail_server):
    seen_by_both = [Delivery.objects.get(), Delivery.objects.get()]
    assert [delivery._taken(seen) for seen in seen_by_both] == [True, False]


def test_a_confidential_notice_says_nothing_by_email(union, member, clerk, mail_server):
    services.prefer(by=member, by_mail=True, quiet_at_night=False)
    services.after_commit("test.secret", union, to=member)
    deliver()
    assert subject(mail_server.letters[0]) == "[示范医院工会] 您有一条新通知"
    assert "周三" not in message_from_bytes(mail_server.letters[0]).get_payload(decode=True).decode()
    assert selectors.outbox(clerk).count() == 0


def test_the_office_sees_what_went_out_and_may_send_again(told, clerk, member, mail_server):
    Delivery.objects.update(state=State.FAILED, attempts=6, error="x")
    shown = selectors.outbox(clerk).get()
    services.retry(shown, by=clerk)
    assert deliver() == 1
    assert Event.objects.get(verb="notices.retry").subject_label == "转会办结"
    assert selectors.outbox(member).count() == 0
    with pytest.raises(NotAllowed):
        services.retry(shown, by=member)


def test_one_unions_deliverer_leaves_anothers_outbox(told, other_union, mail_server):
    with in_union(other_union):
        assert deliver_at(NOON) == 0
