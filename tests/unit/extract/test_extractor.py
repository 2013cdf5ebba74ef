"""From texts to entities with the real models."""

from pathlib import Path

import pytest

from pipeline.core.clean import Cleaner
from pipeline.core.extract import Document, Extractor, ExtractSettings, ModelNotFoundError
from pipeline.core.reasons import Mark

SEED = Path(__file__).parents[4] / "shared" / "seed.txt"


def found(extraction):
    return {(entity.name, entity.type) for entity in extraction.entities}


def one(extractor, text, **known):
    (extraction,) = extractor.extract([Document(text, **known)])
    return extraction


def test_the_seed_article(extractor):
    if not SEED.is_file():
        pytest.skip("the seed article lies in ../shared, which is not here")
    extraction = one(extractor, Cleaner().clean(SEED.read_text(encoding="utf-8")).text)
    wanted = {
        "PERSON": "Sergei Lavrov, Bashar al-Assad, Bashar al-Jaafari, Mohammed Sabra, Staffan de Mistura, Sam Heller, "
        "Thomas Pierret",
        "ORG": "UN, Century Foundation, University of Edinburgh",
        "GPE": "London, Astana, Kazakhstan, Russia, Iran, Turkey, Geneva, Switzerland, Syria",
    }
    expected = {(name, label) for label, names in wanted.items() for name in names.split(", ")}
    assert expected <= found(extraction)
    trailing = ("Vienna", "Tehran", "Khuzestan", "Qeshm", "Kazerun", "Reyhaneh", "Sarpol-e Zahab", "Guidance Patrol")
    assert not [name for name, _ in found(extraction) if any(word in name for word in trailing)]
    assert {"RU", "SY", "TR", "IR", "CH", "KZ", "GB"} <= set(extraction.countries)


def test_a_language_without_a_model_passes_marked(extractor):
    extraction = one(
        extractor, "Die Bundesregierung hat am Dienstag in Berlin beschlossen, die Steuern nicht zu senken."
    )
    assert extraction.language == "de"
    assert extraction.entities == ()
    assert extraction.model is None
    assert extraction.marks == (Mark.NO_MODEL_FOR_LANGUAGE,)


def test_a_language_that_is_given_is_believed(extractor):
    assert one(extractor, "Anna Lind left Oslo.", language="nn").marks == (Mark.NO_MODEL_FOR_LANGUAGE,)
    assert one(extractor, "Anna Lind left Oslo.", language="en-GB").language == "en"


@pytest.mark.parametrize("text", ["", " \n ", "\x00", "a" * 50_000, "(" * 20_000, "\n" * 20_000, "İ" * 999, "\ud800"])
def test_whatever_is_a_text_is_read(extractor, text):
    for code in ("en", None):
        extraction = one(extractor, text, language=code)
        for entity in extraction.entities:
            assert all(text[mention.start : mention.end] == mention.surface for mention in entity.mentions)


def test_a_long_text_is_read_to_its_end(extractor):
    paragraph = "Nothing happened in the town for a long while, and then it rained for a week or two.\n"
    text = paragraph * 3000 + "Prime Minister Anna Lindqvist flew to Reykjavik on Tuesday.\n"
    extraction = one(extractor, text)
    lind = next(entity for entity in extraction.entities if entity.name == "Anna Lindqvist")
    assert lind.mentions[0].start == text.index("Anna")


def test_numbers_are_left_out_unless_asked_for(extractor):
    text = "Nordwind Energy sold 40 percent for $3 million on Tuesday."
    assert not {label for _, label in found(one(extractor, text))} & {"DATE", "MONEY", "PERCENT"}
    numbers = Extractor.load(ExtractSettings(model="sm", include_numbers=True))
    assert {"MONEY", "PERCENT"} <= {label for _, label in found(one(numbers, text))}


def test_a_model_that_is_not_installed_is_named():
    with pytest.raises(ModelNotFoundError, match="xx_none"):
        Extractor.load(ExtractSettings(model="xx_none"))
