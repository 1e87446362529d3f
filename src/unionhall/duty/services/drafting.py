"""A first text out of the records: what the modules can say, filed under the parts of an outline."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import of_year
from unionhall.accounts.roles import Role
from unionhall.accounts.tenancy import current_union
from unionhall.audit import services as audit
from unionhall.duty import periods
from unionhall.duty.language import in_chinese
from unionhall.duty.models import Kind, Paragraph, Report, Section
from unionhall.duty.outlines import OUTLINES, Outline
from unionhall.duty.permissions import may_write
from unionhall.figures.scope import Scope
from unionhall.figures.sentences import Topic, said
from unionhall.flows import Blocked, NotAllowed
from unionhall.kernel import clock
from unionhall.people.models import Person, Post, Term
from unionhall.people.selectors import holders

IN_A_PARAGRAPH = 5
KINDS = {"annual": Kind.SUMMARY, "congress": Kind.CONGRESS}


class NoOutline(Blocked):
    """An outline of that name does not exist."""


@dataclass(frozen=True)
class Told:
    """What the modules said on one topic, as paragraphs."""

    topic: Topic
    paragraphs: tuple[str, ...]


def draft(*, by: User, period: str, outline: str, author: Person | None = None, audience: str = "") -> Report:
    """A new draft for a period (`2023`, `2023H1`, `2023Q2`, `term`) in one of the six outlines.

    The author is the one given, else the chair of that time; without either the report speaks for the union and waits
    for an author before it can be signed. What was not recorded is not said. Everything is counted before the
    transaction, which only writes. Raises NotAllowed, UnknownPeriod, NoOutline.
    """
    if not may_write(by):
        raise NotAllowed(_("述职报告由工会办公室起草。"))
    shape, span = _outline(outline), periods.parse(period, term())
    post = _post_of(author, span)
    author = author or (post.person if post else None)
    with in_chinese():
        told = _told(shape, Scope(current_union(), span.first, span.last))
        return _store(shape, span, told, by=by, author=author, post=post, audience=audience)


def _outline(key: str) -> Outline:
    if key not in OUTLINES:
        raise NoOutline(_("没有名为“%(key)s”的体例，可选：%(keys)s。") % {"key": key, "keys": "、".join(OUTLINES)})
    return OUTLINES[key]


def term() -> tuple | None:
    """First and last day of the running term of the union's committee."""
    term = Term.objects.current(clock.today()).filter(body__seats__role=Role.CHAIR).order_by("-began_on").first()
    return (term.began_on, term.closed_on or term.ends_on) if term else None


def _post_of(author: Person | None, span: periods.Period) -> Post | None:
    """The post in which the author reports: the chair's at the end of the period, or the present one's."""
    for day in (span.last, clock.today()):
        posts = holders(Role.CHAIR, day=day) if author is None else Post.objects.held(day).filter(person=author)
        post = posts.select_related("person", "seat").order_by("seat__order", "began_on").first()
        if post:
            return post
    return None


def _told(shape: Outline, scope: Scope) -> dict[Topic, Told]:
    """Everything that can be said under the outline's topics; topics without a record are absent."""
    told = {topic: _paragraphs(topic, scope) for part in shape.parts for topic in part.topics}
    return {topic: found for topic, found in told.items() if found.paragraphs}


def _paragraphs(topic: Topic, scope: Scope) -> Told:
    texts = [sentence.text for sentence in said(topic, scope)]
    return Told(topic, tuple("".join(texts[at : at + IN_A_PARAGRAPH]) for at in range(0, len(texts), IN_A_PARAGRAPH)))


@transaction.atomic
def _store(
    shape: Outline,
    span: periods.Period,
    told: dict[Topic, Told],
    *,
    by: User,
    author: Person | None,
    post: Post | None,
    audience: str,
) -> Report:
    slots = {
        "union": current_union().name,
        "period": span.label,
        "author": author.name if author else "",
        "post": _title_of(post),
    }
    year = span.last.year
    report = Report.objects.create(
        number=of_year("述职", "duty", year),
        title=shape.title.format(**slots),
        kind=KINDS.get(shape.key, Kind.DUTY),
        outline=shape.key,
        period=span.key,
        first=span.first,
        last=span.last,
        author=author,
        post=post,
        audience=audience,
        salutation=shape.salutation,
    )
    Paragraph.objects.bulk_create(_content(report, shape, told, slots))
    audit.record("duty.create", report, by=by, after={"period": span.key, "outline": shape.key})
    return report


def _title_of(post: Post | None) -> str:
    """`工会主席` for the seat 主席 of the committee; the union's own name where nobody is known."""
    title = post.seat.title if post else "工会"
    return title if "工会" in title else f"工会{title}"


def _content(report: Report, shape: Outline, told: dict[Topic, Told], slots: dict[str, str]) -> Iterator[Paragraph]:
    """The paragraphs of a new report; its sections are created on the way."""
    introduction = shape.introduction if report.author_id else "现将{union}{period}的工作报告如下。"
    opening = Section.objects.create(report=report, order=0)
    yield Paragraph(section=opening, order=0, text=introduction.format(**slots))
    for number, part in enumerate(shape.parts, 1):
        section = Section.objects.create(
            report=report,
            order=number,
            heading=part.heading,
            hint=part.hint,
            topics=[topic.value for topic in part.topics],
        )
        yield from _told_in(section, [told[topic] for topic in part.topics if topic in told])
    closing = Section.objects.create(report=report, order=len(shape.parts) + 1)
    yield Paragraph(section=closing, order=0, text=shape.closing.format(**slots))


def _told_in(section: Section, told: list[Told]) -> Iterator[Paragraph]:
    """What is told in a part, under headings of the second level where there is more than one topic."""
    order = 0
    for found in told:
        heading = [Paragraph(is_heading=True, text=str(found.topic.label))] if len(told) > 1 else []
        for paragraph in [*heading, *(Paragraph(text=text) for text in found.paragraphs)]:
            paragraph.section, paragraph.order, paragraph.topic = section, order, found.topic.value
            order += 1
            yield paragraph


def told_again(section: Section, topic: str) -> list[str]:
    """What the modules can say by now on a topic of a part that said nothing at first; nothing is stored."""
    report = section.report
    with in_chinese():
        return list(_paragraphs(Topic(topic), Scope(report.union, report.first, report.last)).paragraphs)
