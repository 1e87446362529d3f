"""What stands in the Word forms of one activity: plain values only, since a union may lay the forms out anew."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db.models import Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.activities import selectors
from unionhall.activities.models import Activity, Entry
from unionhall.files import word
from unionhall.kernel import money
from unionhall.pages.values import day, moment, number

HERE = Path(__file__).parent / "word"
NOBODY = {"number": 1, "staff_no": "00001", "name": "李明", "department": "心内科"}
SAMPLES: dict[str, dict[str, Any]] = {
    "signed_up": NOBODY | {"item": "跳绳", "team": "", "state": "已参加"},
    "sheet": NOBODY | {"role": "参加者", "came": "2023年5月1日 08:31"},
    "results": {"item": "跳绳", "rank": 1, "who": "李明", "mark": "120", "note": ""},
    "prizes": NOBODY | {"award": "一等奖", "prize": "运动水壶", "quantity": 1, "signed": ""},
}
FACTS = {"title": "职工运动会", "number": "HD-2023-001", "kind": "运动会", "held": "2023年5月1日", "venue": "体育馆"}
WHOLE = {
    "plan": "方案",
    "notice": "通知",
    "summary": "小结",
    "signed_up_count": "0人",
    "came_count": "0人",
    "entries_count": "0人次",
    "people_count": "0人",
    "items_count": "0个",
    "prize_pieces": "0个",
    "budget": "0.00元",
    "cost": "0.00元",
}


def facts(activity: Activity) -> dict[str, Any]:
    """Number, title, kind, days, place."""
    held = day(activity.held_from)
    if activity.held_to != activity.held_from:
        held = _("%(first)s至%(last)s") % {"first": held, "last": day(activity.held_to)}
    return {
        "title": str(activity),
        "number": activity.number,
        "kind": activity.get_kind_display(),
        "held": held,
        "venue": activity.venue,
    }


def signed_up(activity: Activity) -> list[dict[str, Any]]:
    """Everybody who had a place, item by item."""
    entries = (
        Entry.objects.signed_up().filter(item__activity=activity).select_related("person__department", "item", "team")
    )
    return [
        _who(at, entry.person)
        | {
            "item": str(entry.item),
            "team": entry.team.name if entry.team else "",
            "state": str(entry.get_state_display()),
        }
        for at, entry in enumerate(entries.order_by("item", "team", "person__staff_no"), 1)
    ]


def sheet(activity: Activity) -> list[dict[str, Any]]:
    """Everybody expected or seen at the door."""
    return [
        _who(at, row.person) | {"role": str(row.get_role_display()), "came": moment(row.came_at) if row.came_at else ""}
        for at, row in enumerate(selectors.door_list(activity), 1)
    ]


def results(activity: Activity) -> list[dict[str, Any]]:
    """Every result, best first in each item."""
    return [
        {
            "item": str(row.item),
            "rank": row.rank or "",
            "who": row.who,
            "mark": number(row.mark) + row.item.mark_unit if row.mark is not None else "",
            "note": _("破纪录") if row.broke_record else row.note,
        }
        for row in selectors.results_of(activity)
    ]


def prizes(activity: Activity) -> list[dict[str, Any]]:
    """Everything given out, with when it was signed for."""
    issues = activity.prize_issues.select_related("person__department", "prize").order_by("person__staff_no", "id")
    return [
        _who(at, row.person)
        | {
            "award": row.award,
            "prize": row.prize.name,
            "quantity": row.quantity,
            "signed": moment(row.signed_at) if row.signed_at else "",
        }
        for at, row in enumerate(issues, 1)
    ]


ROWS: dict[str, Callable[[Activity], list[dict[str, Any]]]] = {
    "signed_up": signed_up,
    "sheet": sheet,
    "results": results,
    "prizes": prizes,
}


def whole_file(activity: Activity) -> dict[str, Any]:
    """Plan, notice, all lists, cost and summary: what an activity leaves behind (ACT-05)."""
    known = selectors.counts(activity)
    pieces = activity.prize_issues.aggregate(pieces=Sum("quantity"))["pieces"] or 0
    counted = {
        "signed_up": _("%(n)s人"),
        "came": _("%(n)s人"),
        "entries": _("%(n)s人次"),
        "people": _("%(n)s人"),
        "items": _("%(n)s个"),
    }
    return (
        facts(activity)
        | {name: rows(activity) for name, rows in ROWS.items()}
        | {f"{name}_count": words % {"n": known[name]} for name, words in counted.items()}
        | {
            "prize_pieces": _("%(n)s个") % {"n": pieces},
            "plan": activity.plan or _("无"),
            "notice": activity.notice or _("无"),
            "summary": activity.summary or _("无"),
            "budget": _yuan(activity.budget),
            "cost": _yuan(activity.cost),
        }
    )


def _who(at: int, person: Any) -> dict[str, Any]:
    department = person.department.name if person.department else ""
    return {"number": at, "staff_no": person.staff_no, "name": person.name, "department": department}


def _yuan(amount: Any) -> str:
    return "" if amount is None else _("%(yuan)s元") % {"yuan": money.shown(amount)}


def _list_context(name: str) -> Callable[[Activity], dict[str, Any]]:
    def context(activity: Activity) -> dict[str, Any]:
        rows = ROWS[name](activity)
        return facts(activity) | {"rows": rows, "count": len(rows)}

    return context


LABELS = {
    "signed_up": gettext_lazy("活动报名表"),
    "sheet": gettext_lazy("活动签到表"),
    "results": gettext_lazy("活动成绩单"),
    "prizes": gettext_lazy("奖品签领表"),
}
for _name, _label in LABELS.items():
    word.register(
        f"activities.{_name}",
        _label,
        template=HERE / f"{_name}.docx",
        context=_list_context(_name),
        sample=FACTS | {"rows": [SAMPLES[_name]], "count": 1},
    )
word.register(
    "activities.file",
    gettext_lazy("活动档案"),
    template=HERE / "file.docx",
    context=whole_file,
    sample=FACTS | WHOLE | {name: [row] for name, row in SAMPLES.items()},
)
