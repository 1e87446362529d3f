"""The Word forms of a congress, told to the files engine, and the archive of a session."""

from unionhall.congress.printing.forms import FORMS, OF_RECORDS, offered

__all__ = ["FORMS", "OF_RECORDS", "offered"]
