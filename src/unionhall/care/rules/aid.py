"""Whose consent a child's data need, over plain values (PRI-05)."""

from datetime import date

from django.utils.translation import gettext as _

CONSENT_UNTIL = 14  # years of age: a child who has not reached them needs a guardian's consent (PIPL art. 31)


def age(born: date, on: date) -> int:
    """Full years of age on a day."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def consent_problem(born: date, on: date, *, guardian: str, consented_on: date | None) -> str | None:
    """Why the data of a child may not be taken down, or None; at fourteen the child's own consent is enough."""
    if born > on:
        return _("子女的出生日期在今天以后。")
    if age(born, on) < CONSENT_UNTIL and not (guardian and consented_on):
        return _("子女不满14周岁，须有监护人的单独同意：请填监护人和同意日期（个人信息保护法第三十一条）。")
    if consented_on and consented_on > on:
        return _("同意日期在今天以后。")
    return None
