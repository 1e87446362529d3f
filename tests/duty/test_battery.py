"""The house's common demands on lists, records, steps and exports, and the flow as a matrix."""

import pytest

from tests.kit import battery
from tests.kit.flows import done, matrix
from tests.kit.world import Persona
from unionhall.duty import services
from unionhall.duty.flow import FLOW
from unionhall.duty.models import Report
from unionhall.duty.views.reports import report_pages
from unionhall.kernel import clock


@pytest.fixture
def pages(report, world, clerk):
    return battery.World(
        report_pages,
        report,
        allowed=world.user(Persona.CHAIR),
        stranger=world.user(Persona.MEMBER),
        more=lambda n: [services.draft(by=clerk, period="2023", outline="annual") for _ in range(n)],
        good={
            "create": {"period": str(clock.today().year), "outline": "annual"},
            "describe": {"title": "新的标题", "salutation": "各位代表：", "author": str(report.author_id)},
            "discard": {"note": "另写一份"},
        },
        bad={"create": {"period": "1800", "outline": "poem"}, "describe": {"title": ""}},
    )


def test_pages_of_reports(pages):
    battery.check_all(pages)


def test_the_flow_is_its_table(report, world):
    def make(state):
        return Report.objects.create(
            number=f"t-{state}",
            title="甲",
            outline="annual",
            period="2023",
            first=report.first,
            last=report.last,
            state=state,
            author=report.author,
            signed_at=clock.now(),
            signed_by=world.user(Persona.CHAIR),
        )

    actors = {name: world.user(name) for name in (Persona.CHAIR, Persona.CLERK, Persona.MEMBER, Persona.AUDITOR)}
    assert done(matrix(FLOW, make, actors)) == {
        ("draft", "sign", Persona.CHAIR),
        ("draft", "discard", Persona.CHAIR),
        ("draft", "discard", Persona.CLERK),
    }
