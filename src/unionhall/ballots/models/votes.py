"""What was voted, way by way. A secret answer and who gave one are two tables that share nothing but the poll."""

from typing import Any
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.ballots.models.poll import Option, Poll, Question
from unionhall.ballots.models.roll import RollEntry
from unionhall.kernel import clock


class NobodysQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "NobodysQuerySet":
        """Nobody's to read row by row: only the result of the whole poll is shown."""
        return self.none()


class NamedVoteQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "NamedVoteQuerySet":
        """One's own; all of them in the polls one may see once those are over, since a named vote is public."""
        over = Poll.objects.visible_to(user).filter(state__in=["resulted", "pending"])
        return self.filter(models.Q(entry__user_id=user.pk) | models.Q(poll__in=over))


class NamedVote(TenantModel):
    """One voter's open vote. `tap` is the form it came by: the same form again is the same vote."""

    poll = models.ForeignKey(Poll, models.PROTECT, related_name="named_votes", verbose_name=_("表决"))
    entry = models.ForeignKey(RollEntry, models.PROTECT, related_name="named_votes", verbose_name=_("投票人"))
    option = models.ForeignKey(Option, models.PROTECT, related_name="+", verbose_name=_("选择"))
    tap = models.CharField(max_length=40, blank=True, editable=False)
    cast_at = models.DateTimeField(_("投票时间"), default=clock.now)

    objects = tenant_manager(NamedVoteQuerySet)

    class Meta:
        verbose_name = _("记名投票")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["union", "poll", "entry"], name="named_vote_once")]

    def __str__(self) -> str:
        return f"{self.entry} {self.option}"


class Turnout(TenantModel):
    """That a voter took part in a secret poll: no time, a random key, and nothing of what was answered.

    `tap` is the digest of the form by which it came, kept until closing.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    poll = models.ForeignKey(Poll, models.PROTECT, related_name="turnouts")
    entry = models.ForeignKey(RollEntry, models.PROTECT, related_name="turnouts")
    tap = models.CharField(max_length=64, blank=True, editable=False)

    objects = tenant_manager(NobodysQuerySet)

    class Meta:
        verbose_name = _("已投票")
        constraints = [models.UniqueConstraint(fields=["union", "poll", "entry"], name="turnout_once")]

    def __str__(self) -> str:
        return str(self.pk)


class Paper(TenantModel):
    """One secret answer to one question: no voter, no time, a random key. Answers of one voter are not kept together.

    `marks` are the ids of the options chosen, sorted. At closing all papers of a poll are written anew, sorted by
    content, since the hidden order of rows would tell who wrote which.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    poll = models.ForeignKey(Poll, models.PROTECT, related_name="papers")
    question = models.ForeignKey(Question, models.PROTECT, related_name="papers")
    marks = models.JSONField(default=list)
    words = models.TextField(_("意见"), blank=True)

    objects = tenant_manager(NobodysQuerySet)

    class Meta:
        verbose_name = _("匿名答卷")

    def __str__(self) -> str:
        return str(self.pk)
