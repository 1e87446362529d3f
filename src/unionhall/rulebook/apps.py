from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class RulebookConfig(AppConfig):
    name = "unionhall.rulebook"
    verbose_name = "规则参数"

    def ready(self) -> None:
        from unionhall.accounts.roles import in_office  # all need the app registry
        from unionhall.pages import history, nav
        from unionhall.rulebook import defaults  # noqa: F401  declares the defaults

        autodiscover_modules("rulebook_entries")
        history.says("rulebook.amend", _("修改规则取值"))
        nav.room("文", _("规则参数"), "rulebook.list", who=in_office, icon="clipboard-list")
