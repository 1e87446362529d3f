"""Text as the index keeps it: Chinese in overlapping pairs of characters, the rest as words.

Two characters are the commonest Chinese query, and no dictionary cuts names rightly; overlapping pairs answer any
substring of two or more exactly, and a lone last character makes single ones findable as a prefix.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise, product

from unionhall.kernel.cipher import blind_index
from unionhall.kernel.text import folded, squeezed

RUN = re.compile(r"[㐀-鿿豈-\ufaff\U00020000-\U000323af]+|[a-z0-9]+")
SHORTEST_SECRET = 4
# Letters both databases index and no query can hold, since RUN does not know them: what is marked by one is never hit by
# accident, nor by the beginning of a word somebody typed.
RARE, WHOLE, SECRET = "υ", "ω", "σ"
# fmt: off
# Readings a dictionary of common words gets wrong when the character is a surname; several where families differ.
SURNAMES = {
    "单": ["shan"], "仇": ["qiu"], "查": ["zha"], "解": ["xie"], "区": ["ou"], "朴": ["piao"], "曾": ["zeng"],
    "尉迟": ["yu chi"], "万俟": ["mo qi"], "长孙": ["zhang sun"], "澹台": ["tan tai"], "单于": ["chan yu"],
    "盖": ["ge", "gai"], "覃": ["qin", "tan"], "乐": ["yue", "le"], "翟": ["zhai", "di"], "召": ["shao"],
    "洗": ["xian"], "繁": ["po"], "员": ["yun"], "种": ["chong"], "重": ["chong"], "秘": ["bi"], "折": ["she"],
    "黑": ["he"], "缪": ["miao"], "宓": ["mi", "fu"], "阚": ["kan"], "郗": ["xi", "chi"], "牟": ["mu", "mou"],
    "卜": ["bu"], "隗": ["kui", "wei"], "祭": ["zhai"], "句": ["gou"], "薄": ["bo"], "谌": ["chen", "shen"],
    "郇": ["xun", "huan"], "都": ["du"], "能": ["nai"], "藏": ["zang"], "参": ["shen"], "佴": ["nai"],
}
# fmt: on


def runs(text: str) -> list[str]:
    """The searchable stretches of a text, lower case: each either all Chinese characters or all of a–z and 0–9."""
    return RUN.findall(folded(text).lower())


def tokens(text: str) -> Iterator[str]:
    """What one text puts into the index."""
    for run in runs(text):
        if run.isascii():
            yield run
        else:
            yield from pairs(run)
            yield _plain(run[-1])


def pairs(run: str) -> list[str]:
    """The overlapping pairs of a stretch of Chinese characters: 职工代 gives 职工 and 工代."""
    return [_plain(first) + _plain(second) for first, second in pairwise(run)]


def single(character: str) -> str:
    """One Chinese character as every pair that starts with it begins."""
    return _plain(character)


def _plain(character: str) -> str:
    """Characters newer than the databases' own tables, in a spelling that both take for letters."""
    return character if "㐀" <= character <= "\u9fcc" else f"{RARE}{ord(character):x}{RARE}"


def name_tokens(name: str) -> Iterator[str]:
    """Pinyin of a personal name: joined, by syllable, and its initials; every reading of the surname."""
    for syllables in readings(name):
        yield "".join(syllables)
        yield "".join(syllable[0] for syllable in syllables)
        yield from syllables


def readings(name: str) -> list[list[str]]:
    """The syllables of a Chinese name, once for each way its surname is read; none for other names."""
    han = "".join(run for run in runs(name) if not run.isascii())
    surname = next((han[:length] for length in (2, 1) if han[:length] in SURNAMES), "")
    given = _syllables(han[len(surname) :])
    ways = [way.split() + given for way in SURNAMES.get(surname, [""])]
    return [list(spelt) for way in ways if way for spelt in product(*map(_spellings, way))]


def _syllables(han: str) -> list[str]:
    from pypinyin import lazy_pinyin  # its tables take 0.25 s to load, which every command would pay

    return [syllable for syllable in lazy_pinyin(han, errors="ignore") if syllable]


def _spellings(syllable: str) -> list[str]:
    return [syllable, syllable.replace("v", "yu")] if "v" in syllable else [syllable]


def whole(text: str) -> str:
    """The token of a complete title, name or number, by which what was typed in full stands first."""
    return WHOLE + hashlib.sha256(squeezed(text).lower().encode()).hexdigest()[:20]


def secret_tokens(number: str) -> Iterator[str]:
    """Keyed hashes of a number and of its last digits, four and more: found by equality, never to be read back."""
    digits = "".join(filter(str.isdigit, folded(number)))
    for length in range(SHORTEST_SECRET, len(digits) + 1):
        yield secret(digits[-length:])


def secret(digits: str) -> str:
    """The hash under which these digits stand in the index."""
    return SECRET + blind_index(digits, "search.secret")[:20]


def joined(parts: Iterable[str]) -> str:
    """Tokens as the column keeps them."""
    return " ".join(parts)
