"""How tokens look in a text box: `[[1 参加人次（职工运动会）]]` instead of keys and dates.

What stands between the brackets is a face, not the token: an altered face matches no token and is refused, so a figure
cannot be typed over even in the raw text.
"""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from unionhall.accounts.models import Union
from unionhall.duty.language import in_chinese
from unionhall.figures.tokens import TOKEN, BadToken, Token, parse, parts, tokens_in


@in_chinese()
def face(number: int, token: Token, union: Union) -> str:
    """What a token looks like as the number-th of its paragraph."""
    reading = token.reading(union)
    about = f"（{reading.about}）" if reading.about else ""
    return f"{number} {reading.label}{about}".replace("[", "［").replace("]", "］")


def masked(text: str, union: Union) -> str:
    """A text as it stands in the box."""
    number, shown = 0, ""
    for part in parts(text):
        number += isinstance(part, Token)
        shown += part if isinstance(part, str) else f"[[{face(number, part, union)}]]"
    return shown


def unmasked(text: str, tokens: Sequence[str], union: Union) -> str:
    """The text again, each face replaced by its token; raises BadToken for a face that was altered or names no token."""
    known = {face(number, parse(token), union): token for number, token in enumerate(tokens, 1)}

    def token_of(inner: str) -> str:
        if inner.strip() in known:
            return known[inner.strip()]
        if inner.split() and "=" not in inner:
            raise BadToken(
                _("数据标记“[[%(face)s]]”被改动过。数据不能直接改写，请删去后从清单里另选。") % {"face": inner}
            )
        return str(parse(inner))

    return TOKEN.sub(lambda match: token_of(match.group(1)), text)


def tokens_of(text: str) -> list[str]:
    """The tokens of a text as the box's form carries them."""
    return [str(token) for token in tokens_in(text)]
