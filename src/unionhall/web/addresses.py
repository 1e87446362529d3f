"""The addresses of the house as a tree: finding a page tries the first words, then those that begin with them."""

import re
from collections.abc import Iterable

from django.urls import URLPattern, URLResolver, include, path

FIRST_WORDS = re.compile(r"(?:[^<>/]+/){0,2}")


def by_first_words(patterns: Iterable[URLPattern]) -> list[URLResolver]:
    """The same addresses under their first two words (`office/people/`); those that begin alike keep their order."""
    groups: dict[str, list[URLPattern]] = {}
    for pattern in patterns:
        route = str(pattern.pattern)
        words = FIRST_WORDS.findall(route)[0]
        rest = path(route.removeprefix(words), pattern.callback, pattern.default_args, pattern.name)
        groups.setdefault(words, []).append(rest)
    return [path(words, include(group)) for words, group in groups.items()]
