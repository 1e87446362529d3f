"""What the tellers counted, each alone."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.ballots.flow import VOTED
from unionhall.ballots.models.poll import Option, Poll
from unionhall.ballots.models.roll import Teller
from unionhall.kernel import clock


class TellerCountQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "TellerCountQuerySet":
        """A teller's own; those of polls one may see once the result stands: no count is known before its time."""
        over = Poll.objects.visible_to(user).filter(state__in=VOTED)
        return self.filter(Q(teller__user_id=user.pk) | (Q(poll__in=over) if in_office(user) else Q(pk=None)))


class TellerCount(TenantModel):
    """One teller's count of a poll, never edited: counting again is a further `turn`, with its reason.

    A show of hands hands nothing out; then `issued`, `collected` and `valid` are empty.
    """

    poll = models.ForeignKey(Poll, models.PROTECT, related_name="counts", verbose_name=_("表决"))
    teller = models.ForeignKey(Teller, models.PROTECT, related_name="counts", verbose_name=_("监票人"))
    turn = models.PositiveSmallIntegerField(_("第几次"))
    issued = models.PositiveIntegerField(_("发出票"), null=True)
    collected = models.PositiveIntegerField(_("收回票"), null=True)
    valid = models.PositiveIntegerField(_("有效票"), null=True)
    reason = models.CharField(_("复核说明"), max_length=200, blank=True)
    counted_at = models.DateTimeField(_("录入时间"), default=clock.now)

    objects = tenant_manager(TellerCountQuerySet)

    class Meta:
        verbose_name = _("监票计数")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["union", "poll", "teller", "turn"], name="teller_count_unique"),
            models.CheckConstraint(
                name="teller_count_valid_collected", condition=Q(valid=None) | Q(valid__lte=F("collected"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.teller} {self.turn}"

    def numbers(self) -> tuple:
        """All that two counts have to agree in."""
        tallies = sorted((str(tally.option_id), tally.votes) for tally in self.tallies.all())
        return self.issued, self.collected, self.valid, tallies, sorted(self.written_in().items())

    def written_in(self) -> dict[str, int]:
        """The votes of those who were written in, by name."""
        return {other.name: other.votes for other in self.others.all()}


class TellerTallyQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "TellerTallyQuerySet":
        """Those of the counts one may see."""
        return self.filter(count__in=TellerCount.objects.visible_to(user))


class TellerTally(TenantModel):
    """The votes for one option in one teller's count."""

    count = models.ForeignKey(TellerCount, models.CASCADE, related_name="tallies")
    option = models.ForeignKey(Option, models.PROTECT, related_name="+", verbose_name=_("选项"))
    votes = models.PositiveIntegerField(_("票数"))

    objects = tenant_manager(TellerTallyQuerySet)

    class Meta:
        verbose_name = _("选项计数")
        constraints = [models.UniqueConstraint(fields=["union", "count", "option"], name="teller_tally_unique")]

    def __str__(self) -> str:
        return f"{self.option} {self.votes}"


class WriteInQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "WriteInQuerySet":
        """Those of the counts one may see."""
        return self.filter(count__in=TellerCount.objects.visible_to(user))


class WriteIn(TenantModel):
    """Somebody written in on election papers (另选他人), with the votes, in one teller's count."""

    count = models.ForeignKey(TellerCount, models.CASCADE, related_name="others")
    name = models.CharField(_("姓名"), max_length=60)
    votes = models.PositiveIntegerField(_("票数"))

    objects = tenant_manager(WriteInQuerySet)

    class Meta:
        verbose_name = _("另选他人")
        ordering = ["-votes", "name"]
        constraints = [
            models.UniqueConstraint(fields=["union", "count", "name"], name="write_in_unique"),
            models.CheckConstraint(name="write_in_has_votes", condition=Q(votes__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.votes}"
