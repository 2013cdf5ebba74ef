"""Cleaning: from an article as it was scraped to headline, byline, dateline and body, and what was cut and why."""

from pipeline.core.clean.cleaner import Caution, Cleaner
from pipeline.core.clean.judged import Cleaned, ExplainedLine, Role

__all__ = ["Caution", "Cleaned", "Cleaner", "ExplainedLine", "Role"]
