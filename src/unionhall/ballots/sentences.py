"""How the office's own appraisals and questionnaires are told in a report."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from unionhall.ballots import figures
from unionhall.ballots.selectors import totals
from unionhall.figures.scope import Scope
from unionhall.figures.sentences import Sentence, Topic, sentences
from unionhall.kernel import clock


@sentences(topic=Topic.ORGANISATION, keys=["ballots.issued", "ballots.papers", "ballots.satisfaction"])
def asked(scope: Scope) -> Iterator[Sentence]:
    """One sentence for each: papers out and back, and how satisfied people were."""
    for result in totals.own(scope).select_related("poll").order_by("declared_at"):
        here, on = scope.of(poll=result.poll), clock.day_of(result.declared_at)
        facts = {"on": on, "name": result.poll.title, "issued": figures.issued(here), "papers": figures.papers(here)}
        if satisfaction := figures.satisfaction(here):
            words = _("{on}完成{name}，发出答卷{issued}，收回{papers}，满意率{satisfaction}。")
            yield Sentence(on, words, satisfaction=satisfaction, **facts)
        else:
            yield Sentence(on, _("{on}完成{name}，发出答卷{issued}，收回{papers}。"), **facts)
