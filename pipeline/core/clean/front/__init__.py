"""The front of an article: title, byline, dateline, agency."""

from pipeline.core.clean.front.dateline import read_dateline
from pipeline.core.clean.front.find import Front, find_front

__all__ = ["Front", "find_front", "read_dateline"]
