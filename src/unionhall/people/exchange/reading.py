"""One row of a roster, cell by cell: what it says, and what is wrong with it in words beside the row."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from unionhall.kernel.text import folded, squeezed
from unionhall.people.choices import Employment, PostClass, Sex
from unionhall.people.exchange.columns import DAYS, LABELS, TEXTS
from unionhall.people.models import Person
from unionhall.people.rules import identity, wording
from unionhall.people.rules.days import ReadDay, Unreadable, read_day
from unionhall.people.rules.numbers import bare

Cells = Mapping[str, Any]
_FIRST_DAY = date(1900, 1, 1)
_PHONE = re.compile(r"\+?\d[\d-]{5,18}")
_WIDTHS = {name: Person._meta.get_field(name).max_length for name in TEXTS if name != "address"}


@dataclass
class Entry:
    """What one row says: `facts` are fields of Person, the rest leads to departments, units and membership.

    A field is absent from `facts` when its column is absent or its cell empty: an empty cell never wipes what is known.
    """

    number: int
    staff_no: str
    facts: dict[str, Any] = field(default_factory=dict)
    department: str = ""
    branch: str = ""
    group: str = ""
    is_member: bool | None = None
    member_since: date | None = None
    card_no: str = ""
    reasons: list[str] = field(default_factory=list)

    @property
    def has_retired(self) -> bool:
        """Whether the row calls the person retired."""
        return self.facts.get("employment") == Employment.RETIRED


def read_entry(number: int, cells: Cells, *, today: date) -> Entry:
    """Read one row; whatever is wrong with it by itself stands in `reasons`. `today` bounds days not in the future."""
    entry = Entry(number, bare(cells.get("staff_no")))
    if not entry.staff_no:
        entry.reasons.append(_("缺少工号。"))
    _read_name(entry, cells)
    _read_places(entry, cells)
    _read_classes(entry, cells)
    days = _read_days(entry, cells, today)
    _read_identity(entry, cells, days.get("birth_on"))
    _read_phone(entry, cells)
    _read_membership(entry, cells, days.get("member_since"))
    for name in TEXTS:
        _read_text(entry, cells, name)
    return entry


def _read_name(entry: Entry, cells: Cells) -> None:
    name = squeezed(cells.get("name") or "") if not _is_latin(cells.get("name")) else folded(cells["name"])
    if not name:
        entry.reasons.append(_("缺少姓名。"))
    elif len(name) > 60:
        entry.reasons.append(_("姓名超过60个字。"))
    elif not all(character.isalpha() or character in " ·.-'’" for character in name):
        entry.reasons.append(_("姓名里有数字、符号或表情。"))
    else:
        entry.facts["name"] = name.replace("・", "·").replace("•", "·")


def _is_latin(cell: Any) -> bool:
    text = unicodedata.normalize("NFKC", str(cell or ""))
    return text.isascii() and any(character.isalpha() for character in text)


def _read_places(entry: Entry, cells: Cells) -> None:
    for name in ("department", "branch", "group"):
        text = squeezed(cells.get(name) or "")
        if len(text) > 60:
            entry.reasons.append(_("“%(column)s”超过60个字。") % {"column": LABELS[name]})
        setattr(entry, name, text)
    if not entry.department:
        entry.reasons.append(_("缺少科室。"))


def _read_classes(entry: Entry, cells: Cells) -> None:
    for name, choices in (("sex", Sex), ("post_class", PostClass), ("employment", Employment)):
        value = wording.meaning(choices, cells.get(name))
        if value is None:
            entry.reasons.append(
                _("不认识%(column)s“%(word)s”。") % {"column": LABELS[name], "word": squeezed(cells[name])[:20]}
            )
        elif value:
            entry.facts[name] = value
        elif name == "employment":
            entry.reasons.append(_("缺少用工性质。"))
    front = wording.yes_or_no(cells.get("is_front_line"))
    if front is not None:
        entry.facts["is_front_line"] = front


def _read_days(entry: Entry, cells: Cells, today: date) -> dict[str, ReadDay]:
    found = {}
    for name in (*DAYS, "member_since"):
        try:
            read = read_day(cells.get(name))
        except Unreadable as fault:
            entry.reasons.append(f"{LABELS[name]}：{fault}")
            continue
        if read and _is_possible(entry, name, read.day, today):
            found[name] = read
    entry.facts.update({name: found[name].day for name in DAYS if name in found})
    return found


def _is_possible(entry: Entry, name: str, day: date, today: date) -> bool:
    if day < _FIRST_DAY:
        entry.reasons.append(_("%(column)s早于1900年。") % {"column": LABELS[name]})
        return False
    if day > today and name != "retired_on":
        entry.reasons.append(_("%(column)s在今天以后（%(day)s）。") % {"column": LABELS[name], "day": day.isoformat()})
        return False
    return True


def _read_identity(entry: Entry, cells: Cells, birth: ReadDay | None) -> None:
    cell = cells.get("id_number")
    if isinstance(cell, float):
        entry.reasons.append(_("身份证号被表格当成了数字，末几位已丢失，请把这一列设为文本后重新填写。"))
        return
    number = squeezed(cell or "").upper()
    if not number:
        return
    fault = identity.fault_of_number(number)
    if fault:
        entry.reasons.append(fault)
        return
    sex = entry.facts.get("sex")
    entry.reasons += identity.faults_against(
        number,
        birth_on=birth.day if birth else None,
        birth_is_exact=bool(birth and birth.exact),
        male=sex == Sex.MALE if sex else None,
    )
    entry.facts["id_number"] = number
    if identity.is_resident_number(number) and not (birth and birth.exact):
        entry.facts["birth_on"] = identity.birth_in(number)
    _check_joined_after_birth(entry)


def _check_joined_after_birth(entry: Entry) -> None:
    birth = entry.facts.get("birth_on")
    for name in ("worked_since", "joined_on"):
        if birth and name in entry.facts and entry.facts[name] <= birth:
            entry.reasons.append(_("%(column)s早于出生日期。") % {"column": LABELS[name]})


def _read_phone(entry: Entry, cells: Cells) -> None:
    phone = bare(cells.get("phone"))
    if phone and not _PHONE.fullmatch(phone):
        entry.reasons.append(_("手机号码“%(phone)s”不像电话号码。") % {"phone": phone[:20]})
    elif phone:
        entry.facts["phone"] = phone


def _read_membership(entry: Entry, cells: Cells, since: ReadDay | None) -> None:
    entry.is_member = wording.yes_or_no(cells.get("is_member"))
    entry.member_since = since.day if since else None
    entry.card_no = bare(cells.get("card_no"))[:32]


def _read_text(entry: Entry, cells: Cells, name: str) -> None:
    text = folded(cells.get(name) or "")
    if not text:
        return
    if len(text) > _WIDTHS.get(name, 120):
        entry.reasons.append(_("“%(column)s”太长。") % {"column": LABELS[name]})
    else:
        entry.facts[name] = text
