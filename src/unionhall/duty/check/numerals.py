"""Numbers as reports write them: 329, 25,000, 2.5万, 十万, 一千零五十, 百分之八十六."""

import re
from decimal import Decimal

from unionhall.kernel.text import folded

DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
PLACES = {"十": 10, "百": 100, "千": 1000}
GROUPS = {"万": 10**4, "亿": 10**8}
ARABIC = r"[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?"
CHINESE = r"[零〇一二两三四五六七八九十百千]+"
NUMBER = rf"(?:(?:{ARABIC}|{CHINESE})[万亿]?)"


def to_number(text: str) -> Decimal:
    """The number a text of the shape NUMBER writes; raises ValueError for another."""
    plain = folded(text).replace(",", "").replace("，", "")
    factor = 1
    if plain[-1:] in GROUPS:
        plain, factor = plain[:-1], GROUPS[plain[-1]]
    if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", plain):
        return Decimal(plain) * factor
    return Decimal(_chinese(plain or "一") * factor)


def _chinese(text: str) -> int:
    """Below ten thousand: 一千零五十, 二十; digits in a row are a plain number (二〇二三)."""
    if not text or set(text) - DIGITS.keys() - PLACES.keys():
        raise ValueError(f"not a number: {text}")
    if len(text) > 1 and not set(text) & PLACES.keys():
        return int("".join(str(DIGITS[character]) for character in text))
    total, digit = 0, 1 if text[0] in PLACES else 0
    for character in text:
        if character in PLACES:
            total, digit = total + digit * PLACES[character], 0
        else:
            digit = DIGITS[character]
    return total + digit
