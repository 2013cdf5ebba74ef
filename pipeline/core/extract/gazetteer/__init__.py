"""What is known of the world's names: countries, the words for their people, cities."""

from pipeline.core.extract.gazetteer.gazetteer import City, Gazetteer

__all__ = ["City", "Gazetteer"]
