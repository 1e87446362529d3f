"""The measurements on one database, in the order in which their data grows; prints one JSON line for each."""

import sys
from importlib import import_module

import django

PARTS = ["roster", "doors", "hall", "papers", "gifts", "lists", "book", "payments"]


def main() -> None:
    django.setup()
    from django.core.management import call_command  # only once Django is set up

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    for part in sys.argv[1:] or PARTS:
        for measure in import_module(f"bench.{part}").measures():
            measure.tell()


if __name__ == "__main__":
    main()
