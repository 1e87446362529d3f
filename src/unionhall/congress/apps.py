"""Terms, delegates, sessions, quorum, agenda and resolutions of the two congresses."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TOLD = ("notices", "figures", "sentences", "search", "reminders", "printing", "votes")


class CongressConfig(AppConfig):
    name = "unionhall.congress"
    verbose_name = _("代表大会")

    def ready(self) -> None:
        """Tell the engines about notices, figures, sentences, papers and reminders; and who is a delegate."""
        for told in TOLD:
            import_module(f"{self.name}.{told}")
        roles = import_module("unionhall.accounts.roles")
        grants = import_module(f"{self.name}.selectors").grants
        roles.grants_from(grants, roles.Role.DELEGATE, roles.Role.DELEGATION_HEAD)
        import_module(f"{self.name}.desk").furnish()
