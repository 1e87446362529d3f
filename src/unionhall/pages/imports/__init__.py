"""Imports in two steps: a preview that sorts every row with its reason, then all of it or nothing (contract 7)."""

from unionhall.pages.imports import clean
from unionhall.pages.imports.fields import Field
from unionhall.pages.imports.importer import Importer
from unionhall.pages.imports.preview import Ask, Kind, Line, Preview
from unionhall.pages.imports.site import ImportPages
from unionhall.pages.imports.table import Source, read

__all__ = ["Ask", "Field", "ImportPages", "Importer", "Kind", "Line", "Preview", "Source", "clean", "read"]
