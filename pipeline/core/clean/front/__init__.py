"""The front of an article: title, byline, dateline, agency."""

from pipeline.core.clean.front.biography import is_biography
from pipeline.core.clean.front.dateline import read_dateline
from pipeline.core.clean.front.find import Front, find_front

__all__ = ["Front", "find_front", "is_biography", "read_dateline"]
