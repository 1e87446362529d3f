"""One piece of background work and how far it has come."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.models import User
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.kernel import clock


class State(models.TextChoices):
    QUEUED = "queued", _("等待办理")
    RUNNING = "running", _("正在办理")
    DONE = "done", _("已办完")
    FAILED = "failed", _("未办成")
    CANCELLED = "cancelled", _("已取消")


UNFINISHED = (State.QUEUED, State.RUNNING)


class JobQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "JobQuerySet":
        """The jobs a user started: nobody else has business with them."""
        return self.filter(requested_by=user)


class Job(TenantModel):
    """One run of a registered job: asked for by somebody, done by a worker, at least once."""

    key = models.CharField(max_length=60)
    label = models.CharField(_("事项"), max_length=120)
    arguments = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    state = models.CharField(_("状态"), max_length=10, choices=State, default=State.QUEUED)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    text = models.CharField(max_length=200, blank=True)
    result = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    error = models.TextField(blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    runner = models.CharField(max_length=120, blank=True)  # host:pid of the process at work
    created_at = models.DateTimeField(default=clock.now)
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects = tenant_manager(JobQuerySet)

    class Meta:
        verbose_name = _("后台任务")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.label

    @property
    def is_finished(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.state not in UNFINISHED
