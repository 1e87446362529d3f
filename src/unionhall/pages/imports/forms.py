"""What is asked during an import: the file, and what its columns mean."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from unionhall.pages.imports.importer import Importer
from unionhall.pages.imports.table import HEADER_WITHIN, Source
from unionhall.pages.sheets import is_blank
from unionhall.pages.sheets.limits import check_size
from unionhall.pages.sheets.refusals import Unreadable

PLACE = "at"
TURN = f"{PLACE}-turn"  # the button's name: with a hyphen, which no field of an importer can have in its name


class UploadForm(forms.Form):
    """The file, its size checked before it is read."""

    file = forms.FileField(
        label=_("文件"),
        allow_empty_file=True,
        max_length=200,
        help_text=_("可以是 .xlsx、.xls 或 .csv；标题行在第几行、各列什么顺序都可以。"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.csv"}),
    )

    def clean_file(self) -> UploadedFile:
        file = self.cleaned_data["file"]
        try:
            check_size(file.size)
        except Unreadable as refusal:
            raise forms.ValidationError(str(refusal)) from None
        return file


class PlaceForm(forms.Form):
    """Where in the workbook the list stands: which sheet, under which row. Its names are none of a column."""

    sheet = forms.TypedChoiceField(label=_("工作表"), coerce=int)
    header = forms.TypedChoiceField(label=_("标题行"), coerce=int)

    def __init__(self, source: Source, data: Any = None) -> None:
        super().__init__(data, initial={"sheet": source.at, "header": source.header}, prefix=PLACE)
        chosen = self.data.get(self.add_prefix("sheet"), str(source.at)) if data else str(source.at)
        at = int(chosen) if chosen.isascii() and chosen.isdigit() and int(chosen) < len(source.sheets) else source.at
        self.fields["sheet"].choices = [(number, sheet.name or _("表格")) for number, sheet in enumerate(source.sheets)]
        self.fields["header"].choices = [
            (number, _row_label(number, row)) for number, row in enumerate(source.sheets[at].rows[:HEADER_WITHIN])
        ]


def _row_label(number: int, row: list[Any]) -> str:
    words = "｜".join(str(cell) for cell in row if not is_blank(cell))
    return f"{number + 1}: {words[:40]}"


class MappingForm(forms.Form):
    """Which column holds which field; a column serves one field."""

    def __init__(self, importer: Importer, source: Source, data: Any = None) -> None:
        super().__init__(data, initial=dict(source.mapping))
        columns = [("", _("（不导入）")), *((at, header) for at, header in enumerate(source.headers) if header)]
        for field in importer.fields:
            self.fields[field.name] = forms.TypedChoiceField(
                label=field.label, choices=columns, coerce=int, required=field.required, empty_value=None
            )

    def clean(self) -> dict[str, int]:
        chosen = {name: at for name, at in super().clean().items() if at is not None}
        for name, at in chosen.items():
            if list(chosen.values()).count(at) > 1:
                self.add_error(name, _("这一列同时选给了别的项目，请只留一处。"))
        return chosen
