"""The result sheet: every number, the rule's text, and what follows. It can be worked out again from the votes."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.ballots.models.poll import Option, Poll
from unionhall.ballots.rules import Counts
from unionhall.kernel import clock


class ResultQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "ResultQuerySet":
        """Those of the polls one may see; where the result is not published, the office's alone."""
        shown = Poll.objects.visible_to(user)
        return self.filter(poll__in=shown if in_office(user) else shown.filter(shows_result=True))


class Result(TenantModel):
    """What a poll came to. `carried` for decisions, `missing` seats for elections; void papers have a `problem`.

    A secret poll with too few answers `is_withheld`: its lines are not written, for good.
    """

    poll = models.OneToOneField(Poll, models.PROTECT, related_name="result", verbose_name=_("表决"))
    entitled = models.PositiveIntegerField(_("应到"))
    present = models.PositiveIntegerField(_("实到"))
    issued = models.PositiveIntegerField(_("发出"))
    collected = models.PositiveIntegerField(_("收回"))
    valid = models.PositiveIntegerField(_("有效"))
    needed = models.PositiveIntegerField(_("通过所需赞成票"), null=True)
    carried = models.BooleanField(_("是否通过"), null=True)
    missing = models.PositiveSmallIntegerField(_("空缺名额"), default=0)
    is_withheld = models.BooleanField(_("人数过少不公布"), default=False)
    problem = models.CharField(_("无效原因"), max_length=200, blank=True)
    declared_at = models.DateTimeField(_("宣布时间"), default=clock.now)

    objects = tenant_manager(ResultQuerySet)

    class Meta:
        verbose_name = _("表决结果")
        ordering = ["-declared_at", "-id"]

    def __str__(self) -> str:
        return str(self.poll)

    @property
    def counts(self) -> Counts:
        """The five numbers."""
        return Counts(self.entitled, self.present, self.issued, self.collected, self.valid)

    @property
    def invalid(self) -> int:
        """Papers that count for nobody."""
        return self.collected - self.valid


class ResultLineQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "ResultLineQuerySet":
        """Those of the results one may see."""
        return self.filter(result__in=Result.objects.visible_to(user))


class ResultLine(TenantModel):
    """The votes for one option."""

    result = models.ForeignKey(Result, models.CASCADE, related_name="lines", verbose_name=_("表决结果"))
    option = models.OneToOneField(Option, models.PROTECT, related_name="line", verbose_name=_("选项"))
    votes = models.PositiveIntegerField(_("票数"))
    is_elected = models.BooleanField(_("当选"), default=False)
    is_tied = models.BooleanField(_("同票"), default=False)

    objects = tenant_manager(ResultLineQuerySet)

    class Meta:
        verbose_name = _("得票")
        ordering = ["option__question__position", "option__position"]

    def __str__(self) -> str:
        return f"{self.option} {self.votes}"
