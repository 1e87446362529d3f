from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

VERBS = {
    "create": _("起草"),
    "write": _("改写一段"),
    "add": _("加一段"),
    "move": _("移动一段"),
    "remove": _("删去一段"),
    "describe": _("改标题和称谓"),
    "note": _("写明理由"),
}


class DutyConfig(AppConfig):
    name = "unionhall.duty"
    verbose_name = _("述职")

    def ready(self) -> None:
        from unionhall.duty.permissions import may_list  # models are loaded only now
        from unionhall.pages import history, nav

        nav.room("年", _("述职报告"), "duty.list", who=may_list, icon="file-text")
        nav.room("年", _("核对一段文字"), "duty.check_any", who=may_list, icon="list-check")
        for verb, label in VERBS.items():
            history.says(f"duty.{verb}", label)
