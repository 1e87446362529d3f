"""Writing in a draft. Prose is free; a token is either one that names a figure or the text is refused."""

from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.duty.models import Paragraph, Report, Section
from unionhall.duty.permissions import is_author, may_write
from unionhall.figures.tokens import tokens_in
from unionhall.flows import NotAllowed, WrongState
from unionhall.people.models import Person

LONGEST = 4000


def must_be_open(report: Report, by: User) -> None:
    """Whether this person may write in this report now; raises NotAllowed or WrongState."""
    if not (may_write(by) or is_author(by, report)):
        raise NotAllowed(_("述职报告由述职人和工会办公室修改。"))
    if not Report.objects.filter(pk=report.pk, state="draft").exists():
        raise WrongState(_("这份报告已签发或作废，正文不再改动。如需更正，请另写一份。"))


def _cleaned(report: Report, text: str) -> str:
    """The text, when each of its tokens names a figure and what it is narrowed to; raises BadToken and its kin."""
    text = text.replace("\r\n", "\n").strip()
    for token in tokens_in(text):
        token.checked(report.union)
    return text


def _record(verb: str, paragraph: Paragraph, by: User, before: str, after: str) -> None:
    audit.record(f"duty.{verb}", paragraph.section.report, by=by, before={"text": before}, after={"text": after})


@transaction.atomic
def write(paragraph: Paragraph, *, by: User, text: str) -> None:
    """Put a text in place of a paragraph's; a text that says nothing keeps its place, empty."""
    must_be_open(paragraph.section.report, by)
    before, paragraph.text = paragraph.text, _cleaned(paragraph.section.report, text)
    if paragraph.text != before:
        paragraph.save(update_fields=["text"])
        _record("write", paragraph, by, before, paragraph.text)


@transaction.atomic
def add(
    section: Section,
    *,
    by: User,
    after: Paragraph | None = None,
    text: str = "",
    is_heading: bool = False,
    topic: str = "",
) -> Paragraph:
    """A new paragraph behind another, or at the end of a part."""
    must_be_open(section.report, by)
    last = section.paragraphs.order_by("order").last()
    order = after.order + 1 if after else (last.order + 1 if last else 0)
    section.paragraphs.filter(order__gte=order).update(order=F("order") + 1)
    paragraph = section.paragraphs.create(
        order=order, text=_cleaned(section.report, text), is_heading=is_heading, topic=topic
    )
    _record("add", paragraph, by, "", paragraph.text)
    return paragraph


@transaction.atomic
def move(paragraph: Paragraph, *, by: User, up: bool) -> None:
    """One place up or down; past the edge of its part it goes over into the neighbouring one."""
    section = paragraph.section
    must_be_open(section.report, by)
    other = (
        section.paragraphs.filter(**{"order__lt" if up else "order__gt": paragraph.order})
        .order_by("-order" if up else "order")
        .first()
    )
    if other:
        paragraph.order, other.order = other.order, paragraph.order
        other.save(update_fields=["order"])
    else:
        _over(paragraph, section, up)
    paragraph.save(update_fields=["order", "section"])
    _record("move", paragraph, by, paragraph.text, paragraph.text)


def _over(paragraph: Paragraph, section: Section, up: bool) -> None:
    neighbour = section.report.sections.filter(order=section.order + (-1 if up else 1)).first()
    if neighbour is None:
        return
    edge = neighbour.paragraphs.order_by("-order" if up else "order").first()
    paragraph.order = (edge.order + 1 if up else 0) if edge else 0
    if not up:
        neighbour.paragraphs.update(order=F("order") + 1)
    paragraph.section = neighbour


@transaction.atomic
def remove(paragraph: Paragraph, *, by: User) -> None:
    """Take a paragraph out of a draft; the trail keeps its text."""
    must_be_open(paragraph.section.report, by)
    _record("remove", paragraph, by, paragraph.text, "")
    paragraph.delete()


@transaction.atomic
def describe(report: Report, *, by: User, title: str, salutation: str, audience: str, author: Person | None) -> None:
    """Set what stands around the text: title, salutation, audience and in whose name it speaks."""
    must_be_open(report, by)
    values: dict[str, Any] = {"title": title, "salutation": salutation, "audience": audience, "author": author}
    before = audit.snapshot(report, values)
    if author != report.author:
        values["post"] = author.posts.order_by("-began_on").first() if author else None
    for name, value in values.items():
        setattr(report, name, value)
    report.save(update_fields=list(values))
    audit.record(
        "duty.describe",
        report,
        by=by,
        before=before,
        after=audit.snapshot(report, before),
    )
