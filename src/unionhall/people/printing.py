"""Printed forms of membership: application, registration form (columns ★ of the rules), register."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.files import pdf, word
from unionhall.people.models import Membership, Person
from unionhall.people.tables import branch_name, group_name, membership_word

HERE = Path(__file__).parent / "data"
FORMS = {"application": gettext_lazy("入会申请书"), "registration": gettext_lazy("会员登记表")}


def _day(day: Any) -> str:
    return date_format(day, "Y年n月j日") if day else ""


def context(spell: Membership) -> dict[str, Any]:
    """What both forms are filled from: the person, the application and its way."""
    person = spell.person
    return {
        "union": str(spell.union),
        "name": person.name,
        "sex": person.get_sex_display(),
        "birth_on": _day(person.birth_on),
        "ethnicity": person.ethnicity,
        "native_place": person.native_place,
        "politics": person.politics,
        "education": person.education,
        "id_number": person.id_number,
        "phone": person.phone,
        "employer": str(spell.union).removesuffix("工会"),
        "department": str(person.department or ""),
        "position": person.position,
        "title": person.professional_title,
        "staff_no": person.staff_no,
        "employment": person.get_employment_display(),
        "worked_since": _day(person.worked_since),
        "wage": "" if spell.dues_base is None else f"{spell.dues_base:,}",
        "resume": person.resume,
        "family": [
            {"kind": relation.get_kind_display(), "name": relation.name, "employer": relation.employer}
            for relation in person.relations.all()
        ],
        "application": spell.application,
        "applied_on": _day(spell.applied_on),
        "branch": branch_name(person),
        "group": group_name(person),
        "card_no": spell.card_no,
        "joined_on": _day(spell.joined_on),
        "state": spell.get_state_display(),
        "note": person.note,
    }


_NAMES = """union name sex birth_on ethnicity native_place politics education id_number phone employer department position title
staff_no employment worked_since wage resume application applied_on branch group card_no joined_on state note""".split()
SAMPLE: dict[str, Any] = dict.fromkeys(_NAMES, "样例") | {
    "family": [{"kind": "配偶", "name": "样例", "employer": "样例"}]
}

for key, label in FORMS.items():
    word.register(f"people.{key}", label, template=HERE / f"{key}.docx", context=context, sample=SAMPLE)


def register_pdf(people: Iterable[Person]) -> bytes:
    """The register of members as a ruled list, A4 across; raises Blocked beyond the PDF's 2,000 rows."""
    columns = [
        (_("序号"), 1.0),
        (_("工号"), 1.4),
        (_("姓名"), 1.6),
        (_("性别"), 1.0),
        (_("科室"), 2.6),
        (_("分工会"), 2.4),
        (_("工会小组"), 2.6),
        (_("会员证号"), 2.0),
        (_("入会日期"), 2.2),
        (_("会籍"), 1.6),
    ]
    rows = [
        [
            number,
            person.staff_no,
            person.name,
            person.get_sex_display(),
            person.department,
            branch_name(person),
            group_name(person),
            person.card_no,
            person.member_since,
            membership_word(person),
        ]
        for number, person in enumerate(people, 1)
    ]
    return pdf.table(_("会员名册"), columns, rows, landscape=True)
