"""What the reports claim of the proposals of January; ids are those of the list of claims."""

from datetime import date

from unionhall.congress.models import Session
from unionhall.demo.world import World
from unionhall.figures.scope import Scope
from unionhall.figures.sentences import Topic, said
from unionhall.proposals import figures
from unionhall.proposals.flow import State
from unionhall.proposals.models import Proposal


def claims(world: World, year: Scope) -> None:
    half = Scope(world.union, date(2023, 1, 1), date(2023, 6, 30))
    assert figures.received(half).say("over:50") == "50余份"  # E-09, S-13
    assert figures.received(half).rows.values("category").distinct().count() == 10  # E-10
    assert (figures.filed_sheets(half).value, figures.cases(half).value, figures.merged(half).value) == (37, 31, 6)
    assert {figures.handled_rate(half).say(), figures.reply_rate(half).say()} == {"100%"}  # E-13, S-17
    assert figures.chased(half).value == 1  # E-12, S-16
    told = [sentence.spoken for sentence in said(Topic.PROPOSALS, half)]
    assert told[0].startswith("第三届第二次职工代表大会共收到代表提案53份")
    assert "1月25日经大会主席团审定立案37份，并案后为31件" in told[1]  # E-11, S-15
    assert figures.carried_over(year).value > 2
    if Session.objects.filter(held_on__year__gt=2023).exists():  # none once the term is over
        assert set(Proposal.objects.values_list("state", flat=True)) == set(State)
