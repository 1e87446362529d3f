"""The import of loans: enough of one to show what the engine does."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from tests.pages.app.models import Kind as LoanKind
from tests.pages.app.models import Loan, Shelf, has_pages
from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.pages.imports import Ask, Field, Importer, ImportPages, Kind, Line, Preview, clean


class LoanImporter(Importer):
    key, label, identity = "toolroom", "借用单", "number"
    fields = [
        Field("number", "编号", words=("单号", "借用编号"), required=True, clean=clean.text(20)),
        Field("title", "物品", words=("名称", "物品名称"), required=True, clean=clean.text(60)),
        Field("kind", "类别", clean=clean.choice({"工具": LoanKind.TOOL, "图书": LoanKind.BOOK})),
        Field("shelf", "货架", clean=clean.text(60)),
        Field("wanted_on", "借用日期", words=("日期",), clean=clean.day),
        Field("phone", "电话", clean=clean.phone),
    ]

    def check(self, line: Line) -> Iterable[str]:
        if line.values.get("kind") == LoanKind.BOOK and "本" not in (line.values.get("title") or ""):
            yield "图书的名称要写明几本。"

    def existing(self, keys: Collection[Any]) -> Mapping[Any, Mapping[str, Any]]:
        return {
            loan.number: {
                "title": loan.title,
                "kind": loan.kind,
                "shelf": loan.shelf.name if loan.shelf else "",
                "wanted_on": loan.wanted_on,
                "phone": loan.phone,
            }
            for loan in Loan.objects.select_related("shelf")
        }

    def leavers(self, keys: Collection[Any]) -> Iterable[tuple[Any, str]]:
        return [(loan.number, loan.title) for loan in Loan.objects.exclude(number__in=keys)]

    def asks(self, lines: list[Line]) -> Iterable[Ask]:
        known = set(Shelf.objects.values_list("name", flat=True))
        unknown = sorted({line.values["shelf"] for line in lines if line.values.get("shelf")} - known)
        if unknown:
            yield Ask("shelves", "新建这些货架", unknown)

    def say(self, name: str, value: Any) -> str:
        return LoanKind(value).label if name == "kind" else super().say(name, value)

    def apply(self, preview: Preview, *, by: User, confirmed: Collection[str]) -> None:
        for ask in preview.asks:
            Shelf.objects.bulk_create(Shelf(name=name) for name in ask.items)
        shelves = {shelf.name: shelf for shelf in Shelf.objects.all()}
        for line in preview.of(Kind.NEW, Kind.CHANGED):
            values = {name: value for name, value in line.values.items() if value is not None and name != "shelf"}
            shelf = shelves.get(line.values.get("shelf"))
            loan, _ = Loan.objects.update_or_create(
                number=line.key,
                defaults=values | {"shelf": shelf},
                create_defaults=values | {"shelf": shelf, "borrower": by},
            )
            audit.record("toolroom.import", loan, by=by)


loan_import = ImportPages(
    name="loans.import", path="office/loans-import", who=has_pages, done="loans.list", importer=LoanImporter()
)
