"""A proposal's whole life, and what everybody is told on the way."""

from datetime import date

from unionhall.kernel import clock
from unionhall.proposals import services
from unionhall.proposals.flow import State
from unionhall.proposals.kinds import Mark
from unionhall.proposals.models import Proposal


def test_a_proposal_lives_from_draft_to_archive(answered, users):
    proposal = answered()
    with clock.pinned(date(2023, 4, 10)):
        services.rate(proposal, by=users["mover"], attitude=Mark.SATISFIED, result=Mark.FAIR)
        services.close(proposal, by=users["committee"])
        services.archive(proposal, by=users["committee"])
    stored = Proposal.objects.get(pk=proposal.pk)
    assert (stored.state, stored.number, stored.archive_number) == (State.ARCHIVED, "3-2-HQ-001", "3-2-DA-001")
    assert (stored.reply_class, stored.was_on_time, stored.point_count) == ("A", True, 2)
