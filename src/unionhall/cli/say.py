"""How a command speaks: results on stdout, one sentence on stderr when it could not do what was asked."""

import json
import sys
from decimal import Decimal
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder


class Failure(Exception):
    """What was asked was not done; the text is the sentence the user reads."""


def say(text: object = "") -> None:
    """One line of the result."""
    sys.stdout.write(f"{text}\n")


class _Numbers(DjangoJSONEncoder):
    """Amounts and shares as JSON numbers, not as text."""

    def default(self, o: object) -> object:
        if isinstance(o, Decimal):
            return int(o) if o == o.to_integral_value() else float(o)
        return super().default(o)


def say_json(value: Any) -> None:
    """The result for another program."""
    say(json.dumps(value, ensure_ascii=False, indent=2, cls=_Numbers))


def complain(text: str) -> None:
    """Why it was not done."""
    sys.stderr.write(text.rstrip("\n") + "\n")
