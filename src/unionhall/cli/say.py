"""How a command speaks: results on stdout, one sentence on stderr when it could not do what was asked."""
import json
import sys
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder


class Failure(Exception):
    """What was asked was not done; the text is the sentence the user reads."""


def say(text: object = "") -> None:
    """One line of the result."""
    sys.stdout.write(f"{text}\n")


def say_json(value: Any) -> None:
    """The result for another program."""
    say(json.dumps(value, ensure_ascii=False, indent=2, cls=DjangoJSONEncoder))


def complain(text: str) -> None:
    """Why it was not done."""
    sys.stderr.write(text.rstrip("\n") + "\n")
