"""An import under way: uploaded and previewed by the clerk, not applied."""

from uuid import UUID

from tests.pages.books import workbook
from unionhall.accounts.models import User
from unionhall.pages.imports import Importer, runs
from unionhall.pages.models import ImportRun


def previewed(importer: Importer, page: str, by: User, target: UUID | None = None) -> tuple[str, ImportRun]:
    """A run of one row that says nothing; its label is `run:` and the page's name."""
    headers = [str(field.label) for field in importer.fields]
    content = workbook([headers, ["某", *[""] * (len(headers) - 1)]])
    run = runs.upload(importer, page, target, content, "名单.xlsx", by=by)
    runs.preview(run, importer, runs.source_of(run, importer))
    return f"run:{page}", run
