"""A roster against what is known: each row is new, changed, unchanged or wrong, and who is missing has left."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from unionhall.kernel import clock
from unionhall.people.choices import UnitKind
from unionhall.people.exchange.known import Known
from unionhall.people.exchange.lines import Change, Comparison, Line, Places
from unionhall.people.exchange.reading import Cells, Entry, read_entry
from unionhall.people.flow import HELD
from unionhall.people.models import Membership, Person
from unionhall.people.rules.numbers import padded, padded_width
from unionhall.people.rules.roster import is_part_of_roster

SECRETS = ("id_number", "phone", "address")


def compare(rows: Iterable[tuple[int, Cells]], *, as_of: date) -> Comparison:
    """Sort rows `(number in the sheet, cells by field)` against what is known; writes nothing.

    `as_of` is the day the roster describes: the day of moves, of retiring and of leaving. Of a double staff number the
    second row is wrong.
    """
    known, today = Known(), clock.today()
    entries = [read_entry(number, cells, today=today) for number, cells in rows]
    width = padded_width([*known.by_number, *(entry.staff_no for entry in entries)])
    for entry in entries:
        entry.staff_no = padded(entry.staff_no, width)
    _mark_doubles(entries)
    lines = [_line(entry, known) for entry in entries]
    lines += _leavers(entries, known)
    return Comparison(lines, as_of, _unknown([line.entry for line in lines if line.kind in ("new", "changed")], known))


def _leavers(entries: list[Entry], known: Known) -> list[Line]:
    """Who is no longer in the list. Of a list that names only some of the staff nobody is taken to have left."""
    gone = list(known.leavers(entries))
    reasons = []
    if is_part_of_roster(gone=len(gone), on_roster=known.on_roster):
        reasons = [_("表中没有的人超过花名册的一半，这张表像是部分名单，不据此登记离院。")]
    return [Line(0, one.staff_no, one.name, "left", person=one, reasons=reasons) for one in gone]


def _mark_doubles(entries: list[Entry]) -> None:
    numbers: dict[str, Entry] = {}
    papers: dict[str, Entry] = {}
    cards: dict[str, Entry] = {}
    for entry in entries:
        if _is_double(entry, entry.staff_no, numbers, _("工号与第%(row)d行重复。")):
            continue
        paper = entry.facts.get("id_number", "")
        _is_double(entry, paper, papers, _("身份证号与第%(row)d行（工号%(staff_no)s）相同。"))
        _is_double(entry, entry.card_no, cards, _("会员证号与第%(row)d行（工号%(staff_no)s）相同。"))


def _is_double(entry: Entry, value: str, seen: dict[str, Entry], sentence: str) -> bool:
    first = seen.setdefault(value, entry) if value else entry
    if first is not entry:
        entry.reasons.append(sentence % {"row": first.number, "staff_no": first.staff_no})
    return first is not entry


def _line(entry: Entry, known: Known) -> Line:
    person = known.person_for(entry)
    _check_against(entry, person, known)
    line = Line(
        entry.number, entry.staff_no, entry.facts.get("name", ""), entry=entry, person=person, reasons=entry.reasons
    )
    if entry.reasons:
        line.kind = "error"
    elif person is None:
        line.kind = "new"
    else:
        line.changes = list(_changes(entry, person, known.spells.get(person.pk)))
        line.kind = "changed" if line.changes else "unchanged"
    return line


def _check_against(entry: Entry, person: Person | None, known: Known) -> None:
    if entry.staff_no in known.outsiders:
        entry.reasons.append(_("工号%(staff_no)s已由院外人员使用。") % {"staff_no": entry.staff_no})
    owner = known.by_paper.get(entry.facts.get("id_number", ""))
    if owner is not None and owner is not person:
        entry.reasons.append(_("身份证号已登记在工号%(staff_no)s名下。") % {"staff_no": owner.staff_no})
    holder = known.cards.get(entry.card_no)
    if holder is not None and (person is None or holder != person.pk):
        entry.reasons.append(_("会员证号%(card)s已由别人使用。") % {"card": entry.card_no})


def _changes(entry: Entry, person: Person, spell: Membership | None) -> Iterator[Change]:
    if person.left_on:
        yield Change("left_on", person.left_on.isoformat(), _("回院"))
    if entry.staff_no != person.staff_no:
        yield Change("staff_no", person.staff_no, entry.staff_no)
    for name, value in facts_for(entry, person).items():
        if getattr(person, name) != value:
            yield Change(name, _said(name, getattr(person, name)), _said(name, value))
    yield from _moves(entry, person)
    yield from _joins(entry, spell)


def facts_for(entry: Entry, person: Person) -> Mapping[str, Any]:
    """What a row may change: never the phone and address somebody has put right themselves."""
    if person.contact_confirmed_on is None:
        return entry.facts
    return {name: value for name, value in entry.facts.items() if name not in ("phone", "address")}


def _said(name: str, value: Any) -> str:
    if name in SECRETS:
        return "***" if value else ""
    if isinstance(value, bool):
        return _("是") if value else _("否")
    labels = dict(Person._meta.get_field(name).flatchoices)
    return str(labels.get(value, "" if value is None else value))


def _moves(entry: Entry, person: Person) -> Iterator[Change]:
    here = person.department.name if person.department else ""
    branch, group = names_of_unit(person)
    if entry.department != here:
        yield Change("department", here, entry.department)
    if entry.branch and entry.branch != branch:
        yield Change("branch", branch, entry.branch)
    if entry.branch and entry.group and entry.group != group:
        yield Change("group", group, entry.group)


def names_of_unit(person: Person) -> tuple[str, str]:
    """The names of a person's branch and group, empty where there is none."""
    unit = person.unit
    if unit is None:
        return "", ""
    if unit.kind != UnitKind.GROUP:
        return unit.name, ""
    return (unit.parent.name if unit.parent else ""), unit.name


def _joins(entry: Entry, spell: Membership | None) -> Iterator[Change]:
    if entry.is_member and spell is None:
        yield Change("is_member", _("否"), _("是"))
    if not entry.is_member or spell is None or spell.state not in HELD:
        return
    if entry.card_no and entry.card_no != spell.card_no:
        yield Change("card_no", spell.card_no, entry.card_no)
    if entry.member_since and entry.member_since != spell.joined_on:
        yield Change("member_since", spell.joined_on.isoformat(), entry.member_since.isoformat())


def _unknown(entries: list[Entry], known: Known) -> Places:
    named = [entry for entry in entries if entry.branch]
    return Places(
        sorted({entry.department for entry in entries} - known.departments.keys()),
        sorted({entry.branch for entry in named} - known.branches.keys()),
        sorted({(entry.branch, entry.group) for entry in named if entry.group} - known.groups.keys()),
    )
