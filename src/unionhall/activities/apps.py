from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ActivitiesConfig(AppConfig):
    name = "unionhall.activities"
    verbose_name = _("活动")

    def ready(self) -> None:
        """Tell the engines about notices, figures, sentences and what can be found."""
        for told in ("notices",):
            import_module(f"{self.name}.{told}")
