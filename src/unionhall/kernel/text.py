"""Small tools for text people type: folding full-width input, masking what not everyone may read."""

import unicodedata

from django.utils.translation import gettext as _


def folded(text: object) -> str:
    """Text as it was meant: full-width digits and letters made narrow, odd spaces made plain, ends trimmed."""
    return unicodedata.normalize("NFKC", str(text)).replace("\u3000", " ").strip()


def squeezed(text: object) -> str:
    """Folded text without any white space: how names and headers are compared (`姓 名` is `姓名`)."""
    return "".join(folded(text).split())


def masked_id(number: str) -> str:
    """`1101**********0012`: enough of an identity number to recognise, not enough to use (PRI-06)."""
    return masked(number, head=4, tail=4)


def masked_phone(number: str) -> str:
    """`138****5678`."""
    return masked(number, head=3, tail=4)


def masked_name(name: str) -> str:
    """`王某`: the family name alone, as people may be told of who did not agree to more (PRI-06)."""
    return _("%(family)s某") % {"family": name[:1]}


def masked(text: str, *, head: int, tail: int) -> str:
    """Text with all but `head` first and `tail` last characters replaced; short text is hidden whole."""
    if len(text) <= head + tail:
        return "*" * len(text)
    return text[:head] + "*" * (len(text) - head - tail) + (text[-tail:] if tail else "")
