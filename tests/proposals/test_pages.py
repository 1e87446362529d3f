"""One proposal from the call to its end, through the pages of those it meets."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.proposals.conftest import DECIDED, EVERY, GIVEN, REVIEWED, TEXT
from unionhall.kernel import clock
from unionhall.proposals import services
from unionhall.proposals.flow import FLOW, SECOND_FLOW, State
from unionhall.proposals.kinds import Outcome
from unionhall.proposals.models import Proposal, Reply


@pytest.fixture
def at(users):
    """`at("mover", "my.proposals.submit", pk, day=…, **data)`: the answer to a form sent by somebody on a day."""

    def send(who, name, *args, day=None, expects=302, **data):
        client = Client()
        client.force_login(users[who])
        with clock.pinned(day or clock.today()):
            shown = client.get(reverse(name, args=args))
            assert shown.status_code == 200, (name, shown.content.decode()[-3000:])
            answer = client.post(reverse(name, args=args), data)
        assert answer.status_code == expects, (name, answer.content.decode())
        return answer

    return send


@pytest.fixture
def page(users):
    """`page("mover", "my.proposals.home")`: what stands on a page for somebody, or the status when it is not there."""

    def read(who, name, *args, **query):
        client = Client()
        client.force_login(users[who])
        answer = client.get(reverse(name, args=args), query)
        return answer.content.decode() if answer.status_code == 200 else answer.status_code

    return read


def test_a_proposal_lives_its_whole_life_on_pages(house, users, at, page):
    """Every step is taken by whom it belongs to, on a page of theirs."""
    assert "写提案" in page("mover", "my.proposals.home")
    at("mover", "my.proposals.draft", call=house.call.pk, category="HQ", **TEXT)
    proposal = Proposal.objects.get()
    pk = proposal.pk
    at("mover", "my.proposals.ask_seconds", pk, delegates="first、second")
    for who in ("first", "second"):
        second = proposal.seconds.get(delegate=house.seats[who])
        assert "请您附议" in page(who, "my.proposals.home")
        assert TEXT["grounds"] in page(who, "my.seconds.second", second.pk)
        at(who, "my.seconds.second", second.pk, version=1)
    at("mover", "my.proposals.submit", pk)
    review = {"outcome": "file", "met": EVERY}
    at("committee", "proposals.review", pk, day=REVIEWED, **review)
    sitting = {"decider": "presidium", "decided_on": DECIDED.isoformat(), "proposals": [pk]}
    at("committee", "proposals.calls.decide", house.call.pk, day=DECIDED, **sitting)
    at("committee", "proposals.calls.deliver", house.call.pk, day=GIVEN, held_on=GIVEN.isoformat())
    given = {
        "meeting": house.call.deliveries.get().pk,
        "department": house.departments["lead"].pk,
        "supporting": [house.departments["support"].pk],
        "leader": users["leader"].person.pk,
    }
    at("committee", "proposals.assign", pk, day=GIVEN, **given)
    lead, support = proposal.assignments.order_by("part")
    with clock.pinned(GIVEN):
        assert "还有7个工作日" in page("handler", "proposals.shares.accept", lead.pk)
    at("handler", "proposals.shares.accept", lead.pk, day=GIVEN)
    at("supporter", "proposals.shares.give_opinion", support.pk, day=GIVEN, opinion="可以增设窗口。")
    day = date(2023, 4, 3)
    at("handler", "proposals.shares.work", lead.pk, day=day, text="已与提案人见面", met_on="2023-04-01")
    said = {"reply_class": "A", "text": "食堂夜间窗口已经开放。"}
    at("handler", "proposals.shares.write_reply", lead.pk, day=day, **said)
    assert page("handler", "proposals.shares.sign", lead.pk) == 403
    at("chief", "proposals.shares.sign", lead.pk, day=day)
    reply = Reply.objects.get()
    assert "食堂夜间窗口" in page("leader", "proposals.signoff.detail", reply.pk)
    at("leader", "proposals.signoff.answer", reply.pk, day=day, remark="同意")
    assert "食堂夜间窗口" in page("first", "my.proposals.detail", pk)
    at("mover", "my.proposals.rate", pk, day=date(2023, 4, 10), attitude="satisfied", result="fair")
    at("committee", "proposals.close", pk, day=date(2023, 4, 12))
    at("committee", "proposals.archive", pk, day=date(2023, 4, 12))
    proposal.refresh_from_db()
    assert proposal.state == State.ARCHIVED
    public = page("member", "my.progress.detail", pk)
    assert TEXT["title"] in public and "答复" in public
    assert not any(words in public for words in (TEXT["grounds"], "mover", "食堂夜间窗口", "可以增设窗口"))


def offered(flow, record, user) -> set[str]:
    """The verbs somebody finds on a page, greyed ones included."""
    record.refresh_from_db()
    return {step.verb for step in flow.open_steps(record, by=user)}


def test_a_draft_that_is_saved_says_what_comes_next(house, users):
    client = Client()
    client.force_login(users["mover"])
    sent = {"call": house.call.pk, "category": "HQ", **TEXT}
    answer = client.post(reverse("my.proposals.draft"), sent, follow=True)
    assert "草稿已保存，下一步请邀请附议。" in answer.content.decode()


def test_what_one_moved_and_what_one_seconded_stand_apart(house, users, draft, seconded, page):
    """And what one is asked to second waits among what is to be done, under neither."""
    draft("first", title="自己提出的")
    seconded("mover", title="已经附议的")
    asked = draft("other", title="还没答复的")
    services.ask_seconds(asked, by=users["other"], delegates=[house.seats["first"]])
    shown = page("first", "my.proposals.home")
    waits, rest = shown.split("我提出的</h2>")
    moved, confirmed = rest.split("我附议的</h2>")
    assert "还没答复的" in waits and "还没答复的" not in rest
    assert "自己提出的" in moved and "已经附议的" not in moved
    assert "已经附议的" in confirmed and "自己提出的" not in confirmed


def test_a_draft_nobody_confirmed_is_taken_back_at_once(users, draft, page, at):
    own = draft()
    assert {"withdraw"} == offered(FLOW, own, users["mover"]) & {"withdraw", "ask_withdrawal", "submit_late"}
    assert "作为意见建议提交" not in page("mover", "my.proposals.detail", own.pk)
    at("mover", "my.proposals.withdraw", own.pk, reason="已解决")
    own.refresh_from_db()
    assert (own.state, own.withdrawal_reason) == (State.WITHDRAWN, "已解决")


def test_seconders_are_asked_before_a_proposal_is_taken_back(users, seconded, page, at):
    own = seconded()
    second = own.seconds.get(delegate__person__name="first")
    both = {"withdraw", "ask_withdrawal"}
    assert offered(FLOW, own, users["mover"]) & both == {"ask_withdrawal"}
    assert "同意撤回" not in page("first", "my.seconds.detail", second.pk)
    at("mover", "my.proposals.ask_withdrawal", own.pk, reason="已解决")
    assert offered(FLOW, own, users["mover"]) & both == {"withdraw"}
    second.refresh_from_db()
    assert "consent" in offered(SECOND_FLOW, second, users["first"])
    for one in own.seconds.all():
        at(one.delegate.person.name, "my.seconds.consent", one.pk)
    at("mover", "my.proposals.withdraw", own.pk)
    own.refresh_from_db()
    assert (own.state, own.withdrawal_reason) == (State.WITHDRAWN, "已解决")


def test_after_the_close_a_draft_can_be_handed_in_as_a_suggestion(users, draft):
    own = draft()
    with clock.pinned(date(2023, 2, 25)):
        assert "submit_late" in offered(FLOW, own, users["mover"])


@pytest.mark.parametrize("outcome", [Outcome.SUGGESTION, Outcome.ANSWER])
def test_the_public_list_says_of_what_is_over_that_it_was_no_case(users, submitted, decision, page, outcome):
    proposal = submitted()
    with clock.pinned(DECIDED):
        services.review(proposal, by=users["committee"], outcome=outcome, reason="日常管理事项")
        services.approve(proposal, by=users["committee"], decision=decision())
        services.respond(proposal, by=users["committee"], text="已转总务科研究。")
    assert f"{outcome.label}，已办结" in page("member", "my.progress.list")
