from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

SAYINGS = {
    "accounts.sign_in": _("登录"),
    "accounts.sign_out": _("退出"),
    "accounts.lock_out": _("多次输错，暂时锁定"),
    "accounts.issue_code": _("发出激活码"),
    "accounts.activate": _("用激活码设置密码"),
    "accounts.change_password": _("修改密码"),
    "accounts.enrol_second_factor": _("绑定手机动态码"),
    "accounts.use_recovery_code": _("用备用码登录"),
    "accounts.remove_second_factor": _("解除手机绑定"),
    "accounts.disable": _("停用账号"),
    "accounts.enable": _("启用账号"),
    "accounts.unlock": _("解除锁定"),
    "accounts.choose": _("选择语言或字号"),
    "accounts.found": _("建立工会"),
    "read": _("查阅"),
    "export": _("导出"),
}


class AccessConfig(AppConfig):
    name = "unionhall.access"
    verbose_name = _("登录与账号")

    def ready(self) -> None:
        """Hear who is locked out, put words to our acts, and take our places in the rooms."""
        from unionhall.access import listeners  # noqa: F401  models exist only now
        from unionhall.access.permissions import may_see_users
        from unionhall.accounts.roles import is_administrator
        from unionhall.audit.permissions import may_read_trail
        from unionhall.pages import history, nav

        for verb, saying in SAYINGS.items():
            history.says(verb, saying)
        nav.room("人", _("账号"), "accounts.users.list", who=may_see_users, rank=9)
        nav.room("人", _("发放激活码"), "accounts.slips", who=may_see_users, rank=9)
        nav.room("文", _("审计记录"), "audit.list", who=may_read_trail, rank=9)
        nav.landing("accounts.users.list", who=is_administrator, label=_("账号"))
