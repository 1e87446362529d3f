"""What somebody had and may have had already, for whoever decides on more (CARE-10, CARE-13)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from django.utils.translation import gettext as _

from unionhall.care.flow.aid import AidState
from unionhall.care.kinds.aid import OCCASIONS, AidKind
from unionhall.care.kinds.words import Occasion
from unionhall.care.models import Aid
from unionhall.care.selectors.caps import RELIEF
from unionhall.care.selectors.given import so_far
from unionhall.kernel.money import shown
from unionhall.pages.values import day
from unionhall.rulebook import services as rulebook

ALIKE = timedelta(days=90)  # two grants of one kind whose causes lie nearer than this may be about one thing


@dataclass(frozen=True)
class Had:
    """The year of one person as a grant is decided on, in yuan; `most` is None where no cap of the year binds."""

    given: Decimal
    times: int
    waiting: Decimal
    asked: Decimal
    most: Decimal | None
    clause: str
    alike: Sequence[Aid]

    @property
    def is_beyond(self) -> bool:
        """More than the year allows, should all that waits be granted."""
        return self.most is not None and self.given + self.waiting + self.asked > self.most


def had(aid: Aid) -> Had:
    """What was granted to the person that year from such money, what waits beside this, and what it resembles."""
    on, is_relief = aid.event_on, aid.source in RELIEF
    given, times = so_far(aid.person, Occasion.RELIEF if is_relief else OCCASIONS[AidKind(aid.kind)], on.year)
    others = Aid.objects.filter(person=aid.person).exclude(pk=aid.pk)
    waits = others.filter(
        state=AidState.REQUESTED, event_on__year=on.year, source__in=RELIEF if is_relief else [aid.source]
    )
    near = others.live().filter(kind=aid.kind, event_on__range=(aid.event_on - ALIKE, aid.event_on + ALIKE))
    return Had(
        given=given,
        times=times,
        waiting=sum((other.total for other in waits), Decimal(0)),
        asked=aid.total if aid.state == AidState.REQUESTED else Decimal(0),
        most=rulebook.value("care.relief_cap_year", on) if is_relief else None,
        clause=rulebook.cite("care.relief_cap_year", on) if is_relief else "",
        alike=list(near.order_by("event_on")),
    )


def in_words(aid: Aid) -> str:
    """The same in sentences, for the page on which it is granted."""
    found = had(aid)
    words = [
        _("这位职工本年同类资金已批准%(given)s元（%(times)s次），另有待批准%(waiting)s元，这一笔%(asked)s元。")
        % {
            "given": shown(found.given),
            "times": found.times,
            "waiting": shown(found.waiting),
            "asked": shown(found.asked),
        }
    ]
    if found.most is not None:
        text = _("每人每年不超过%(most)s元（%(clause)s）。")
        words.append(text % {"most": shown(found.most), "clause": found.clause})
    for other in found.alike:
        words.append(
            _(
                "相近的一笔：%(number)s，%(kind)s，事由发生于%(day)s，%(yuan)s元，%(state)s；请核对是不是同一件事（CARE-13）。"
            )
            % {
                "number": other.number,
                "kind": other.get_kind_display(),
                "day": day(other.event_on),
                "yuan": shown(other.total),
                "state": other.get_state_display(),
            }
        )
    words.append(_("批准后向经费申请支付；申请和批准不能是同一人。"))
    return "".join(words)
