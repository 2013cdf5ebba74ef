"""Models are loaded once for all tests."""

import pytest

from pipeline.core.extract import Extractor, ExtractSettings


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor.load(ExtractSettings())
