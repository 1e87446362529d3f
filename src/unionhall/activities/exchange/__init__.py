"""Lists that come in as workbooks: who enters, and what was achieved."""

from unionhall.activities.exchange.entries import EntryImporter
from unionhall.activities.exchange.results import ResultImporter

__all__ = ["EntryImporter", "ResultImporter"]
