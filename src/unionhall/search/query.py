"""What somebody typed, as a question to either database's index."""

from dataclasses import dataclass

from django.db import connection
from django.db.models.expressions import RawSQL

from unionhall.search import tokens

LONGEST = 60

SQL = {
    "sqlite": "SELECT rowid FROM search_index WHERE search_index MATCH %s",
    # Materialized: with the hits inlined, the planner walks the primary key backwards for a rare word.
    "postgresql": "WITH hits AS MATERIALIZED (SELECT id FROM search_document WHERE to_tsvector('simple', tokens) @@ "
    "%s::tsquery) SELECT id FROM hits",
}


@dataclass(frozen=True)
class Term:
    """One stretch of the query: its words in a row, the last of them perhaps only begun; or a secret number's hash."""

    words: tuple[str, ...]
    begun: bool = False
    secret: str = ""

    def sqlite(self, secrets: bool) -> str:
        """As FTS5 asks it. Words hold letters and digits only, so nothing is to be escaped."""
        plain = f'"{" ".join(self.words)}"' + (" *" if self.begun else "")
        return f'({plain} OR "{self.secret}")' if secrets and self.secret else plain

    def postgresql(self, secrets: bool) -> str:
        """As a tsquery."""
        plain = " <-> ".join(f"'{word}'" for word in self.words) + (":*" if self.begun else "")
        return f"({plain} | '{self.secret}')" if secrets and self.secret else f"({plain})"


def terms(text: str) -> list[Term]:
    """The stretches of a query, all of which a document must have; empty when there is too little to look for.

    One Chinese character is enough, of letters or digits there must be two.
    """
    found = [_term(run) for run in tokens.runs(text[:LONGEST])]
    return found if any(len(term.words[0]) > 1 or not term.words[0].isascii() for term in found) else []


def _term(run: str) -> Term:
    if run.isascii():
        secret = tokens.secret(run) if run.isdigit() and len(run) >= tokens.SHORTEST_SECRET else ""
        return Term((run,), begun=True, secret=secret)
    if len(run) == 1:
        return Term((tokens.single(run),), begun=True)
    return Term(tuple(tokens.pairs(run)))


def in_full(text: str) -> list[Term]:
    """The query as one complete title, name or number."""
    return [Term((tokens.whole(text[:LONGEST]),))] if terms(text) else []


def matching(found: list[Term], *, secrets: bool) -> RawSQL:
    """The ids of the documents that have all the terms, of every union: to be used inside `filter(id__in=…)`."""
    if connection.vendor == "sqlite":
        question = " AND ".join(term.sqlite(secrets) for term in found)
    else:
        question = " & ".join(term.postgresql(secrets) for term in found)
    return RawSQL(SQL[connection.vendor], [question])
