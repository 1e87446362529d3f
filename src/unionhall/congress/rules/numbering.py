"""How terms and sessions are counted: 第三届第二次, 3-2."""

from django.utils.translation import get_language

_DIGITS = "零一二三四五六七八九"


def numeral(number: int) -> str:
    """A number from 1 to 99 in Chinese: 三, 十, 二十一."""
    if not 0 < number < 100:
        raise ValueError("terms and sessions are counted from 1 to 99")
    tens, ones = divmod(number, 10)
    return {0: "", 1: "十"}.get(tens, _DIGITS[tens] + "十") + (_DIGITS[ones] if ones else "")


def counted(number: int) -> str:
    """A number as the reader counts terms: 三 in Chinese, 3 in other languages."""
    return numeral(number) if (get_language() or "zh").startswith("zh") else str(number)


def code(term: int, session: int) -> str:
    """`3-2`, the head of every number given out in a session."""
    return f"{term}-{session}"
