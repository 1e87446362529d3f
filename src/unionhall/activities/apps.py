from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TOLD = ("notices", "figures", "sentences", "search", "costs", "desk")


class ActivitiesConfig(AppConfig):
    name = "unionhall.activities"
    verbose_name = _("活动")

    def ready(self) -> None:
        """Tell the engines about notices, figures, sentences, what can be found, what money is asked for, and the home pages."""
        for told in TOLD:
            import_module(f"{self.name}.{told}")
        import_module(f"{self.name}.desk").furnish()
