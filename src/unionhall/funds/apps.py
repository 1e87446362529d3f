from importlib import import_module
from importlib.util import find_spec

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TOLD = ("rulebook_entries", "own_subjects", "notices", "figures", "sentences", "search", "reminders", "printing")


class FundsConfig(AppConfig):
    name = "unionhall.funds"
    verbose_name = _("经费")

    def ready(self) -> None:
        """Tell the engines about rules, notices, clocks, figures, sentences, papers and the pages of this module."""
        for told in (*TOLD, "desk"):
            if find_spec(f"{self.name}.{told}"):
                import_module(f"{self.name}.{told}")
