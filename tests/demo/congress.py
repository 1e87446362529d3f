"""What the reports claim of the congress in January; ids are those of the list of claims."""

from datetime import date

from unionhall.accounts.roles import Role as Post
from unionhall.accounts.roles import grants_of
from unionhall.congress import figures
from unionhall.congress.flow import ItemState, State
from unionhall.congress.kinds import Congress, Mover, Outcome, Role
from unionhall.congress.models import AgendaItem, JointMatter, Session, Term
from unionhall.congress.rules.powers import Power
from unionhall.demo.world import World
from unionhall.figures.scope import Scope
from unionhall.figures.sentences import Topic, said


def claims(world: World, year: Scope) -> None:
    term = Term.objects.get(kind=Congress.STAFF)
    assert (term.delegates.serving().count(), term.why_incomplete()) == (150, None)
    assert [str(one) for one in Session.objects.took_place().order_by("held_on", "term__kind")] == [
        "第三届第一次工会会员代表大会",
        "第三届第一次职工代表大会",
        "第三届第二次职工代表大会",  # E-04
    ]
    assert set(Session.objects.took_place().values_list("state", flat=True)) == {State.ARCHIVED}
    january = Scope(world.union, date(2023, 1, 1), date(2023, 6, 30))
    assert figures.held(january).value == 1
    assert figures.came(january).say("near:200") == "近200人"  # E-06
    assert all(figures.came(january.of(role=role)).value for role in Role)  # E-05, E-07
    titles = AgendaItem.objects.filter(session__held_on=date(2023, 1, 25), state=ItemState.HEARD)
    assert {"院长工作报告", "财务工作报告"} <= set(titles.values_list("title", flat=True))
    assert "医院改革发展规划" in titles.values_list("title", flat=True)  # E-07
    assert figures.notes(january).value == 22  # E-08: eleven delegations on two items
    assert figures.heard(january).value == 4  # S-09, S-10
    told = [sentence.spoken for sentence in said(Topic.CONGRESS, january)]
    assert told[0].startswith("1月25日召开第三届第二次职工代表大会，院领导、正式代表、列席代表、特邀代表共")
    assert Post.DELEGATE in {grant.role for grant in grants_of(world.users["delegate"])}
    sat_apart_together()
    a_joint_meeting_passed_nothing(january)


def sat_apart_together() -> None:
    """Two rolls, two check-ins, votes and resolutions of their own (ORG-15)."""
    members = Session.objects.get(term__kind=Congress.MEMBERS)
    staff = members.beside
    assert (staff.roll(), members.roll()) == ((150, 138), (88, 84))
    assert not set(staff.attendees.values_list("pk", flat=True)) & set(members.attendees.values_list("pk", flat=True))
    assert set(members.items.values_list("state", flat=True)) == {ItemState.ADOPTED}
    assert (staff.resolutions.count(), members.resolutions.count()) == (3, 3)


def a_joint_meeting_passed_nothing(january: Scope) -> None:
    """What it could settle it settled; what the congress has to pass it sent on (CON-21)."""
    assert figures.joint_meetings(january).value == 1
    outcomes = dict(JointMatter.objects.values_list("power", "outcome"))
    assert outcomes == {Power.DELIBERATE: Outcome.AGREED, Power.APPROVE: Outcome.REFERRED}
    draft = AgendaItem.objects.get(title="绩效分配办法")
    assert (draft.motion.mover, draft.state) == (Mover.EMPLOYER, ItemState.ADOPTED)
