"""Two tellers' counts side by side."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from unionhall.ballots.models import Option, Poll, TellerCount


@dataclass(frozen=True)
class Difference:
    """A number on which two counts differ; `said` pairs each teller with theirs."""

    label: str
    said: list[tuple[str, int]]


def differences(poll: Poll, counts: list[TellerCount]) -> list[Difference]:
    """Where the latest counts of a poll differ, papers first, then options in their order, then who was written in."""
    told = [(count.teller.user.name, _numbers(poll, count)) for count in counts]
    labels = list(dict.fromkeys(label for _name, numbers in told for label in numbers))
    rows = [Difference(label, [(name, numbers.get(label, 0)) for name, numbers in told]) for label in labels]
    return [row for row in rows if len({number for _name, number in row.said}) > 1]


def _numbers(poll: Poll, count: TellerCount) -> dict[str, int]:
    papers = {_("发出票"): count.issued, _("收回票"): count.collected, _("有效票"): count.valid}
    votes = {tally.option_id: tally.votes for tally in count.tallies.all()}
    options = Option.objects.filter(question__poll=poll).select_related("question")
    ordered = sorted(options, key=lambda option: (option.question.position, option.position))
    alone = len({option.question_id for option in ordered}) == 1
    return {
        **{label: number for label, number in papers.items() if number is not None},
        **{one.label if alone else f"{one.question} · {one}": votes.get(one.pk, 0) for one in ordered},
        **{name + _("（另选）"): number for name, number in count.written_in().items()},
    }
