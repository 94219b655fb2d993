"""A Document in, the facts of the study out: who, what, how many, which features, which models, and what is n/a."""

from qualityaudit.study.describe import describe
from qualityaudit.study.metadata import Metric, StudyMetadata

__all__ = ["Metric", "StudyMetadata", "describe"]
