from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class NoticesConfig(AppConfig):
    name = "unionhall.notices"
    verbose_name = "通知"

    def ready(self) -> None:
        from unionhall.accounts.roles import in_office  # all need the app registry
        from unionhall.notices import delivery  # noqa: F401  registers its round
        from unionhall.pages import history, nav

        autodiscover_modules("notices")
        history.says("notices.prefer", _("选择通知方式"))
        nav.room("文", _("邮件记录"), "notices.outbox.list", who=in_office, icon="bell")
