"""Django's own command, creating each table with its indexes and constraints."""

from django.core.management.commands import makemigrations

from unionhall.accounts.management.gathered import Autodetector


class Command(makemigrations.Command):
    """Makes migrations."""

    autodetector = Autodetector
