"""What is still open of a member who has died, each with the page on which it is settled."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext as _

from unionhall.care.flow.aid import AidState
from unionhall.care.flow.health import BatchState, CheckState, RoundState
from unionhall.care.kinds.words import Occasion
from unionhall.care.models import Aid, Candidate, Check, Cover, HardshipFile, LifeEvent
from unionhall.kernel import clock
from unionhall.pages.values import day
from unionhall.people.models import Person, Post

Open = tuple[str, str]  # in words, and the address


def still_open(event: LifeEvent) -> list[Open]:
    """Of a member's death: roster, posts, cover and whatever else runs on; nothing of any other event."""
    return [*_on_roster(event.person), *_in_care(event.person)] if event.kind == Occasion.DEATH else []


def _on_roster(person: Person) -> Iterator[Open]:
    for spell in person.memberships.open():
        yield _("会籍还没有登记去世"), _at("people.memberships", spell)
    if person.left_on is None:
        yield _("花名册上还没有登记离院，账号仍可登录"), _at("people", person)
    for post in Post.objects.held(clock.today()).filter(person=person):
        yield _("还任：%(post)s") % {"post": post.seat}, _at("people.posts", post)


def _in_care(person: Person) -> Iterator[Open]:
    today = clock.today()
    for cover in Cover.objects.standing().filter(person=person, ends_on__gte=today):
        words = _("%(plan)s保障到%(day)s，家属可以申请给付")
        yield words % {"plan": cover, "day": day(cover.ends_on)}, _at("care.covers", cover)
    for file in HardshipFile.objects.on_file().filter(person=person):
        yield _("困难职工档案在档"), _at("care.hardship", file)
    for aid in Aid.objects.filter(person=person, state__in=(AidState.REQUESTED, AidState.AUTHORISED)):
        yield _("救助%(state)s") % {"state": aid.get_state_display()}, _at("care.aid", aid)
    for check in Check.objects.filter(person=person, state=CheckState.BOOKED, round__state=RoundState.OPEN):
        yield _("已预约体检"), _at("care.checks", check)
    going = (BatchState.ANNOUNCED, BatchState.CONFIRMED)
    for candidate in Candidate.objects.filter(person=person, is_chosen=True, batch__state__in=going):
        yield _("选定参加%(batch)s") % {"batch": candidate.batch}, _at("care.rest", candidate.batch)


def _at(pages: str, record: Model) -> Any:
    return reverse(f"{pages}.detail", args=[record.pk])
