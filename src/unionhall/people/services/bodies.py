"""Bodies, their terms, and who is elected or appointed to which seat."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.roles import Role
from unionhall.audit import services as audit
from unionhall.flows import Blocked
from unionhall.people.choices import FIRST_SEATS, BodyKind, How, UnitKind
from unionhall.people.flow import POST_FLOW, PostState, State
from unionhall.people.models import Body, Membership, Person, Post, Seat, Term
from unionhall.people.rules.terms import TERM_YEARS, audit_size_fits, incompatible, last_day

CONFIRMED_FROM_ABOVE = (BodyKind.COMMITTEE, BodyKind.AUDIT)
CHOSEN_FROM_MEMBERS = (BodyKind.COMMITTEE, BodyKind.AUDIT, BodyKind.WOMEN, BodyKind.BRANCH, BodyKind.GROUP)

# Bodies that lead one unit of the union's tree, and of which level.
LEADS: dict[str, UnitKind] = {BodyKind.BRANCH: UnitKind.BRANCH, BodyKind.GROUP: UnitKind.GROUP}


@transaction.atomic
def create_body(*, by: User, kind: str, name: str, **fields: Any) -> Body:
    """Set up a body with the seats its kind has at first.

    Refused: a branch's or a group's committee that stands in none, whose chair would lead nobody or everybody.
    """
    place, unit = LEADS.get(kind), fields.get("unit")
    if place and (unit is None or unit.kind != place):
        words = {"kind": BodyKind(kind).label, "place": place.label}
        raise Blocked(_("%(kind)s要在“所属工会组织”里选一个%(place)s：负责人只管这一个。") % words)
    if Body.objects.filter(name=name, ended_on=None).exists():
        raise Blocked(_("已经有“%(name)s”。") % {"name": name})
    body = Body.objects.create(kind=kind, name=name, **fields)
    for order, (title, role, places) in enumerate(FIRST_SEATS[kind]):
        Seat.objects.create(body=body, title=title, role=role, places=places, order=order)
    audit.record("people.create_body", body, by=by, after=audit.snapshot(body, ["kind", "name", *fields]))
    return body


@transaction.atomic
def set_seat(body: Body, *, by: User, title: str, role: str, places: int) -> Seat:
    """Add a seat to a body, or change how many hold it and what rights it carries."""
    seat, created = Seat.objects.get_or_create(body=body, title=title, defaults={"order": body.seats.count()})
    before = {} if created else audit.snapshot(seat, ["role", "places"])
    seat.role, seat.places = role, places
    seat.save()
    if body.kind == BodyKind.AUDIT and not audit_size_fits(sum(body.seats.values_list("places", flat=True))):
        raise Blocked(_("经费审查委员会由3至11人组成（工会基层组织选举工作条例）。"))
    audit.record("people.set_seat", seat, by=by, before=before, after={"title": title, "role": role, "places": places})
    return seat


@transaction.atomic
def open_term(body: Body, *, by: User, number: int, began_on: date, years: int, document: str = "") -> Term:
    """Begin the nth term of a body: three years or five (ORG-05); the term before it closes that day."""
    if years not in TERM_YEARS:
        raise Blocked(_("工会委员会每届任期三年或者五年（工会法第十六条）。"))
    _refuse_wrong_order(body, number, began_on)
    term = Term.objects.create(
        body=body, number=number, began_on=began_on, years=years, document=document, ends_on=last_day(began_on, years)
    )
    for old in body.terms.filter(closed_on=None).exclude(pk=term.pk):
        old.closed_on = began_on
        old.save(update_fields=["closed_on"])
    audit.record(
        "people.open_term", term, by=by, after=audit.snapshot(term, ["number", "began_on", "years", "ends_on"])
    )
    return term


def _refuse_wrong_order(body: Body, number: int, began_on: date) -> None:
    if body.terms.filter(number__gte=number).exists():
        raise Blocked(_("第%(number)s届或更后的届次已经登记。") % {"number": number})
    if body.terms.filter(began_on__gte=began_on).exists():
        raise Blocked(_("开始日期早于已登记的届次。"))


@transaction.atomic
def extend_term(term: Term, *, by: User, ends_on: date, extension: str) -> None:
    """End a term earlier or later than its years, with the upper union's approval (ORG-06)."""
    if not extension.strip():
        raise Blocked(_("提前或延期换届须经上一级工会批准（工会章程第二十六条）。请填写批准文号。"))
    if ends_on <= term.began_on:
        raise Blocked(_("届满日期须在开始日期之后。"))
    before = audit.snapshot(term, ["ends_on", "extension"])
    term.ends_on, term.extension = ends_on, extension
    term.save(update_fields=["ends_on", "extension"])
    audit.record("people.extend_term", term, by=by, before=before, after=audit.snapshot(term, before))


@transaction.atomic
def appoint(
    seat: Seat,
    *,
    by: User,
    person: Person,
    began_on: date,
    how: str,
    term: Term | None = None,
    document: str = "",
    is_full_time: bool = False,
) -> Post:
    """Somebody comes to a seat; who is elected to a committee waits for the upper union's word (ORG-30).

    Refused: no free place; who holds an incompatible post (ORG-41, FIN-09); who is no full member where members are
    chosen (ORG-26).
    """
    _refuse_unfit(seat, person, began_on)
    pending = seat.body.kind in CONFIRMED_FROM_ABOVE and how in (How.ELECTION, How.BY_ELECTION) and not document
    post = Post.objects.create(
        seat=seat,
        person=person,
        term=term,
        began_on=began_on,
        how=how,
        document=document,
        is_full_time=is_full_time,
        state=PostState.PENDING if pending else PostState.HELD,
    )
    audit.record(
        "people.post.appoint",
        post,
        by=by,
        after=audit.snapshot(post, ["seat", "person", "state", "how", "began_on"]),
    )
    return post


def appoint_in(body: Body, *, by: User, seat: Seat, **facts: Any) -> None:
    """The same from the page of the body, where one stays for the next seat."""
    appoint(seat, by=by, **facts)


def _refuse_unfit(seat: Seat, person: Person, day: date) -> None:
    holders = seat.posts.filter(state__in=(PostState.HELD, PostState.PENDING), ended_on=None)
    if holders.filter(person=person).exists():
        raise Blocked(_("%(person)s已担任%(seat)s。") % {"person": person, "seat": seat})
    if holders.count() >= seat.places:
        raise Blocked(
            _("%(seat)s的%(places)s个名额已满。请先办理离任，或调整名额。") % {"seat": seat, "places": seat.places}
        )
    held = Post.objects.held(day).filter(person=person).values_list("seat__role", flat=True)
    clash = incompatible(seat.role, held)
    if clash:
        raise Blocked(
            _("%(person)s现任%(other)s，不能兼任%(seat)s（选举工作条例；会计法不相容岗位规定）。")
            % {"person": person, "seat": seat, "other": "、".join(str(Role(role).label) for role in sorted(clash))}
        )
    if seat.body.kind in CHOSEN_FROM_MEMBERS and not _is_full_member(person):
        raise Blocked(
            _("%(person)s不是在会会员；保留会籍期间没有被选举权（工会基层组织选举工作条例第四条）。")
            % {"person": person}
        )


def _is_full_member(person: Person) -> bool:
    return Membership.objects.open().filter(person=person, state=State.APPROVED).exists()


def confirm(post: Post, *, by: User, document: str) -> None:
    """The upper union has confirmed an election: from now on the post carries its rights (ORG-30)."""
    POST_FLOW.fire(post, "confirm", by=by, fields={"document": document})


def refuse(post: Post, *, by: User, note: str) -> None:
    """The upper union has not confirmed an election."""
    POST_FLOW.fire(post, "refuse", by=by, note=note)


def end(post: Post, *, by: User, ended_on: date, note: str = "") -> None:
    """Somebody leaves a post on a day; the rights go with it on the next request."""
    if ended_on < post.began_on:
        raise Blocked(_("离任日期早于任职日期。"))
    POST_FLOW.fire(post, "end", by=by, note=note, fields={"ended_on": ended_on})
