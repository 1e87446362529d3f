"""What a session has before it: items, their papers, what the delegations said of them."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Min, Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.ballots.flow import State as PollState
from unionhall.ballots.models import Poll, Result
from unionhall.congress import permissions
from unionhall.congress.flow import ItemState
from unionhall.congress.models.delegate import Delegate, Delegation
from unionhall.congress.models.session import OfSessionQuerySet, PresidiumMember, Session
from unionhall.congress.rules.powers import NEEDS, PaperKind, Power, VoteKind
from unionhall.kernel import clock


class ItemQuerySet(OfSessionQuerySet):
    def heard(self) -> Self:
        """Those whose report was heard."""
        return self.filter(state=ItemState.HEARD)


class AgendaItem(TenantModel):
    """One matter before one session, under one of the congress's powers; `entitled` and `present` as it was called."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="items", verbose_name=_("会议"))
    position = models.PositiveSmallIntegerField(_("序号"))
    title = models.CharField(_("议题"), max_length=100)
    power = models.CharField(_("职权类型"), max_length=10, choices=Power)
    presenter = models.CharField(_("报告人"), max_length=60, blank=True)
    state = models.CharField(_("状态"), max_length=10, choices=ItemState, default=ItemState.PLANNED, editable=False)
    entitled = models.PositiveIntegerField(_("应到"), null=True, editable=False)
    present = models.PositiveIntegerField(_("实到"), null=True, editable=False)

    objects = tenant_manager(ItemQuerySet)

    class Meta:
        verbose_name = _("议题")
        ordering = ["session", "position"]
        constraints = [
            models.UniqueConstraint(fields=["union", "session", "position"], name="congress_item_position"),
            models.UniqueConstraint(
                fields=["union", "session"], condition=Q(state=ItemState.CALLED), name="congress_one_item_called"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def vote(self) -> str:
        """The vote it must end in, in words."""
        return str(VoteKind(NEEDS[self.power].vote).label)

    def given_on(self) -> dict[str, date]:
        """The kinds of paper delegates have on it, with the day each was first given out."""
        first = self.papers.order_by().values("kind").annotate(first=Min("given_on"))
        return dict(first.values_list("kind", "first"))

    def is_resolved(self) -> bool:
        """Whether the congress resolved on it."""
        return hasattr(self, "resolution")

    def latest_poll(self) -> Poll | None:
        """The vote on it, or the last round of several; None while nobody was asked."""
        polls = Poll.objects.about(self).exclude(state__in=[PollState.VOID, PollState.WITHDRAWN])
        return polls.select_related("result").order_by("-round", "-number").first()

    def poll_under_way(self) -> bool:
        """Whether a vote on it is prepared, open or not yet declared."""
        poll = self.latest_poll()
        return poll is not None and not poll.is_over

    def verdict(self) -> Result | None:
        """What a vote on it came to; None as long as there is none, or an election left seats empty."""
        poll = self.latest_poll()
        result = getattr(poll, "result", None) if poll and poll.is_over else None
        return None if result is None or result.problem or result.missing else result


class OfItemQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """Those of the items one may see."""
        return self.filter(item__in=AgendaItem.objects.visible_to(user))


class Paper(TenantModel):
    """A paper delegates have before them since `given_on`; its file is attached to the item."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="papers", verbose_name=_("议题"))
    kind = models.CharField(_("材料"), max_length=12, choices=PaperKind)
    title = models.CharField(_("名称"), max_length=100)
    text = models.TextField(_("正文"), blank=True)
    given_on = models.DateField(_("送交代表日期"), default=clock.today)

    objects = tenant_manager(OfItemQuerySet)

    class Meta:
        verbose_name = _("会议材料")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.title


class NoteQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """All for the office and, of their session, for the presidium; for a delegate what their own delegation said."""
        if permissions.sees_persons(user):
            return self
        own = Delegate.objects.filter(person__user=user.pk).values("delegation")
        presided = PresidiumMember.objects.filter(delegate__person__user=user.pk).values("session")
        return self.filter(Q(delegation__in=own) | Q(item__session__in=presided))


class DiscussionNote(TenantModel):
    """What one delegation said of one item (CON-16)."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="notes", verbose_name=_("议题"))
    delegation = models.ForeignKey(Delegation, models.PROTECT, related_name="notes", verbose_name=_("代表团"))
    text = models.TextField(_("讨论意见"))

    objects = tenant_manager(NoteQuerySet)

    class Meta:
        verbose_name = _("讨论意见")
        ordering = ["item__position", "delegation__name"]
        constraints = [models.UniqueConstraint(fields=["union", "item", "delegation"], name="congress_note_unique")]

    def __str__(self) -> str:
        return f"{self.item}：{self.delegation}"
