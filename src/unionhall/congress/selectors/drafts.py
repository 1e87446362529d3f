"""Words the records already know: how a resolution and the minutes may begin."""

from django.utils.translation import gettext as _

from unionhall.ballots.kinds import Kind
from unionhall.congress.flow import ItemState
from unionhall.congress.models import AgendaItem, Session
from unionhall.congress.rules.powers import Power
from unionhall.congress.selectors.results import elected
from unionhall.pages.values import day, moment


def resolution_drafted(item: AgendaItem) -> dict[str, str]:
    """Title and text of a resolution on an item as it ended."""
    if item.power == Power.APPROVE:
        title = _("关于通过《%(item)s》的决议") % {"item": item.title}
        text = _("会议经无记名投票表决，审议通过《%(item)s》，自公布之日起施行。") % {"item": item.title}
    elif item.state == ItemState.ELECTED:
        title = _("关于%(item)s的决议") % {"item": item.title}
        text = _("会议经无记名投票，选举产生：%(names)s。") % {"names": _("、").join(elected(item))}
    else:
        title = _("关于%(item)s的决议") % {"item": item.title}
        text = _("会议听取和审议了%(item)s，同意这个报告。") % {"item": item.title}
    return {"title": title, "text": text}


def minutes_drafted(session: Session) -> str:
    """What happened, as far as the records tell: who came, how each item ended, what was resolved."""
    here = session.attendees.came()
    entitled, present = session.counted()
    told = {
        "day": day(session.held_on), "venue": session.venue, "name": str(session), "people": here.count(),
        "entitled": entitled, "present": present, "quorum": session.quorum_words(),
    }  # fmt: skip
    lines = [
        _("%(day)s，%(name)s在%(venue)s召开，%(people)s人参加。应到代表%(entitled)s人，实到%(present)s人，%(quorum)s。")
        % told
    ]
    if session.opened_at:
        lines.append(_("%(at)s开幕。") % {"at": moment(session.opened_at)})
    items = session.items.exclude(state__in=(ItemState.PLANNED, ItemState.WITHDRAWN))
    return "\n".join([*lines, *(_told(item) for item in items)])


def _told(item: AgendaItem) -> str:
    """One item: its report, its vote, its end."""
    said = _("%(position)s. %(title)s：%(state)s。") % {
        "position": item.position, "title": item.title, "state": item.get_state_display(),
    }  # fmt: skip
    result = item.verdict()
    if result is None or result.is_withheld or result.poll.kind == Kind.APPRAISAL:
        return said
    votes = _("，").join(f"{line.option.label}{line.votes}" for line in result.lines.select_related("option"))
    counts = {"collected": result.collected, "valid": result.valid, "votes": votes}
    return said + _("收回选票%(collected)s张，有效%(valid)s张，%(votes)s票。") % counts
