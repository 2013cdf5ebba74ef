"""The tokenizer that remembers: the same tokens as without, and no more memory than it may take."""

from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.core.extract.model.choice import load
from pipeline.core.extract.model.fast import Tokenizer
from tests.unit.extract.test_fast import ODDITIES, TEXTS

FRESH = load("sm").nlp
USED = load("sm").nlp
TOKENIZER = Tokenizer(USED)


def tokens(docs: list[Doc]) -> list[list[tuple[str, str, str, int]]]:
    return [[(token.text, token.norm_, token.whitespace_, token.idx) for token in doc] for doc in docs]


@given(texts=st.lists(TEXTS, max_size=5))
def test_tokens_are_the_same(texts: list[str]) -> None:
    expected = tokens([FRESH.make_doc(text) for text in texts])
    assert tokens(TOKENIZER.documents(texts)) == expected
    assert tokens(TOKENIZER.documents(texts)) == expected, "on words it knows"


def test_odd_texts_have_the_same_tokens() -> None:
    assert tokens(TOKENIZER.documents(ODDITIES)) == tokens([FRESH.make_doc(text) for text in ODDITIES])


def words_after(nlp: Language, tokenizer: Tokenizer, text: str) -> int:
    with tokenizer.bounded():
        tokenizer.documents([text])
    return sum(1 for _ in nlp.vocab)


def test_new_words_are_forgotten_once_it_knows_enough() -> None:
    nlp = load("sm").nlp
    tokenizer = Tokenizer(nlp, most=5)
    grown = words_after(nlp, tokenizer, "Quorrendale Vyxmouth Zephyrin Ottomar Blixen Nyrrovia")
    assert words_after(nlp, tokenizer, "Ambergris Colwyth Drumlin Eskavar") == grown
    assert tokens(tokenizer.documents(["Quorrendale isn't Eskavar."])) == tokens(
        [FRESH.make_doc("Quorrendale isn't Eskavar.")]
    )
