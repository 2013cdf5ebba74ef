"""What holds for any text: exact offsets, one entity a thing, and nothing that depends on the batch or on the past."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.core.extract import Document, Extraction, Extractor, ExtractSettings
from pipeline.core.extract.model.chunks import LONGEST

NEWS = """Harbour of Geneva to get a new ferry

Geneva, 3 March - The World Health Organization (WHO) and Nordwind Energy agreed on Tuesday to pay for a ferry.

"It is high time," said Maria Keller, who leads the Swiss company. Keller spoke after talks in Paris, France.
Norwegian engineers will build it for $3.5 million, the WHO said.
"""
WORDS = st.sampled_from(
    [
        *("Maria Keller", "Keller", "MARIA KELLER", "the World Health Organization (WHO)", "WHO", "Geneva", "the U.S."),
        *("Norwegian", "Norwegians", "President", "Mr.", "said", "beat", "won", "the", "of", "in", "United", "FC"),
        *(
            "Oslo, 3 March - ",
            "2-1",
            "\n",
            "\n\n",
            " ",
            ".",
            ",",
            "’s",
            "'s",
            "(",
            ")",
            "“",
            "\U0001f680",
            "\u00a0",
            "İ",
        ),
    ]
)
TEXTS = st.one_of(
    st.lists(WORDS, max_size=50).map(" ".join), st.lists(WORDS, max_size=30).map("".join), st.text(max_size=300)
)
DOCUMENTS = st.builds(
    Document, TEXTS, title=st.none() | st.just("Maria Keller wins"), language=st.none() | st.sampled_from(["en", "de"])
)


@pytest.fixture(scope="module")
def small() -> Extractor:
    return Extractor.load(ExtractSettings(model="sm"))


def check(text: str, extraction: Extraction) -> None:
    """What holds for every extraction of `text`."""
    mentions = [mention for entity in extraction.entities for mention in entity.mentions]
    assert all(text[mention.start : mention.end] == mention.surface for mention in mentions)
    assert all(mention.surface.strip() == mention.surface != "" for mention in mentions)
    places = sorted((mention.start, mention.end) for mention in mentions)
    assert all(end <= start for (_, end), (start, _) in pairwise(places)), "mentions overlap"
    for entity in extraction.entities:
        assert entity.name
        assert entity.count == len(entity.mentions) > 0
        assert list(entity.mentions) == sorted(entity.mentions, key=lambda mention: mention.start)
        assert entity.name not in entity.aliases
        assert 0 <= entity.salience <= 1
    names = [(entity.name, entity.type) for entity in extraction.entities]
    assert len(set(names)) == len(names)
    firsts = [entity.mentions[0].start for entity in extraction.entities]
    assert firsts == sorted(firsts)


def test_an_article(small: Extractor) -> None:
    found = small.extract([Document(NEWS)])[0]
    check(NEWS, found)
    types = {entity.name: entity.type for entity in found.entities}
    assert types["Maria Keller"] == "PERSON"
    assert types["World Health Organization"] == "ORG"
    assert types["Geneva"] == types["Paris"] == types["France"] == "GPE"
    assert types["Norwegian"] == "NORP"
    assert {"CH", "FR", "NO"} <= set(found.countries)


@settings(max_examples=150, deadline=None)
@given(documents=st.lists(DOCUMENTS, max_size=5))
def test_offsets_are_exact_and_batches_change_nothing(small: Extractor, documents: list[Document]) -> None:
    together = small.extract(documents)
    assert together == [small.extract([document])[0] for document in documents]
    assert together == small.extract(documents[::-1])[::-1]
    for document, found in zip(documents, together, strict=True):
        check(document.text, found)


def test_both_engines_find_the_same(small: Extractor) -> None:
    plain = Extractor.load(ExtractSettings(model="sm", engine="spacy"))
    documents = [Document(text, language="en") for text in (NEWS, NEWS.upper(), "", "Oslo")]
    assert plain.extract(documents) == small.extract(documents)
    assert plain.engine_reason is None


def test_a_text_longer_than_is_read_at_once(small: Extractor) -> None:
    text = NEWS * (2 * LONGEST // len(NEWS) + 1)
    found = small.extract([Document(text)])[0]
    check(text, found)
    keller = next(entity for entity in found.entities if entity.name == "Maria Keller")
    assert keller.count >= text.count("Keller") * 0.95


def test_nothing_that_was_read_before_changes_what_is_found(small: Extractor) -> None:
    first = small.extract([Document(NEWS)])
    for number in range(30):
        small.extract([Document(f"Vyx{number} Zephyrin{number} of Quorr{number}dale met Blix{number} in Nyr{number}.")])
    assert small.extract([Document(NEWS)]) == first
