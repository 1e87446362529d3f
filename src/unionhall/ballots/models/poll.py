"""The poll itself, what it asks and what may be answered."""

from fractions import Fraction
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.ballots import subjects
from unionhall.ballots.flow import OVER, State
from unionhall.ballots.kinds import COUNTED, DECISIVE, Kind, Of, Stance, Way
from unionhall.ballots.rules import Base, Rule
from unionhall.kernel.shared import Shared

_papers: Shared[list["Question"]] = Shared(60)


class PollQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "PollQuerySet":
        """All for the office; for others, once opened, those on whose roll or as whose teller they stand, and those of
        subjects whose module admits them."""
        if in_office(user):
            return self
        seen = Q(pk__in=self.model.objects.concerning(user).values("pk"))
        for kind, subject in subjects.taken():
            seen |= Q(subject_type=kind, subject_id__in=subject.rows(user).values("pk"))
        return self.filter(seen).exclude(state__in=[State.PREPARED, State.WITHDRAWN])

    def concerning(self, user: Any) -> "PollQuerySet":
        """Those opened on whose roll or as whose teller one stands: the part of `visible_to` that is one's own."""
        own = self.model.objects.filter(Q(roll__user_id=user.pk) | Q(tellers__user_id=user.pk)).values("pk")
        return self.filter(pk__in=own, opened_at__isnull=False)

    def about(self, subject: models.Model) -> "PollQuerySet":
        """Those of one record of a module above."""
        return self.filter(subject_type=subject._meta.label_lower, subject_id=subject.pk)

    def awaiting(self, user: Any) -> "PollQuerySet":
        """Open electronic polls in which this user may vote and has not."""
        may = self.model.objects.filter(
            state=State.OPEN, way__in=[Way.NAMED, Way.ANONYMOUS], roll__user_id=user.pk, roll__is_present=True
        )
        done = Q(named_votes__entry__user_id=user.pk) | Q(turnouts__entry__user_id=user.pk)
        return self.filter(pk__in=may.values("pk")).exclude(pk__in=self.model.objects.filter(done).values("pk"))

    def awaiting_count(self, user: Any) -> "PollQuerySet":
        """Polls under way whose teller this user is and of which they have entered no count."""
        may = self.model.objects.filter(state__in=[State.OPEN, State.CLOSED], tellers__user_id=user.pk)
        done = self.model.objects.filter(counts__teller__user_id=user.pk)
        return self.filter(pk__in=may.values("pk")).exclude(pk__in=done.values("pk"))


class Poll(TenantModel):
    """One vote on one matter, in one way, on one roll. Text, roll and rule are fixed when it opens.

    `subject_type` and `subject_id` name the record of a module above it belongs to; empty for the office's own.
    `entitled` and `present` are the numbers at the opening, on which quorum and majority rest for good.
    """

    number = models.CharField(_("编号"), max_length=24)
    subject_type = models.CharField(max_length=60, blank=True, editable=False)
    subject_id = models.UUIDField(null=True, editable=False)
    title = models.CharField(_("名称"), max_length=120)
    text = models.TextField(_("表决内容"), blank=True)
    kind = models.CharField(_("类别"), max_length=16, choices=Kind)
    way = models.CharField(_("投票方式"), max_length=16, choices=Way)
    seats = models.PositiveSmallIntegerField(_("应选人数"), null=True)
    takes_others = models.BooleanField(_("可另选他人"), default=False)
    round = models.PositiveSmallIntegerField(_("轮次"), default=1, editable=False)
    previous = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="successors", verbose_name=_("上一轮"), editable=False
    )
    is_run_off = models.BooleanField(_("同票再投"), default=False, editable=False)
    quorum = models.CharField(_("法定人数"), max_length=7, blank=True)
    quorum_text = models.CharField(_("法定人数依据"), max_length=200, blank=True)
    rule_of = models.CharField(_("通过基数"), max_length=8, choices=Of, blank=True)
    rule_share = models.CharField(_("通过比例"), max_length=7, blank=True)
    rule_inclusive = models.BooleanField(_("含本数"), default=False)
    rule_text = models.CharField(_("通过规则"), max_length=200, blank=True)
    needs_approval = models.BooleanField(_("结果须报上级工会批准"), default=False)
    shows_result = models.BooleanField(_("结果向投票人公布"), default=True)
    state = models.CharField(_("状态"), max_length=10, choices=State, default=State.PREPARED)
    entitled = models.PositiveIntegerField(_("应到人数"), null=True, editable=False)
    present = models.PositiveIntegerField(_("实到人数"), null=True, editable=False)
    opened_at = models.DateTimeField(_("开始时间"), null=True, editable=False)
    closed_at = models.DateTimeField(_("截止时间"), null=True, editable=False)
    approved_on = models.DateField(_("批复日期"), null=True)
    approval_number = models.CharField(_("批复文号"), max_length=60, blank=True)

    objects = tenant_manager(PollQuerySet)

    class Meta:
        verbose_name = _("表决")
        ordering = ["-number"]
        indexes = [models.Index(fields=["union", "subject_type", "subject_id"])]
        constraints = [
            models.UniqueConstraint(fields=["union", "number"], name="poll_number_unique"),
            models.CheckConstraint(
                name="poll_present_among_entitled", condition=Q(present=None) | Q(present__lte=models.F("entitled"))
            ),
            models.CheckConstraint(
                name="poll_election_has_seats", condition=~Q(kind=Kind.ELECTION) | Q(seats__gte=1, seats__isnull=False)
            ),
            models.CheckConstraint(
                name="poll_others_in_elections", condition=Q(takes_others=False) | Q(kind=Kind.ELECTION)
            ),
            models.CheckConstraint(
                name="poll_decides_by_rule", condition=~Q(kind__in=sorted(DECISIVE)) | ~Q(rule_of="")
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def rule(self) -> Rule | None:
        """The majority as it was when the poll was prepared; None for what decides nothing."""
        if not self.rule_of:
            return None
        return Rule(Base(self.rule_of), Fraction(self.rule_share), self.rule_inclusive, self.rule_text)

    @property
    def quorum_share(self) -> Fraction | None:
        """The share of those entitled who have to be there, or None."""
        return Fraction(self.quorum) if self.quorum else None

    @property
    def is_counted(self) -> bool:
        """Whether people count."""
        return self.way in COUNTED

    @property
    def is_over(self) -> bool:
        """Whether its result stands, void or not."""
        return self.state in OVER

    def candidates_as_tellers(self) -> models.QuerySet:
        """The tellers who are candidates too, by account or by the key under which both stand on the roll (ORG-25)."""
        candidates = Option.objects.filter(question__poll=self, stance=Stance.CANDIDATE)
        keys = [key for key in candidates.values_list("candidate", flat=True) if key]
        users = [user for user in candidates.values_list("user", flat=True) if user]
        on_roll = self.roll.filter(voter__in=keys).exclude(user=None).values("user")
        return self.tellers.filter(Q(user__in=users) | Q(user__in=on_roll))

    def asked(self) -> list["Question"]:
        """Its questions in order, each with its options; two queries the first time.

        While it is open they are fixed, and a hall asks for them in the same minute: one voter's answer serves the others.
        """
        return _papers.get(self.pk, self._asked) if self.state == State.OPEN else self._asked()

    def _asked(self) -> list["Question"]:
        models.prefetch_related_objects([self], "questions__options")
        return list(self.questions.all())

    def latest_counts(self) -> list[Any]:
        """The latest count of each teller; two queries."""
        latest: dict[Any, Any] = {}
        for count in self.counts.select_related("teller__user").prefetch_related("tallies", "others").order_by("turn"):
            latest[count.teller_id] = count
        return list(latest.values())


class QuestionQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "QuestionQuerySet":
        """Those of the polls one may see."""
        return self.filter(poll__in=Poll.objects.visible_to(user))


class Question(TenantModel):
    """One thing a poll asks: a motion, the seats of an election, a body appraised, a question. `most` marks at most.

    A question with `is_text` has no options and is answered in words.
    """

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="questions", verbose_name=_("表决"))
    position = models.PositiveSmallIntegerField(_("序号"))
    text = models.CharField(_("题目"), max_length=200)
    most = models.PositiveSmallIntegerField(_("至多选"), default=1)
    is_text = models.BooleanField(_("文字作答"), default=False)

    objects = tenant_manager(QuestionQuerySet)

    class Meta:
        verbose_name = _("题目")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["union", "poll", "position"], name="question_position_unique")]

    def __str__(self) -> str:
        return self.text


class OptionQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "OptionQuerySet":
        """Those of the polls one may see."""
        return self.filter(question__poll__in=Poll.objects.visible_to(user))


class Option(TenantModel):
    """One answer to a question; a candidate is known by name and, where there is one, by key and account.

    Who was written in (`is_write_in`) has one only from the declaration on, by the tellers' count.
    """

    question = models.ForeignKey(Question, models.CASCADE, related_name="options", verbose_name=_("题目"))
    position = models.PositiveSmallIntegerField(_("序号"))
    label = models.CharField(_("选项"), max_length=100)
    stance = models.CharField(_("含义"), max_length=10, choices=Stance, default=Stance.NONE)
    candidate = models.UUIDField(null=True)
    is_write_in = models.BooleanField(_("另选"), default=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("账号")
    )

    objects = tenant_manager(OptionQuerySet)

    class Meta:
        verbose_name = _("选项")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["union", "question", "position"], name="option_position_unique")]

    def __str__(self) -> str:
        return self.label
