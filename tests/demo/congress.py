"""What the reports claim of the congress in January; ids are those of the list of claims."""

from datetime import date

from unionhall.accounts.roles import Role as Post
from unionhall.accounts.roles import grants_of
from unionhall.congress import figures
from unionhall.congress.flow import ItemState, State
from unionhall.congress.kinds import Role
from unionhall.congress.models import AgendaItem, Session, Term
from unionhall.demo.world import World
from unionhall.figures.scope import Scope
from unionhall.figures.sentences import Topic, said


def claims(world: World, year: Scope) -> None:
    term = Term.objects.get()
    assert (term.delegates.serving().count(), term.why_incomplete()) == (150, None)
    assert [str(one) for one in Session.objects.order_by("held_on")] == [
        "第三届第一次职工代表大会",
        "第三届第二次职工代表大会",  # E-04
    ]
    assert set(Session.objects.values_list("state", flat=True)) == {State.ARCHIVED}
    january = Scope(world.union, date(2023, 1, 1), date(2023, 6, 30))
    assert figures.held(january).value == 1
    assert figures.came(january).say("near:200") == "近200人"  # E-06
    assert all(figures.came(january.of(role=role)).value for role in Role)  # E-05, E-07
    titles = AgendaItem.objects.filter(session__held_on=date(2023, 1, 25), state=ItemState.HEARD)
    assert {"院长工作报告", "财务工作报告"} <= set(titles.values_list("title", flat=True))
    assert AgendaItem.objects.filter(state=ItemState.ADOPTED).count() == 2
    told = [sentence.spoken for sentence in said(Topic.CONGRESS, january)]
    assert told[0].startswith("1月25日召开第三届第二次职工代表大会，院领导、正式代表、列席代表、特邀代表共")
    assert Post.DELEGATE in {grant.role for grant in grants_of(world.users["delegate"])}
