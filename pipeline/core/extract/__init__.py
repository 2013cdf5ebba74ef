"""People, organisations and places: which model reads a text, what it finds, and what that means for the document."""

from pipeline.core.extract.contract import Document, Extraction, ExtractSettings
from pipeline.core.extract.extractor import Extractor
from pipeline.core.extract.model.choice import ModelNotFoundError

__all__ = ["Document", "ExtractSettings", "Extraction", "Extractor", "ModelNotFoundError"]
