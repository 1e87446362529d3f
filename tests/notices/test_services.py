from datetime import date

import pytest
from django.core import mail as django_mail
from django.db import transaction
from django.utils import translation

from unionhall.accounts.models import User
from unionhall.accounts.tenancy import in_union
from unionhall.audit.models import Event
from unionhall.kernel import clock
from unionhall.notices import registry, selectors, services
from unionhall.notices.models import Delivery, Notice
from unionhall.pages import values

NOON = clock.on(date(2023, 5, 1), 12)
NIGHT = clock.on(date(2023, 5, 1), 23)


def tell(union, *users, key="test.moved"):
    return services.after_commit(key, union, to=users, name="王平", on=date(2023, 5, 1))


def test_a_notice_is_worded_in_the_readers_language_and_leads_to_the_record(union, member, other_member):
    assert tell(union, member, other_member) == 2
    mine = Notice.objects.get(user=member)
    assert (mine.subject, mine.body, mine.url) == ("王平的转会已于2023年5月1日办结", "示范医院工会", "/test/demo/1001/")
    with translation.override("en"):
        assert values.day(date(2023, 5, 1)) in Notice.objects.get(user=other_member).subject


def test_a_subject_is_one_line(union, member):
    services.after_commit("test.moved", union, to=member, name="王\r\nBcc: 平", on=date(2023, 5, 1))
    assert Notice.objects.get().subject.startswith("王 Bcc: 平的转会")


def test_nobody_is_told_twice_and_a_disabled_account_not_at_all(union, member, system):
    gone = User.objects.create_user(union, "1009", "吴去", is_active=False)
    assert tell(union, member, member, gone, system) == 1
    assert services.after_commit("test.urgent", union, to=member) == 1


@pytest.mark.django_db(transaction=True)
def test_a_rolled_back_act_tells_nobody(union, member):
    services.prefer(by=member, by_mail=True, quiet_at_night=True)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        tell(union, member)
        raise ZeroDivisionError
    assert (Notice.objects.count(), Delivery.objects.count()) == (0, 0)


@pytest.mark.django_db(transaction=True)
def test_without_the_outbox_a_rolled_back_act_would_have_told(union, member):
    """The twin: an e-mail sent from inside the transaction is out, whatever becomes of the act."""
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        django_mail.send_mail("转会已办结", "", None, [member.email])
        raise ZeroDivisionError
    assert len(django_mail.outbox) == 1


@pytest.mark.django_db(transaction=True)
def test_telling_outside_a_transaction_is_refused(union, member):
    with pytest.raises(services.NoTransaction):
        tell(union, member)


def test_an_email_goes_only_to_those_who_chose_it_and_have_an_address(union, member, other_member, clerk):
    services.prefer(by=member, by_mail=True, quiet_at_night=True)
    services.prefer(by=clerk, by_mail=True, quiet_at_night=True)
    tell(union, member, other_member, clerk)
    assert [delivery.notice.user for delivery in Delivery.objects.all()] == [member]


@pytest.mark.parametrize(
    ("key", "quiet", "goes"),
    [
        ("test.moved", True, clock.on(date(2023, 5, 2), 7)),
        ("test.moved", False, NIGHT),
        ("test.urgent", True, NIGHT),
    ],
)
def test_at_night_an_email_waits_for_the_morning_unless_urgent(union, member, key, quiet, goes):
    services.prefer(by=member, by_mail=True, quiet_at_night=quiet)
    with clock.pinned(NIGHT):
        tell(union, member, key=key)
    assert Delivery.objects.get().next_at == goes


def test_many_readers_cost_a_fixed_number_of_queries(union, django_assert_num_queries):
    people = [User.objects.create_user(union, str(number), f"员工{number}") for number in range(30)]
    for count in (1, 30):
        with django_assert_num_queries(2):
            tell(union, *people[:count])


def test_a_foreign_inbox_is_empty(union, member, other_member, other_union):
    tell(union, member)
    assert selectors.inbox(other_member).count() == 0
    with in_union(other_union):
        assert selectors.inbox(member).count() == 0


def test_opening_counts_once(union, member):
    tell(union, member)
    notice = selectors.inbox(member).get()
    assert selectors.unread_count(member) == 1
    with clock.pinned(NOON):
        services.mark_read(notice)
    services.mark_read(notice)
    assert Notice.objects.get().read_at == NOON
    assert selectors.unread_count(member) == 0


def test_reading_all_leaves_other_inboxes_alone(union, member, other_member):
    tell(union, member, other_member)
    assert services.mark_all_read(by=member) == 1
    assert [selectors.unread_count(user) for user in (member, other_member)] == [0, 1]


def test_a_choice_leaves_an_event(union, member):
    services.prefer(by=member, by_mail=True, quiet_at_night=False)
    event = Event.objects.get()
    assert (event.verb, event.before["by_mail"], event.after["by_mail"]) == ("notices.prefer", False, True)


def test_no_wording_may_name_an_illness():
    with pytest.raises(ValueError, match="illness"):
        registry.define("test.ill", subject="%(name)s住院：%(diagnosis)s")
