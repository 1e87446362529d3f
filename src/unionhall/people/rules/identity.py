"""Identity numbers (GB 11643-1999) and unified social credit codes (GB 32100-2015): check digits and what they tell."""

import re
from datetime import date

from django.utils.translation import gettext as _

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_CREDIT_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_OTHER_PAPER = re.compile(r"[A-Z]{1,3}\d{6,10}")


def check_digit(first_seventeen: str) -> str:
    """The 18th character of an identity number: weighted sum modulo 11 (GB 11643, ISO 7064 MOD 11-2)."""
    return _CHECKS[sum(int(digit) * weight for digit, weight in zip(first_seventeen, _WEIGHTS, strict=True)) % 11]


def birth_in(number: str) -> date | None:
    """The day of birth an 18-digit identity number states, or None when there is no such day."""
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def is_male(number: str) -> bool:
    """Whether the 17th digit says male (odd)."""
    return int(number[16]) % 2 == 1


def is_resident_number(number: str) -> bool:
    """Whether it has the shape of a resident identity number: 17 digits and a digit or X."""
    return bool(re.fullmatch(r"\d{17}[\dX]", number))


def fault_of_number(number: str) -> str | None:
    """What is wrong with an identity number by itself, in words, or None. Passports and permits pass unchecked."""
    if _OTHER_PAPER.fullmatch(number):
        return None
    if not is_resident_number(number):
        return (
            _("身份证号有%(count)d位，应为18位。") % {"count": len(number)}
            if len(number) != 18
            else _("身份证号里有不该有的字符。")
        )
    if birth_in(number) is None:
        return _("身份证号中的出生日期不存在。")
    if check_digit(number[:17]) != number[17]:
        return _("身份证号校验码不对，请核对是否有数字抄错。")
    return None


def faults_against(number: str, *, birth_on: date | None, birth_is_exact: bool, male: bool | None) -> list[str]:
    """Where a valid identity number contradicts the birth date or the sex written beside it."""
    if not is_resident_number(number):
        return []
    faults = []
    stated = birth_in(number)
    if (
        birth_on
        and stated
        and (birth_on != stated if birth_is_exact else (birth_on.year, birth_on.month) != (stated.year, stated.month))
    ):
        faults.append(_("出生日期与身份证号不一致（身份证号为%(day)s）。") % {"day": stated.isoformat()})
    if male is not None and male != is_male(number):
        faults.append(_("性别与身份证号不一致。"))
    return faults


def is_credit_code(code: str) -> bool:
    """Whether an 18-character unified social credit code has the right check character (GB 32100, MOD 31-3)."""
    if len(code) != 18 or any(character not in _CREDIT_DIGITS for character in code):
        return False
    total = sum(_CREDIT_DIGITS.index(code[place]) * pow(3, place, 31) for place in range(17))
    return _CREDIT_DIGITS[-total % 31] == code[17]
