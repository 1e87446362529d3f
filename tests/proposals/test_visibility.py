"""Who sees what: drafts are their mover's, cases their departments', and next door nothing; permissions and scopes agree."""

from datetime import date

import pytest

from tests.proposals.conftest import EVERY
from unionhall.accounts.models import User
from unionhall.accounts.roles import Role, departments_where
from unionhall.accounts.tenancy import OutsideUnion, in_union
from unionhall.kernel import clock
from unionhall.people.models import Department
from unionhall.proposals import models, selectors, services
from unionhall.proposals.kinds import Ground, Mark, Outcome
from unionhall.proposals.models import Proposal, Reply


def seen(user: User, rows=None) -> set[str]:
    """The movers of the proposals somebody sees."""
    rows = Proposal.objects.visible_to(user) if rows is None else rows
    return set(rows.values_list("mover__person__name", flat=True))


def test_drafts_are_their_movers_and_what_is_asked_to_be_seconded_its_seconders(house, users, draft):
    proposal = draft()
    assert [name for name, user in users.items() if seen(user)] == ["mover"]
    services.ask_seconds(proposal, by=users["mover"], delegates=[house.seats["first"]])
    assert sorted(name for name, user in users.items() if seen(user)) == ["first", "mover"]
    assert [second.proposal for second in selectors.to_second(users["first"])] == [proposal]
    assert not selectors.to_second(users["second"]).exists()


def test_a_case_is_seen_by_those_it_concerns_and_its_progress_by_every_member(users, answered, draft):
    answered()
    draft("other")
    everybody = {name for name, user in users.items() if "mover" in seen(user)}
    assert everybody == {"mover", "first", "second", "committee", "clerk", "leader", "handler", "chief", "supporter"}
    assert seen(users["other"]) == {"other"}
    assert seen(users["member"], selectors.public(users["member"])) == {"mover"}
    assert not seen(users["member"])


def test_an_outsider_sees_no_progress_either(world, answered):
    from tests.kit.world import Persona

    answered()
    for persona in (Persona.ADMINISTRATOR, Persona.UPPER_VIEWER):
        user = world.user(persona)
        assert not selectors.public(user).exists()
        assert not Proposal.objects.visible_to(user).exists()


def test_who_moved_a_merged_sheet_sees_the_case_and_rates_it(users, submitted, decision):
    lead, sheet = submitted(), submitted("other")
    committee = users["committee"]
    services.review(lead, by=committee, outcome=Outcome.FILE, met=EVERY)
    services.review(sheet, by=committee, outcome=Outcome.MERGE, met=EVERY, merged_into=lead)
    services.approve_all(by=committee, decision=decision(), proposals=[sheet, lead])
    assert seen(users["other"]) == {"mover", "other"}
    assert seen(users["mover"]) == {"mover"}
    told = selectors.persons.signatories(lead).values_list("name", flat=True)
    assert sorted(told) == ["first", "mover", "other", "second"]
    assert sorted(lead.movers().values_list("person__name", flat=True)) == ["mover", "other"]


def test_a_declined_proposal_is_told_with_its_reason(users, submitted, decision):
    from unionhall.notices.models import Notice

    proposal = submitted()
    services.review(
        proposal, by=users["committee"], outcome=Outcome.DECLINE, grounds=[Ground.SOLVED], reason="去年已经解决"
    )
    services.approve(proposal, by=users["committee"], decision=decision())
    told = Notice.objects.filter(key="proposals.decided")
    assert sorted(told.values_list("user__name", flat=True)) == ["first", "mover", "second"]
    assert "去年已经解决" in told.first().body


def test_a_reply_is_seen_by_movers_only_once_it_is_sent(users, signed):
    reply = signed()
    assert not Reply.objects.visible_to(users["mover"]).exists()
    assert not Reply.objects.visible_to(users["supporter"]).exists()
    assert [one.pk for one in selectors.to_see(users["leader"])] == [reply.pk]
    with clock.pinned(date(2023, 4, 4)):
        services.answer(Proposal.objects.get(pk=reply.proposal_id), by=users["leader"])
    assert Reply.objects.visible_to(users["mover"]).exists()
    assert not selectors.to_see(users["leader"]).exists()


def test_what_waits_for_whom(house, users, assigned):
    share = assigned()
    assert [one.department.name for one in selectors.owed(users["handler"])] == ["后勤保障部"]
    assert [one.department.name for one in selectors.owed(users["supporter"])] == ["总务科"]
    with clock.pinned(date(2023, 4, 3)):
        services.accept(share, by=users["handler"])
        reply = services.write_reply(share.proposal, by=users["handler"], reply_class="A", text="已办")
        assert [one.pk for one in selectors.to_sign(users["chief"])] == [reply.pk]
        assert not selectors.to_sign(users["handler"]).exists()
        services.sign(reply, by=users["chief"])
        services.answer(share.proposal, by=users["leader"])
        assert [one.pk for one in selectors.to_rate(users["mover"])] == [share.proposal_id]
        services.rate(share.proposal, by=users["mover"], attitude=Mark.FAIR, result=Mark.FAIR)
    assert not selectors.to_rate(users["mover"]).exists()
    assert not selectors.owed(users["handler"]).exists()


def test_who_heads_a_department_heads_its_parts(house, users):
    part = Department.objects.create(name="食堂", parent=house.departments["lead"])
    below = Department.objects.create(name="一食堂", parent=part)
    held = departments_where(users["chief"], Role.DEPARTMENT_HEAD)
    assert held == {house.departments["lead"].pk, part.pk, below.pk}
    assert departments_where(users["supporter"], Role.HANDLER) == {house.departments["support"].pk}
    told = selectors.persons.acting_for(below, Role.DEPARTMENT_HEAD)
    assert [user.name for user in told] == ["chief"]


def test_who_drafts_is_shown_what_was_asked_before(users, filed, draft):
    filed()
    mine = draft("other", title="夜班人员用餐改善", remedy="食堂夜间开一个窗口")
    alike = selectors.similar(users["other"], f"{mine.title}\n{mine.remedy}", but=mine)
    assert [one.proposal.number for one in alike] == ["3-2-HQ-001"]
    assert selectors.similar(users["other"], "增加职工停车位") == []


def test_the_union_next_door_sees_nothing(world, users, answered):
    """And the twin: with a manager that forgets the union, it would."""
    answered()
    stranger = world.next_door.users["clerk"]
    tables = [getattr(models, name) for name in models.__all__]
    with in_union(world.next_door.union):
        assert all(not table.objects.exists() for table in tables)
        assert not Proposal.objects.visible_to(stranger).exists()
        assert Proposal._base_manager.exists()


def test_outside_a_union_nothing_can_be_asked(db):
    with pytest.raises(OutsideUnion):
        Proposal.objects.exists()
