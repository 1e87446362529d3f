"""Django's own command, looking for changes as `makemigrations` does and drawing each table alone."""

from typing import Any

from django.core.management.commands import migrate

from unionhall.accounts.management.drawing import drawn_alone
from unionhall.accounts.management.gathered import Autodetector


class Command(migrate.Command):
    """Brings the database to the present tables."""

    autodetector = Autodetector

    def handle(self, *args: Any, **options: Any) -> None:
        with drawn_alone():
            super().handle(*args, **options)
