"""The full-text index over tokens, in the words of each database."""
from django.db import migrations

SQLITE = [
    "CREATE VIRTUAL TABLE search_index USING fts5(tokens, content='search_document', content_rowid='id', "
    "tokenize='unicode61 remove_diacritics 0', prefix='1 2')",
    "CREATE TRIGGER search_document_added AFTER INSERT ON search_document BEGIN "
    "INSERT INTO search_index(rowid, tokens) VALUES (new.id, new.tokens); END",
    "CREATE TRIGGER search_document_removed AFTER DELETE ON search_document BEGIN "
    "INSERT INTO search_index(search_index, rowid, tokens) VALUES ('delete', old.id, old.tokens); END",
    "CREATE TRIGGER search_document_changed AFTER UPDATE OF tokens ON search_document BEGIN "
    "INSERT INTO search_index(search_index, rowid, tokens) VALUES ('delete', old.id, old.tokens); "
    "INSERT INTO search_index(rowid, tokens) VALUES (new.id, new.tokens); END",
]
SQLITE_BACK = ["DROP TRIGGER search_document_added", "DROP TRIGGER search_document_removed",
               "DROP TRIGGER search_document_changed", "DROP TABLE search_index"]
POSTGRESQL = ["CREATE INDEX search_document_tokens ON search_document USING gin (to_tsvector('simple', tokens))"]
POSTGRESQL_BACK = ["DROP INDEX search_document_tokens"]


def run(statements):
    def step(apps, schema_editor):
        for statement in statements[schema_editor.connection.vendor]:
            schema_editor.execute(statement)

    return step


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(run({"sqlite": SQLITE, "postgresql": POSTGRESQL}),
                                       run({"sqlite": SQLITE_BACK, "postgresql": POSTGRESQL_BACK}))]
