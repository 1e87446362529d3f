"""The union as tenant and its users."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel, current_union, tenant_manager
from unionhall.kernel import clock
from unionhall.kernel.cipher import EncryptedTextField
from unionhall.kernel.ids import uuid7


class Union(models.Model):
    """One grassroots union: the tenant. What it is beyond its name is kept in `people.Profile`."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.SlugField(_("代码"), max_length=32, unique=True)
    name = models.CharField(_("名称"), max_length=80)
    is_active = models.BooleanField(_("启用"), default=True)
    created_at = models.DateTimeField(_("建立时间"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("工会")
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager["User"]):
    """Accounts by user name, for signing in; inside a union use `User.in_union`."""

    def create_user(self, union: Union, staff_no: str, name: str, password: str | None = None, **fields: Any) -> "User":
        """An account of one union; without a password it opens only by activation code."""
        user = self.model(union=union, staff_no=staff_no, name=name, username=f"{union.code}-{staff_no}", **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """An account: one person's sign-in to one union, by staff number. Rights come from posts, never from here."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    union = models.ForeignKey(Union, models.PROTECT, related_name="+", verbose_name=_("工会"))
    staff_no = models.CharField(_("工号"), max_length=32)
    username = models.CharField(max_length=72, unique=True, editable=False)
    name = models.CharField(_("姓名"), max_length=60)
    email = models.EmailField(_("电子邮箱"), blank=True)
    is_active = models.BooleanField(_("启用"), default=True)
    is_administrator = models.BooleanField(_("系统管理员"), default=False)
    is_system = models.BooleanField(default=False, editable=False)
    language = models.CharField(_("语言"), max_length=10, default="zh-hans")
    large_type = models.BooleanField(_("大字"), default=False)
    totp_secret = EncryptedTextField(blank=True, editable=False)
    totp_last_step = models.BigIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(default=clock.now, editable=False)

    of_request: dict[str, Any] | None = (
        None  # what was looked up about who sent a request, for its length; None elsewhere
    )

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: list[str] = []
    objects = UserManager()
    in_union = tenant_manager()

    class Meta:
        verbose_name = _("账号")
        constraints = [models.UniqueConstraint(fields=["union", "staff_no"], name="user_staff_no_unique")]

    def __str__(self) -> str:
        return self.name


class Counter(TenantModel):
    """The last serial number given out under a key, such as `proposals:3-2-YL`; see `numbering.next_number`."""

    key = models.CharField(max_length=80)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["union", "key"], name="counter_key_unique")]

    def __str__(self) -> str:
        return self.key


def system_user() -> User:
    """The named user under whom timers, imports from the command line and the demo act in the union in scope."""
    union = current_union()
    user = User.objects.filter(union=union, is_system=True).first()
    return user or User.objects.create_user(union, "system", str(_("系统")), is_system=True)
