"""How a congress is told in a report."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from unionhall.congress import figures, selectors
from unionhall.congress.kinds import Role
from unionhall.congress.models import Session
from unionhall.figures.scope import Scope
from unionhall.figures.sentences import Sentence, Topic, sentences

WHO = (Role.LEADER, Role.DELEGATE, Role.OBSERVER, Role.GUEST)


@sentences(topic=Topic.CONGRESS, keys=["congress.people", "congress.turnout"])
def sat(scope: Scope) -> Iterator[Sentence]:
    """One sentence for each session: who came, and how many."""
    for session in selectors.held(scope).order_by("held_on"):
        here = scope.of(session=session)
        came = [str(role.label) for role in WHO if figures.came(here.of(role=role))]
        yield Sentence(
            session.held_on,
            _("{on}召开{name}，{who}共{people}参加。"),
            on=session.held_on,
            name=str(session),
            who=str(_("、")).join(came),
            people=figures.came(here),
        )


@sentences(topic=Topic.CONGRESS, keys=["congress.present_people", "congress.entitled_people"])
def had_quorum(scope: Scope) -> Iterator[Sentence]:
    """Delegates there, of those entitled."""
    for session in selectors.held(scope).order_by("held_on"):
        here = scope.of(session=session)
        yield Sentence(
            session.held_on,
            _("应到代表{entitled}，实到{present}，{quorum}。"),
            quorum=session.quorum_words(),
            entitled=figures.delegates_called(here),
            present=figures.delegates_there(here),
        )


@sentences(topic=Topic.CONGRESS, keys=["congress.notes"])
def discussed(scope: Scope) -> Iterator[Sentence]:
    """What the delegations said at each session, and of what."""
    for session in selectors.held(scope).order_by("held_on"):
        here = scope.of(session=session)
        items = session.items.filter(notes__isnull=False).distinct().order_by("position")
        yield Sentence(
            session.held_on,
            _("各代表团分组讨论了{titles}，提出意见{notes}。"),
            titles=str(_("、")).join(items.values_list("title", flat=True)),
            notes=figures.notes(here),
        )


@sentences(topic=Topic.CONGRESS, keys=["congress.joint_meetings"])
def met_between(scope: Scope) -> Iterator[Sentence]:
    """That the union called joint meetings while the congress did not sit."""
    if meetings := figures.joint_meetings(scope):
        yield Sentence(scope.last, _("大会闭会期间召开联席会议{meetings}，处理急需研究的事项。"), meetings=meetings)


@sentences(topic=Topic.CONGRESS, keys=["congress.reports", "congress.resolutions"])
def dealt_with(scope: Scope) -> Iterator[Sentence]:
    """What each session heard, and what it resolved."""
    for session in selectors.held(scope).order_by("held_on"):
        here = scope.of(session=session)
        told = {"name": str(session), "titles": _titles(session), "reports": figures.heard(here)}
        if resolutions := figures.resolutions(here):
            yield Sentence(
                session.held_on,
                _("{name}听取审议{titles}等报告{reports}，形成决议{resolutions}。"),
                resolutions=resolutions,
                **told,
            )
        else:
            yield Sentence(session.held_on, _("{name}听取审议{titles}等报告{reports}。"), **told)


def _titles(session: Session) -> str:
    names = session.items.heard().values_list("title", flat=True)
    return str(_("、")).join(names)
