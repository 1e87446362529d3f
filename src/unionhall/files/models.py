"""What is attached to records, and the templates a union put in the place of the product's."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.kernel import clock

is_digest = RegexValidator(r"^[0-9a-f]{64}$")


class AttachmentQuerySet(models.QuerySet):
    def of(self, record: models.Model) -> "AttachmentQuerySet":
        """What is attached to one record now, oldest first."""
        return self.filter(subject_type=record._meta.label_lower, subject_id=record.pk, removed_at=None)


class Attachment(TenantModel):
    """One file of one record. Who may see the record may have the file; content is stored by its digest."""

    subject_type = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    name = models.CharField(_("文件名"), max_length=200)
    media_type = models.CharField(_("类型"), max_length=100)
    size = models.PositiveBigIntegerField(_("字节数"))
    sha256 = models.CharField(max_length=64, validators=[is_digest])
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("上传人"))
    at = models.DateTimeField(_("上传时间"), default=clock.now)
    removed_at = models.DateTimeField(_("移除时间"), null=True)

    objects = tenant_manager(AttachmentQuerySet)

    class Meta:
        verbose_name = _("附件")
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["union", "subject_type", "subject_id"], name="attachment_subject")]

    def __str__(self) -> str:
        return self.name


class FormTemplate(TenantModel):
    """One decision which template a form is printed from; the newest counts. An empty digest is the product's own."""

    key = models.CharField(_("表样"), max_length=80)
    name = models.CharField(_("文件名"), max_length=200, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, validators=[is_digest])
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("经办人"))
    at = models.DateTimeField(_("时间"), default=clock.now)

    class Meta:
        verbose_name = _("打印表样")
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["union", "key", "-at"], name="form_template_newest")]

    def __str__(self) -> str:
        return self.key
