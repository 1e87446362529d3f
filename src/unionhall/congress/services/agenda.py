"""What comes before a session, with which papers, and how each item ends."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.roles import in_office
from unionhall.audit import services as audit
from unionhall.congress.flow import FLOW, ITEM_FLOW
from unionhall.congress.models import AgendaItem, Delegation, DiscussionNote, Paper, Session
from unionhall.congress.services import checks
from unionhall.flows import Blocked, NotAllowed, only_once
from unionhall.kernel import clock


@transaction.atomic
def add_item(session: Session, *, by: User, title: str, power: str, presenter: str = "") -> AgendaItem:
    """Put a matter on the agenda, last, under the power it falls under."""
    FLOW.check(session, "add_item", by=by)
    last = session.items.order_by("-position").first()
    item = AgendaItem.objects.create(
        session=session,
        position=last.position + 1 if last else 1,
        title=checks.given(title, _("请填议题。")),
        power=power,
        presenter=presenter,
    )
    after = audit.snapshot(item, ["position", "title", "power", "presenter"])
    audit.record("congress.add_item", item, by=by, after=after)
    return item


@transaction.atomic
def amend_item(item: AgendaItem, *, by: User, title: str, power: str, presenter: str = "") -> None:
    """Correct an item of a session still ahead."""
    fields = {"title": checks.given(title, _("请填议题。")), "power": power, "presenter": presenter}
    ITEM_FLOW.fire(item, "amend", by=by, fields=fields)


@transaction.atomic
def move_up(item: AgendaItem, *, by: User) -> None:
    """Put an item before the one that precedes it; the first stays."""
    ITEM_FLOW.check(item, "move_up", by=by)
    before = item.session.items.filter(position__lt=item.position).order_by("-position").first()
    if before is None:
        raise Blocked(_("已经是第一项。"))
    upper, lower = before.position, item.position
    AgendaItem.objects.filter(pk=before.pk).update(position=0)  # numbers are unique within a session at any moment
    ITEM_FLOW.fire(item, "move_up", by=by, fields={"position": upper})
    AgendaItem.objects.filter(pk=before.pk).update(position=lower)


@transaction.atomic
def add_paper(
    item: AgendaItem, *, by: User, kind: str, title: str, text: str = "", given_on: date | None = None
) -> Paper:
    """Note a paper on an item not yet called, and the day it was given to the delegates, today or before (CON-16)."""
    ITEM_FLOW.check(item, "add_paper", by=by)
    given_on = given_on or clock.today()
    if given_on > clock.today():
        raise Blocked(_("送交日期在今天以后。"))
    title = checks.given(title, _("请填材料名称。"))
    paper = Paper.objects.create(item=item, kind=kind, title=title, text=text, given_on=given_on)
    after = {"kind": kind, "title": title, "given_on": given_on}
    audit.record("congress.items.add_paper", item, by=by, after=after)
    return paper


@transaction.atomic
def drop_paper(item: AgendaItem, *, by: User, paper: Paper) -> None:
    """Take back a paper entered by mistake, on an item not yet called."""
    ITEM_FLOW.check(item, "drop_paper", by=by)
    before = audit.snapshot(paper, ["kind", "title", "text", "given_on"])
    if not item.papers.filter(pk=paper.pk).delete()[0]:
        raise Blocked(_("这份材料不属于这项议题。"))
    audit.record("congress.items.drop_paper", item, by=by, before=before)


@transaction.atomic
def note(item: AgendaItem, *, by: User, delegation: Delegation, text: str) -> DiscussionNote:
    """Write down, or anew, what a delegation said of an item; the office for any, a head for their own.

    Raises NotAllowed for another's delegation, Blocked for one of another term or without words.
    """
    ITEM_FLOW.check(item, "note", by=by)
    checks.of_term(delegation, item.session.term)
    if not (in_office(by) or delegation.delegates.filter(is_head=True, person__user=by).exists()):
        raise NotAllowed(_("各代表团的讨论意见由本团团长或工会办公室记录。"))
    text = checks.given(text, _("请写讨论意见。"))
    found, _made = DiscussionNote.objects.update_or_create(item=item, delegation=delegation, defaults={"text": text})
    audit.record("congress.items.note", item, by=by, after={"delegation": delegation.name, "text": text})
    return found


@transaction.atomic
def call(item: AgendaItem, *, by: User) -> None:
    """Bring an item before the session; the numbers present at that moment stay with it (CON-14)."""
    entitled, present = item.session.roll()
    with only_once(_("刚有另一项议题提请审议，一次只能审议一项。")):
        ITEM_FLOW.fire(item, "call", by=by, fields={"entitled": entitled, "present": present})


def hear(item: AgendaItem, *, by: User) -> None:
    """The report was heard and deliberated; what must be voted on cannot end so (CON-18, CON-21)."""
    ITEM_FLOW.fire(item, "hear", by=by)


def put_back(item: AgendaItem, *, by: User, reason: str) -> None:
    """Break off, to be called again."""
    ITEM_FLOW.fire(item, "put_back", by=by, note=checks.given(reason, _("请写明暂停的理由。")))


@transaction.atomic
def withdraw(item: AgendaItem, *, by: User, reason: str) -> None:
    """Take an item off the agenda, with a reason; its number is not given again."""
    ITEM_FLOW.fire(item, "withdraw", by=by, note=checks.given(reason, _("请写明撤回的理由。")))
