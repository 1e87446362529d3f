from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FiguresConfig(AppConfig):
    name = "unionhall.figures"
    verbose_name = _("数据")

    def ready(self) -> None:
        from unionhall.figures.kinds import reads_figures  # models are loaded only now
        from unionhall.pages import nav

        nav.room("年", _("数据清单"), "figures.list", who=reads_figures, icon="chart-bar", rank=5)
