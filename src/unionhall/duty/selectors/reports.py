"""Reports and what stands in them."""

from typing import Any

from django.db.models import Prefetch, QuerySet

from unionhall.duty.models import Paragraph, Report, Section
from unionhall.figures.scope import Scope
from unionhall.figures.sentences import Topic
from unionhall.figures.tokens import tokens_in


def rows(user: Any) -> QuerySet[Report]:
    """The reports this reader may see, newest first."""
    return Report.objects.visible_to(user).select_related("author", "post__seat", "signed_by")


def sections_of(report: Report) -> QuerySet[Section]:
    """The parts of a report with their paragraphs, in order; two queries."""
    return report.sections.prefetch_related(Prefetch("paragraphs", Paragraph.objects.order_by("order")))


def paragraphs_of(report: Report) -> list[Paragraph]:
    """Every paragraph of a report, in order."""
    return [paragraph for section in sections_of(report) for paragraph in section.paragraphs.all()]


def text_of(report: Report) -> str:
    """The report's whole prose with its tokens, a line for each paragraph."""
    return "\n".join(paragraph.text for paragraph in paragraphs_of(report))


def figures_used(report: Report) -> list[dict[str, Any]]:
    """The figures a report draws, each once, as plain values with the ids of their rows: for the command line."""
    return [
        {
            "key": token.key,
            "label": reading.label,
            "about": reading.about,
            "value": reading.evidence.value,
            "unit": reading.unit,
            "text": reading.say(token.style),
            "definition": reading.definition,
            "rows": reading.evidence.ids,
        }
        for token in dict.fromkeys(tokens_in(text_of(report)))
        for reading in [token.reading(report.union)]
    ]


def untold(section: Section) -> list[Topic]:
    """The topics of a part on which it says nothing yet: its to-do list (尚无记录)."""
    told = {paragraph.topic for paragraph in section.paragraphs.all() if not paragraph.is_heading}
    return [Topic(topic) for topic in section.topics if topic not in told]


def scope_of(report: Report) -> Scope:
    """The scope under which a report's figures are first drawn."""
    return Scope(report.union, report.first, report.last)
