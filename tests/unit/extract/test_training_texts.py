"""What the entity weights are trained on beside others' corpora: texts of our own, and copies with other names."""

import random
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.core.extract.model import choice as models
from training.ner_data import NEWSWIRE, read_marked, reference
from training.ner_renaming import Names, renamed

SAMPLES = Path(__file__).parents[2] / "data" / "extract" / "newswire.txt"
HELD_OUT = SAMPLES.with_name("held_out.txt")


@pytest.fixture(scope="module")
def nlp() -> Language:
    return models.load("md", tuned=False).nlp


@pytest.fixture(scope="module")
def own(nlp: Language) -> list[Doc]:
    return [reference(nlp, document, []) for path in NEWSWIRE for document in read_marked(path)[:15]]


def test_marked_texts_have_their_names_where_they_say() -> None:
    documents = [document for path in (*NEWSWIRE, SAMPLES, HELD_OUT) for document in read_marked(path)]
    assert len({document.id for document in documents}) == len(documents) > 850
    for document in documents:
        assert "[" not in document.text, "a mark with a mistake stays in the text"
        for start, end, _ in document.entities:
            name = document.text[start:end]
            assert name == name.strip()
            assert not document.text[start - 1 : start].isalnum() or start == 0, name
            assert not document.text[end : end + 1].isalnum(), name


@pytest.mark.parametrize("path", [SAMPLES, HELD_OUT], ids=lambda path: path.stem)
def test_what_is_scored_is_not_trained_on(path: Path) -> None:
    trained: set[str] = set().union(*map(_lines_with_names, NEWSWIRE))
    scored = _lines_with_names(path)
    assert len(scored) > 40
    assert trained.isdisjoint(scored)


def test_a_copy_differs_in_its_names_only(nlp: Language, own: list[Doc]) -> None:
    names = Names(own)
    changed = 0
    for doc in own:
        copy = renamed(nlp, doc, names, 0.8, random.Random(1))
        assert [entity.label_ for entity in copy.ents] == [entity.label_ for entity in doc.ents]
        assert _between(copy) == _between(doc)
        changed += sum(one.text != other.text for one, other in zip(doc.ents, copy.ents, strict=True))
    assert changed > 0.6 * sum(len(doc.ents) for doc in own)


def test_a_name_becomes_the_same_one_everywhere(nlp: Language, own: list[Doc]) -> None:
    names = Names(own)
    for doc in own:
        copy = renamed(nlp, doc, names, 1.0, random.Random(2))
        others: dict[tuple[str, str], set[str]] = {}
        for one, other in zip(doc.ents, copy.ents, strict=True):
            others.setdefault((one.text, one.label_), set()).add(other.text)
        assert all(len(found) == 1 for found in others.values())


def test_the_same_seed_gives_the_same_copy(nlp: Language, own: list[Doc]) -> None:
    first, again = (renamed(nlp, own[0], Names(own), 0.8, random.Random(3)).text for _ in range(2))
    assert first == again
    assert first != own[0].text


def _between(doc: Doc) -> list[str]:
    """The text between the names."""
    bounds = [0, *(number for entity in doc.ents for number in (entity.start, entity.end)), len(doc)]
    return [doc[start:end].text for start, end in zip(bounds[::2], bounds[1::2], strict=True)]


def _lines_with_names(path: Path) -> set[str]:
    """What lines say; tables' headings, dates and the like are forms that all agencies share."""
    found = set()
    for document in read_marked(path):
        for start, end, _ in document.entities:
            line = document.text[document.text.rfind("\n", 0, start) + 1 :].partition("\n")[0]
            if len(line) > end - start + 20 and not line.endswith(":"):
                found.add(line)
    return found
