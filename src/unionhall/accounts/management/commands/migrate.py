"""Django's own command, looking for changes as `makemigrations` does."""

from django.core.management.commands import migrate

from unionhall.accounts.management.gathered import Autodetector


class Command(migrate.Command):
    """Brings the database to the present tables."""

    autodetector = Autodetector
