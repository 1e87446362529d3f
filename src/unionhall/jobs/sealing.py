"""The audit trail is sealed a few seconds after it is written; `audit` stands below us and cannot ask for it itself."""

from unionhall.audit import chain
from unionhall.jobs.registry import every

every(3)(chain.seal)
