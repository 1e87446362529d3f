"""What the database's planner knows about sizes. SQLite must be told; PostgreSQL keeps itself informed, but cannot see into
a transaction that is still loading."""

from django.db import connection

ROWS_LOOKED_AT = 1000


def refresh() -> None:
    """Let the planner estimate how many rows each key has: without, it takes a union's rows for a handful, reads them all
    on SQLite and nests loops over them on PostgreSQL, where this matters inside a transaction that loads many rows.

    Takes about 30 ms at any size on SQLite, since it looks at no more than a thousand rows of each index.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"PRAGMA analysis_limit={ROWS_LOOKED_AT}")
            cursor.execute("ANALYZE")
        elif connection.in_atomic_block:
            cursor.execute("ANALYZE")
