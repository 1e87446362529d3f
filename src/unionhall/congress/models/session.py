"""The session, what has to be done around it, and who presides."""

from datetime import date, timedelta
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from unionhall.accounts.roles import Role as Post
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.congress import permissions
from unionhall.congress.flow import AHEAD, GATHERED, TOOK_PLACE, State
from unionhall.congress.kinds import Cause, Congress
from unionhall.congress.models.delegate import Delegate
from unionhall.congress.models.term import Term
from unionhall.congress.rules import numbering, quorum
from unionhall.congress.rules.checklist import BY_KEY
from unionhall.rulebook.services import cite, value


class SessionQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """All for the office and those who oversee; for others those they are called or invited to."""
        if permissions.may_list(user):
            return self
        return self.filter(pk__in=self.model.objects.filter(attendees__person__user=user.pk).values("pk"))

    def took_place(self) -> Self:
        """Those that were opened."""
        return self.filter(state__in=TOOK_PLACE)

    def held_within(self, first: date, last: date) -> Self:
        """Those opened whose first day lies between two days, both inclusive."""
        return self.took_place().filter(held_on__range=(first, last))


class Session(TenantModel):
    """One session of one congress (第三届第二次). Sessions that sit together name each other by `joint_with` and keep
    their own roll, check-in, votes and resolutions (ORG-15).

    `entitled` and `present` are the numbers of delegates at the opening.
    """

    term = models.ForeignKey(Term, models.PROTECT, related_name="sessions", verbose_name=gettext_lazy("届"))
    number = models.PositiveSmallIntegerField(pgettext_lazy("congress", "次"))
    cause = models.CharField(gettext_lazy("类别"), max_length=12, choices=Cause, default=Cause.REGULAR)
    held_on = models.DateField(gettext_lazy("开会日期"))
    ends_on = models.DateField(gettext_lazy("闭会日期"))
    venue = models.CharField(gettext_lazy("地点"), max_length=80)
    theme = models.CharField(gettext_lazy("中心议题"), max_length=200, blank=True)
    joint_with = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="joined_by", verbose_name=gettext_lazy("合并召开")
    )
    state = models.CharField(
        gettext_lazy("状态"), max_length=10, choices=State, default=State.PREPARING, editable=False
    )
    entitled = models.PositiveIntegerField(gettext_lazy("开幕时应到"), null=True, editable=False)
    present = models.PositiveIntegerField(gettext_lazy("开幕时实到"), null=True, editable=False)
    opened_at = models.DateTimeField(gettext_lazy("开幕时间"), null=True, editable=False)
    closed_at = models.DateTimeField(gettext_lazy("闭会时间"), null=True, editable=False)
    minutes = models.TextField(gettext_lazy("会议纪要"), blank=True)
    filed_on = models.DateField(gettext_lazy("上报日期"), null=True, blank=True)
    filing = models.CharField(gettext_lazy("上报文号"), max_length=80, blank=True)

    objects = tenant_manager(SessionQuerySet)

    class Meta:
        verbose_name = gettext_lazy("会议")
        ordering = ["-held_on", "term__kind"]
        indexes = [models.Index(fields=["union", "held_on"], name="congress_session_day")]
        constraints = [
            models.UniqueConstraint(fields=["union", "term", "number"], name="congress_session_unique"),
            models.CheckConstraint(name="congress_session_days", condition=Q(ends_on__gte=F("held_on"))),
            models.CheckConstraint(
                name="congress_present_among_entitled", condition=Q(present=None) | Q(present__lte=F("entitled"))
            ),
        ]

    def __str__(self) -> str:
        return _("第%(term)s届第%(number)s次%(kind)s") % {
            "term": numbering.counted(self.term.number),
            "number": numbering.counted(self.number),
            "kind": self.term.get_kind_display(),
        }

    @property
    def code(self) -> str:
        """`3-2`."""
        return numbering.code(self.term.number, self.number)

    @property
    def beside(self) -> "Session | None":
        """The session of the other congress that sits together with this one."""
        return self.joint_with or Session.objects.filter(joint_with=self).first()

    @property
    def is_ahead(self) -> bool:
        """Whether it is still being prepared."""
        return self.state in AHEAD

    @property
    def is_sitting(self) -> bool:
        """Whether it sits now."""
        return self.state == State.SITTING

    @property
    def is_open_to_notes(self) -> bool:
        """Whether delegations are still heard: from the call until the file is closed."""
        return self.state in (*GATHERED, State.CLOSED)

    def papers_due(self) -> tuple[date | None, str]:
        """The last day on which papers may reach the delegates, inclusive, and its clause (CON-16).

        None for the members' congress, for which no such term is known.
        """
        if self.term.kind == Congress.MEMBERS:
            return None, ""
        days = value("congress.notice_days", self.held_on)
        return self.held_on - timedelta(days=days), cite("congress.notice_days", self.held_on)

    def roll(self) -> tuple[int, int]:
        """How many delegates are entitled, and how many of them are there now; one query."""
        return self.attendees.delegates().counted()

    def counted(self) -> tuple[int, int]:
        """How many were entitled and how many of them there at the opening; as of now while it is not open yet."""
        entitled, present = self.roll() if self.entitled is None or self.present is None else (0, 0)
        return self.entitled or entitled, self.present or present

    def quorum_words(self) -> str:
        """Whether those counted were a quorum, in the words of its papers (CON-14)."""
        return _("未达到法定人数") if self.quorum_problem(self.counted()) else _("符合法定人数")

    def quorum_problem(self, counted: tuple[int, int] | None = None) -> str | None:
        """Why it can neither open nor vote with those counted (default: who is there now), or None: two thirds of all
        delegates (CON-14)."""
        entitled, present = counted or self.roll()
        clause = f"{cite('congress.quorum', self.held_on)}，CON-14"
        return quorum.problem(present, entitled, value("congress.quorum", self.held_on), clause)


class OfSessionQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """Those of the sessions one may see."""
        return self.filter(session__in=Session.objects.visible_to(user))


class ChecklistStep(TenantModel):
    """One thing to be done around a session by a day, the day included; `key` is that of the rule's task."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="steps", verbose_name=gettext_lazy("会议"))
    key = models.CharField(max_length=12)
    due_on = models.DateField(gettext_lazy("期限"))
    is_provisional = models.BooleanField(gettext_lazy("暂估"), default=False)
    done_on = models.DateField(gettext_lazy("完成日期"), null=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=gettext_lazy("登记人")
    )

    objects = tenant_manager(OfSessionQuerySet)

    class Meta:
        verbose_name = gettext_lazy("筹备事项")
        ordering = ["due_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["union", "session", "key"], name="congress_step_unique"),
            models.CheckConstraint(
                name="congress_step_done_by",
                condition=Q(done_on=None, done_by=None) | Q(done_on__isnull=False, done_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.label)

    @property
    def label(self) -> Any:
        """What is to be done."""
        return BY_KEY[self.key].label

    @property
    def clause(self) -> str:
        """The article it rests on."""
        return cite(BY_KEY[self.key].rule, self.session.held_on)

    @property
    def owners(self) -> str:
        """Who owes it, in words."""
        return "、".join(str(Post(role).label) for role in BY_KEY[self.key].owners)


class PresidiumMember(TenantModel):
    """A delegate on the presidium of a session (CON-19)."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="presidium", verbose_name=gettext_lazy("会议"))
    delegate = models.ForeignKey(Delegate, models.PROTECT, related_name="+", verbose_name=gettext_lazy("代表"))

    objects = tenant_manager(OfSessionQuerySet)

    class Meta:
        verbose_name = gettext_lazy("主席团成员")
        ordering = ["delegate__person__staff_no"]
        constraints = [
            models.UniqueConstraint(fields=["union", "session", "delegate"], name="congress_presidium_unique")
        ]

    def __str__(self) -> str:
        return str(self.delegate)
