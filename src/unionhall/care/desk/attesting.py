"""What the second person's word tells the home pages: what waits for mine, and what was denied."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.roles import in_office
from unionhall.care.flow.attestation import WordState
from unionhall.care.models import Attestation
from unionhall.care.permissions import has_page
from unionhall.care.selectors import attesting
from unionhall.pages import nav
from unionhall.pages.desk import Waiting, most_urgent


def furnish() -> None:
    """The door and what waits."""
    nav.room("暖", gettext_lazy("第二人确认"), "care.words.list", who=in_office, icon="checkbox", rank=10)
    nav.waiting(to_confirm)
    nav.waiting(to_settle)


def to_confirm(user: Any) -> Iterator[Waiting]:
    """What somebody wrote down one was part of: the one thing, or how many, since they are confirmed at one tap."""
    if not has_page(user):
        return
    waiting = attesting.own(user).waiting()
    first = list(waiting[:2])
    if len(first) == 1:
        yield Waiting(_("请确认：%(what)s") % {"what": first[0].what}, _page("my.care.words", first[0]))
    elif first:
        count = waiting.count()
        yield Waiting(_("请确认记有您参加的%(n)s件事") % {"n": count}, reverse("my.care.words.list"), None, count)


def to_settle(user: Any) -> Iterator[Waiting]:
    """What a second person denies, for somebody of the office who did not write it down."""
    if in_office(user):
        denied = attesting.rows(user).denied().exclude(asked_by=user.pk)
        url = f"{reverse('care.words.list')}?state={WordState.DENIED.value}"
        yield from most_urgent(denied, _to_settle, what=_("说不属实"), url=url)


def _to_settle(word: Attestation) -> Waiting:
    text = _("%(name)s说%(record)s不属实，请核对") % {"name": word.person.name, "record": word.kept_as}
    return Waiting(text, _page("care.words", word))


def _page(pages: str, word: Attestation) -> str:
    return reverse(f"{pages}.detail", args=[word.pk])
