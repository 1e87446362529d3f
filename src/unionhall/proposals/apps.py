"""Proposals of the staff congress' delegates, from the call for them to what was done."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from unionhall.congress import referrals

TOLD = ("notices", "figures", "sentences", "search", "reminders", "printing")


class ProposalsConfig(AppConfig):
    name = "unionhall.proposals"
    verbose_name = _("提案")

    def ready(self) -> None:
        """Tell the engines about rules, notices, clocks, figures, sentences, papers and the pages of this module."""
        for told in TOLD:
            import_module(f"{self.name}.{told}")
        import_module(f"{self.name}.desk").furnish()
        referrals.take(import_module(f"{self.name}.services").draft_of)
