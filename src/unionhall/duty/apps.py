from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DutyConfig(AppConfig):
    name = "unionhall.duty"
    verbose_name = _("述职")

    def ready(self) -> None:
        from unionhall.duty.permissions import may_list  # models are loaded only now
        from unionhall.pages import nav

        nav.room("年", _("述职报告"), "duty.list", who=may_list, icon="file-text")
        nav.room("年", _("核对一段文字"), "duty.check_any", who=may_list, icon="list-check")
