"""What the engine itself remembers: views users saved, forms already acted on, imports and exports."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel
from unionhall.kernel import cipher, clock
from unionhall.kernel.cipher import EncryptedTextField


class SavedView(TenantModel):
    """A list as one user likes it: filters, order and columns under a name, as the query string of its address."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    page = models.CharField(max_length=80)
    name = models.CharField(_("名称"), max_length=30)
    query = models.TextField(blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["union", "user", "page", "name"], name="saved_view_unique")]

    def __str__(self) -> str:
        return self.name


class Receipt(TenantModel):
    """A form that was acted on, by its one-time key: sent twice, it acts once and leads to the same place."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key = models.CharField(max_length=40)
    led_to = models.TextField(blank=True)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["union", "user", "key"], name="receipt_key_unique")]

    def __str__(self) -> str:
        return self.key


class Download(TenantModel):
    """A large export made in the background, for the one user who asked; encrypted, and dropped after some days."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    page = models.CharField(max_length=80)
    file_name = models.CharField(max_length=120)
    sealed = models.BinaryField()
    made_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return self.file_name

    @property
    def content(self) -> bytes:
        """The workbook."""
        return cipher.unseal(self.sealed, "pages_download.sealed")

    @content.setter
    def content(self, content: bytes) -> None:
        self.sealed = cipher.seal(content, "pages_download.sealed")


class ImportState(models.TextChoices):
    UPLOADED = "uploaded", _("已上传")
    PREVIEWED = "previewed", _("待确认")
    APPLIED = "applied", _("已导入")


class ImportRun(TenantModel):
    """One import under way: the uploaded file, how its columns are understood, what it would do and what it did.

    The file and the lines hold personal data: both are encrypted, and the file is gone once it is applied.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("经办人"))
    page = models.CharField(max_length=80)
    target = models.UUIDField(null=True)  # the record the rows belong to, if they do
    state = models.CharField(_("状态"), max_length=10, choices=ImportState, default=ImportState.UPLOADED)
    file_name = models.CharField(_("文件"), max_length=120)
    sealed = models.BinaryField(blank=True)
    sheet = models.PositiveSmallIntegerField(default=0)
    header = models.PositiveIntegerField(default=0)
    mapping = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    lines = EncryptedTextField(blank=True)
    uploaded_at = models.DateTimeField(_("上传时间"), default=clock.now)
    applied_at = models.DateTimeField(_("导入时间"), null=True)

    class Meta:
        verbose_name = _("导入")
        ordering = ["-uploaded_at"]

    def __str__(self) -> str:
        return self.file_name

    @property
    def content(self) -> bytes:
        """The uploaded file."""
        return cipher.unseal(self.sealed, "pages_importrun.sealed")

    @content.setter
    def content(self, content: bytes) -> None:
        self.sealed = cipher.seal(content, "pages_importrun.sealed")
