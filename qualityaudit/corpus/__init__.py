"""Many papers in, their reports out: finding, running, and surviving the bad ones."""

from qualityaudit.corpus.find import find_papers
from qualityaudit.corpus.job import Outcome, Settings, audit_one, counted
from qualityaudit.corpus.pool import run

__all__ = ["Outcome", "Settings", "audit_one", "counted", "find_papers", "run"]
