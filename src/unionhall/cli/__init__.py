"""The `unionhall` command."""

from unionhall.cli.main import main

__all__ = ["main"]
