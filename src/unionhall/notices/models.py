"""A message to one person, its way out of the house, and what the person chose."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.models import User
from unionhall.accounts.roles import in_office
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.kernel import clock
from unionhall.kernel.cipher import EncryptedTextField
from unionhall.notices import registry
from unionhall.notices.flow import State


class NoticeQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "NoticeQuerySet":
        """One's own, and nobody else's."""
        return self.filter(user=user)

    def unread(self) -> "NoticeQuerySet":
        """Not opened yet."""
        return self.filter(read_at=None)


class Notice(TenantModel):
    """One message in one person's inbox, worded in that person's language when it was written; its body is encrypted."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("收件人"))
    key = models.CharField(_("类别"), max_length=80)
    subject = models.CharField(_("标题"), max_length=120)
    body = EncryptedTextField(_("内容"), blank=True)
    url = models.CharField(max_length=300, blank=True)
    subject_type = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    is_confidential = models.BooleanField(_("保密"), default=False)
    at = models.DateTimeField(_("时间"), default=clock.now)
    read_at = models.DateTimeField(_("阅读时间"), null=True)

    objects = tenant_manager(NoticeQuerySet)

    class Meta:
        verbose_name = _("通知")
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["union", "user", "-at"], name="notice_inbox"),
            models.Index(fields=["union", "user"], condition=models.Q(read_at__isnull=True), name="notice_unread"),
        ]

    def __str__(self) -> str:
        return self.subject


class DeliveryQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "DeliveryQuerySet":
        """The office watches what goes out; a confidential message is nobody's to watch."""
        return self.filter(notice__is_confidential=False) if in_office(user) else self.none()

    def due(self) -> "DeliveryQuerySet":
        """Waiting, and their time has come."""
        return self.filter(state=State.WAITING, next_at__lte=clock.now())


class Delivery(TenantModel):
    """One e-mail that carries a notice out of the house: the outbox and its log."""

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="deliveries", verbose_name=_("通知"))
    state = models.CharField(_("状态"), max_length=8, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(_("已试次数"), default=0)
    next_at = models.DateTimeField(_("下次发送"))
    sent_at = models.DateTimeField(_("发出时间"), null=True)
    error = models.CharField(_("失败原因"), max_length=200, blank=True)

    objects = tenant_manager(DeliveryQuerySet)

    class Meta:
        verbose_name = _("邮件")
        ordering = ["-next_at", "-id"]
        indexes = [
            models.Index(fields=["union", "next_at"], condition=models.Q(state="waiting"), name="delivery_waiting")
        ]

    def __str__(self) -> str:
        return registry.label_of(self.notice.key)


class Preference(TenantModel):
    """How one person wants to be told; without a row: in the inbox only, and quiet at night."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    by_mail = models.BooleanField(_("同时发到我的电子邮箱"), default=False)
    quiet_at_night = models.BooleanField(_("夜间（22:00—7:00）不发邮件"), default=True)

    class Meta:
        verbose_name = _("通知方式")

    def __str__(self) -> str:
        return str(self.user)
