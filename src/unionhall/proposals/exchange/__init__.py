"""Lists that come in as workbooks: the proposals of past sessions."""

from unionhall.proposals.exchange.past import PastImporter

__all__ = ["PastImporter"]
