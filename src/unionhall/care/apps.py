from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TOLD = ("notices", "secrecy", "funded", "printing", "figures", "sentences", "search")


class CareConfig(AppConfig):
    name = "unionhall.care"
    verbose_name = _("关爱")

    def ready(self) -> None:
        """Tell the engines about notices, figures, sentences, papers, what can be found and the home pages."""
        for told in TOLD:
            import_module(f"{self.name}.{told}")
        import_module(f"{self.name}.desk").furnish()
