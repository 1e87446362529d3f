"""New tables are created with their indexes and constraints.

Left to themselves these follow as operations of their own, and each makes Django draw every related model anew: on a
hundred and thirty tables, most of the time a new database took.
"""

from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.operations import AddConstraint, AddField, AddIndex, CreateModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.optimizer import MigrationOptimizer

LATE = AddIndex | AddConstraint


def gathered(operations: list[Operation]) -> list[Operation]:
    """The same operations, a table's indexes and constraints right behind its last field, where the optimizer folds them."""
    early = [operation for operation in operations if not isinstance(operation, LATE)]
    last = {table(operation): place for place, operation in enumerate(early)}
    behind: dict[int, list[Operation]] = {}
    for operation in operations:
        if isinstance(operation, LATE):
            behind.setdefault(last.get(table(operation), len(early) - 1), []).append(operation)
    return [each for place, operation in enumerate(early) for each in (operation, *behind.get(place, ()))]


def table(operation: Operation) -> str:
    """The model an operation makes or adds to; empty for the others."""
    if isinstance(operation, CreateModel):
        return operation.name_lower
    return operation.model_name_lower if isinstance(operation, AddField | LATE) else ""


class Autodetector(MigrationAutodetector):
    """Django's, which folds fields into their tables, and then indexes and constraints too."""

    def _optimize_migrations(self) -> None:
        super()._optimize_migrations()
        for app_label, migrations in self.migrations.items():
            for migration in migrations:
                migration.operations = MigrationOptimizer().optimize(gathered(migration.operations), app_label)
