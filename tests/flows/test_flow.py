"""What a flow promises, on a real record: a member's request for a correction."""

import threading

import pytest
import rules
from django.db import connection, transaction

from unionhall.accounts.models import User
from unionhall.accounts.tenancy import in_union
from unionhall.audit.models import Event
from unionhall.flows import Blocked, Flow, NotAllowed, Step, WrongState
from unionhall.flows import flow as flow_module
from unionhall.people.choices import Employment
from unionhall.people.flow import CorrectionState
from unionhall.people.models import Correction, Person

ASKED, DONE = CorrectionState.ASKED, CorrectionState.DONE


@rules.predicate
def is_clerk(user, obj=None) -> bool:
    return user.staff_no == "clerk"


def has_reply(correction) -> str | None:
    return None if correction.reply else "还没有答复，不能办结（测试规则第一条）。"


@pytest.fixture
def flow(monkeypatch):
    monkeypatch.setattr(flow_module, "_flows", {})
    return Flow(
        "tests.errand",
        CorrectionState,
        [
            Step("settle", ASKED, DONE, is_clerk, has_reply, "办结"),
            Step("note", (ASKED, DONE), None, is_clerk),
        ],
    )


@pytest.fixture
def clerk(union):
    return User.objects.create_user(union, "clerk", "干事")


@pytest.fixture
def correction(union):
    person = Person.objects.create(staff_no="00001", name="职工一", employment=Employment.CONTRACT)
    return Correction.objects.create(person=person, field="name", should_be="职工壹", reply="已核对")


def test_a_step_changes_state_and_fields_and_leaves_one_event(flow, correction, clerk):
    flow.fire(correction, "settle", by=clerk, note="核对了身份证", fields={"reply": "已更正"})
    correction.refresh_from_db()
    assert (correction.state, correction.reply) == (DONE, "已更正")
    event = Event.objects.about(correction).get()
    assert (event.verb, event.reason, event.by) == ("tests.errand.settle", "核对了身份证", clerk)
    assert event.before == {"state": "asked", "reply": "已核对"}
    assert event.after == {"state": "done", "reply": "已更正"}


def test_a_step_without_target_keeps_the_state(flow, correction, clerk):
    flow.fire(correction, "note", by=clerk, fields={"explanation": "补充材料"})
    correction.refresh_from_db()
    assert (correction.state, correction.explanation) == (ASKED, "补充材料")


def test_refusals_say_who_when_and_why_and_change_nothing(flow, correction, clerk, system):
    with pytest.raises(NotAllowed, match="您不能办理“办结”这一步"):
        flow.fire(correction, "settle", by=system)
    correction.reply = ""
    with pytest.raises(Blocked, match="测试规则第一条"):
        flow.fire(correction, "settle", by=clerk)
    correction.state = DONE
    with pytest.raises(WrongState, match="当前状态是“已更正”"):
        flow.fire(correction, "settle", by=clerk)
    correction.refresh_from_db()
    assert correction.state == ASKED
    assert not Event.objects.about(correction).exists()


def test_open_steps_include_the_blocked_ones_with_their_reason(flow, correction, clerk, system):
    correction.reply = ""
    assert [step.verb for step in flow.open_steps(correction, by=clerk)] == ["settle", "note"]
    assert flow.why_not(correction, "settle", by=clerk) == "还没有答复，不能办结（测试规则第一条）。"
    assert flow.why_not(correction, "note", by=clerk) is None
    assert flow.open_steps(correction, by=system) == []


def test_an_event_that_cannot_be_written_undoes_the_step(flow, correction, clerk, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(flow_module.audit, "record", broken)
    with pytest.raises(RuntimeError):
        flow.fire(correction, "settle", by=clerk)
    correction.refresh_from_db()
    assert correction.state == ASKED


def _both_at_once(union, act) -> list[str]:
    """Run `act` in two threads that start together; what each came back with."""
    barrier, answers = threading.Barrier(2), []

    def run() -> None:
        try:
            with in_union(union):
                answers.append(act(barrier))
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(answers)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_a_step_at_once_one_is_told_it_is_done(flow, union, correction, clerk):
    def fire(barrier) -> str:
        mine = Correction.objects.get(pk=correction.pk)
        barrier.wait()
        try:
            flow.fire(mine, "settle", by=clerk)
        except WrongState:
            return "told"
        return "done"

    assert _both_at_once(union, fire) == ["done", "told"]
    assert Event.objects.about(correction).count() == 1


@pytest.mark.django_db(transaction=True)
def test_without_the_guarded_update_both_would_have_done_it(union, correction, clerk):
    """The twin: reading the state, then writing it, lets both through."""

    def save(barrier) -> str:
        mine = Correction.objects.get(pk=correction.pk)
        barrier.wait()
        with transaction.atomic():
            mine.state = DONE
            mine.save()
        return "done"

    assert _both_at_once(union, save) == ["done", "done"]


def test_the_diagram_shows_every_step(flow):
    assert "asked --> done: 办结" in flow.mermaid()
    assert "done --> done: note" in flow.mermaid()


def test_a_verb_stands_once_in_the_table(flow):
    with pytest.raises(ValueError, match="twice"):
        Flow("tests.double", CorrectionState, [Step("a", ASKED, DONE, is_clerk), Step("a", DONE, ASKED, is_clerk)])
