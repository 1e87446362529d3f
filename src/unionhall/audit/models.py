"""What happened, and the chain that shows whether it was touched since."""

from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.kernel import clock
from unionhall.kernel.cipher import EncryptedTextField


class Kind(models.TextChoices):
    CHANGE = "change", _("变更")
    READ = "read", _("查阅")
    EXPORT = "export", _("导出")


class Block(TenantModel):
    """Some events sealed together. `manifest` names each by id and digest; `digest` covers it and the block before."""

    number = models.PositiveIntegerField()
    manifest = models.TextField()
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    sealed_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["union", "number"], name="block_number_unique")]
        ordering = ["number"]

    def __str__(self) -> str:
        return f"#{self.number}"


class EventQuerySet(models.QuerySet):
    def about(self, record: models.Model) -> "EventQuerySet":
        """What happened to one record, newest first."""
        return self.filter(subject_type=record._meta.label_lower, subject_id=record.pk).order_by("-at", "-id")

    def concerning(self, person_id: Any) -> "EventQuerySet":
        """What was done with one person's data, newest first: shown to that person."""
        return self.filter(concerns=person_id).order_by("-at", "-id")


class Event(TenantModel):
    """One act on one record. Written once; only `block` is filled in later, by the sealer.

    Why somebody in hardship was refused, or an event is untrue, is said in words: the reason is encrypted (PRI-04).
    """

    at = models.DateTimeField(_("时间"), default=clock.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("经办人"))
    kind = models.CharField(_("性质"), max_length=8, choices=Kind, default=Kind.CHANGE)
    verb = models.CharField(_("动作"), max_length=60)
    subject_type = models.CharField(max_length=60)
    subject_id = models.UUIDField(null=True)
    subject_label = models.CharField(_("对象"), max_length=120)
    concerns = models.UUIDField(null=True)
    before = models.JSONField(_("变更前"), default=dict, encoder=DjangoJSONEncoder)
    after = models.JSONField(_("变更后"), default=dict, encoder=DjangoJSONEncoder)
    reason = EncryptedTextField(_("理由"), blank=True)
    block = models.ForeignKey(Block, models.PROTECT, null=True, related_name="events", editable=False)

    objects = tenant_manager(EventQuerySet)

    class Meta:
        verbose_name = _("审计记录")
        indexes = [
            models.Index(fields=["union", "at"]),
            models.Index(fields=["union", "subject_type", "subject_id"]),
            models.Index(
                fields=["union", "concerns"], condition=models.Q(concerns__isnull=False), name="event_concerns"
            ),
            models.Index(fields=["union"], condition=models.Q(block__isnull=True), name="event_unsealed"),
        ]

    def __str__(self) -> str:
        return self.verb  # not the record's name: not every reader of the trail may know it

    @property
    def what(self) -> str:
        """What was read, in the reader's language; empty for a change."""
        kept = self.after.get("what", "")
        return gettext(kept) if kept else ""
