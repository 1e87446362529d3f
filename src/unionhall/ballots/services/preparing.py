"""Preparing a poll: what is asked, of whom, in which way, under which rule, and who counts."""

from collections.abc import Sequence
from fractions import Fraction

from django.db import models, transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import of_year
from unionhall.audit import services as audit
from unionhall.ballots import rules
from unionhall.ballots.flow import FLOW, TELLERS
from unionhall.ballots.kinds import DECISIVE, WAYS, Kind, Stance, Way
from unionhall.ballots.models import Option, Poll, Question, RollEntry, Teller
from unionhall.ballots.permissions import manages
from unionhall.ballots.plain import Ask, Candidate, Choice, Voter
from unionhall.ballots.rules.strokes import stroke_key
from unionhall.flows import Blocked, NotAllowed
from unionhall.kernel import clock
from unionhall.search.services import reindex

# On record, and so in the language of the record whoever prepares it.
MOTION = ((Stance.YES, "赞成"), (Stance.NO, "反对"), (Stance.ABSTAIN, "弃权"))


@transaction.atomic
def prepare(
    subject: models.Model | None = None,
    *,
    by: User,
    title: str,
    roll: Sequence[Voter],
    kind: str = Kind.DECISION,
    way: str = Way.HANDS,
    text: str = "",
    rule: rules.Rule | None = None,
    quorum: Fraction | None = None,
    quorum_text: str = "",
    seats: int | None = None,
    candidates: Sequence[Candidate] = (),
    margin: Fraction | None = None,
    takes_others: bool = False,
    asks: Sequence[Ask] = (),
    needs_approval: bool = False,
    shows_result: bool = True,
) -> Poll:
    """Write down a poll on a record of a module above, or of the office's own, with its roll; nobody votes yet.

    A decision asks 赞成, 反对, 弃权 by itself; an election takes `seats` and `candidates`, put in stroke order, of whom
    there are enough for `margin` when one is given (ORG-17), and others may be written in if it `takes_others`;
    appraisals and questionnaires take `asks`. Raises NotAllowed for who may not hold it, Blocked when way, rule,
    candidates, questions or roll do not hold together.
    """
    poll = Poll(title=title.strip(), text=text, kind=kind, way=way, seats=seats, needs_approval=needs_approval)
    poll.takes_others = takes_others and kind == Kind.ELECTION
    poll.shows_result, poll.quorum, poll.quorum_text = shows_result, str(quorum or ""), quorum_text
    if subject is not None:
        poll.subject_type, poll.subject_id = subject._meta.label_lower, subject.pk
    if not manages(by, poll):
        raise NotAllowed(_("只有工会办公室和会议的组织者可以准备表决。"))
    _set_rule(poll, rule)
    _check(poll, candidates, margin)
    asks = asks_of(poll, candidates, asks)
    poll.number = of_year("BJ", "ballots", clock.today().year)
    poll.save(force_insert=True)
    write_questions(poll, asks)
    write_roll(poll, roll)
    audit.record("ballots.prepare", poll, by=by, after=audit.snapshot(poll, ["number", "title", "kind", "way"]))
    return poll


def _set_rule(poll: Poll, rule: rules.Rule | None) -> None:
    if (rule is not None) != (poll.kind in DECISIVE):
        raise Blocked(_("表决和选举要写明通过规则及其依据；测评和问卷不作决定，不设通过规则（G-04）。"))
    if rule is not None:
        poll.rule_of, poll.rule_share, poll.rule_inclusive = rule.of, str(rule.share), rule.inclusive
        poll.rule_text = rule.text


def _check(poll: Poll, candidates: Sequence[Candidate], margin: Fraction | None) -> None:
    if not poll.title:
        raise Blocked(_("请写明名称。"))
    if poll.way not in WAYS[poll.kind]:
        raise Blocked(
            _("“%(kind)s”不能采用“%(way)s”：选举实行无记名投票（章程第十条，ORG-20），匿名电子方式不作有约束力的表决。")
            % {"kind": poll.get_kind_display(), "way": poll.get_way_display()}
        )
    if poll.kind != Kind.ELECTION:
        return
    if not poll.seats:
        raise Blocked(_("请写明应选人数。"))
    least = rules.candidates_needed(poll.seats, margin) if margin is not None else poll.seats
    if len(candidates) < least:
        raise Blocked(
            _("应选%(seats)s人，候选人至少%(least)s人，现有%(count)s人（选举工作条例第十七条，ORG-17）。")
            % {"seats": poll.seats, "least": least, "count": len(candidates)}
        )


def asks_of(poll: Poll, candidates: Sequence[Candidate], asks: Sequence[Ask]) -> Sequence[Ask]:
    """The questions of a poll by its kind; raises Blocked when there is nothing to ask or to choose from."""
    if poll.kind == Kind.DECISION:
        return [Ask(poll.title, [Choice(label, stance) for stance, label in MOTION])]
    if poll.kind == Kind.ELECTION:
        listed = sorted(candidates, key=lambda person: stroke_key(person.label))
        choices = [Choice(person.label, Stance.CANDIDATE, person.key, person.user) for person in listed]
        return [Ask(poll.title, choices, most=poll.seats or 1)]
    if not asks or any(not ask.is_text and len(ask.choices) < 2 for ask in asks):
        raise Blocked(_("请至少写一道题；每道选择题至少有两个选项。"))
    if poll.way == Way.PAPER and any(ask.is_text for ask in asks):
        raise Blocked(_("纸质测评只计选择题，文字意见请另行收集。"))
    return asks


def write_questions(poll: Poll, asks: Sequence[Ask]) -> None:
    """Write the questions and their options in the order given; two queries."""
    questions = [
        Question(poll=poll, position=number, text=ask.text[:200], most=ask.most, is_text=ask.is_text)
        for number, ask in enumerate(asks, 1)
    ]
    Question.objects.bulk_create(questions)
    Option.objects.bulk_create(
        Option(
            question=question,
            position=number,
            label=choice.label,
            stance=choice.stance,
            candidate=choice.key,
            user=choice.user,
        )
        for question, ask in zip(questions, asks, strict=True)
        for number, choice in enumerate(ask.choices, 1)
    )


def write_roll(poll: Poll, roll: Sequence[Voter]) -> None:
    """Write those entitled; raises Blocked for an empty roll and for one that names somebody twice."""
    if not roll:
        raise Blocked(_("名册里还没有人，请先确定应到人员。"))
    users = [voter.user.pk for voter in roll if voter.user]
    if len({voter.key for voter in roll}) < len(roll) or len(set(users)) < len(users):
        raise Blocked(_("名册里有人重复，一人只有一票。"))
    RollEntry.objects.bulk_create(
        [
            RollEntry(poll=poll, voter=voter.key, label=voter.label, group=voter.group, user=voter.user)
            for voter in roll
        ],
        batch_size=1000,
    )


@transaction.atomic
def amend(poll: Poll, *, by: User, title: str, text: str) -> None:
    """Change the wording before anybody votes on it."""
    if not title.strip():
        raise Blocked(_("请写明名称。"))
    FLOW.fire(poll, "amend", by=by, fields={"title": title.strip(), "text": text})
    reindex(Poll.objects.filter(pk=poll.pk))


@transaction.atomic
def name_tellers(poll: Poll, *, by: User, users: Sequence[User]) -> None:
    """Name the two who count, each alone; a candidate cannot be one (ORG-25). Replaces whoever was named before."""
    FLOW.check(poll, "name_tellers", by=by)
    if len({user.pk for user in users}) != TELLERS:
        raise Blocked(_("请确定两名不同的监票人。"))
    before = [str(user) for user in poll.tellers.values_list("user", flat=True)]
    poll.tellers.all().delete()
    Teller.objects.bulk_create(Teller(poll=poll, user=user) for user in users)
    if poll.candidates_as_tellers().exists():
        raise Blocked(_("候选人不得担任监票人、计票人（选举办法，ORG-25），请另定监票人。"))
    after = {"tellers": [str(user.pk) for user in users]}
    audit.record("ballots.name_tellers", poll, by=by, before={"tellers": before}, after=after)


def withdraw(poll: Poll, *, by: User, reason: str) -> None:
    """Take a poll back before it opens, with a reason."""
    FLOW.fire(poll, "withdraw", by=by, note=given(reason))


def given(reason: str) -> str:
    """The reason without blanks around it; raises Blocked when there is none."""
    if not reason.strip():
        raise Blocked(_("请写明理由。"))
    return reason.strip()
