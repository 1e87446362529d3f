"""What the demo shows of the office's own polls."""

from unionhall.ballots import figures, selectors
from unionhall.ballots.flow import State
from unionhall.ballots.models import Poll
from unionhall.demo.world import World
from unionhall.figures.scope import Scope
from unionhall.figures.sentences import Topic, said


def claims(world: World, year: Scope) -> None:
    poll = Poll.objects.get(title="2023年度工会工作民主测评")
    here = year.of(poll=poll)
    assert poll.state == State.RESULTED
    assert figures.papers(here).value > 100
    assert figures.satisfaction(here).value > 0.9
    assert [text for text, _said in selectors.words(poll)] == ["意见和建议"]
    assert any(poll.title in sentence.spoken for sentence in said(Topic.ORGANISATION, year))
