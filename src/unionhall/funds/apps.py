from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TOLD = ("own_subjects", "notices", "figures", "sentences", "search", "reminders", "printing", "desk")


class FundsConfig(AppConfig):
    name = "unionhall.funds"
    verbose_name = _("经费")

    def ready(self) -> None:
        """Tell the engines about its own records, notices, clocks, figures, sentences, papers and the pages of this module."""
        for told in TOLD:
            import_module(f"{self.name}.{told}")
