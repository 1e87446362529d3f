"""Lists that come in as workbooks: the delegate roll."""

from unionhall.congress.exchange.delegates import DelegateImporter

__all__ = ["DelegateImporter"]
