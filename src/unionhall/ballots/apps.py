from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BallotsConfig(AppConfig):
    name = "unionhall.ballots"
    verbose_name = _("投票")

    def ready(self) -> None:
        """Tell the engines about notices, figures, sentences and the home pages."""
        import_module(f"{self.name}.notices")
        import_module(f"{self.name}.figures")
        import_module(f"{self.name}.sentences")
        import_module(f"{self.name}.desk").furnish()
