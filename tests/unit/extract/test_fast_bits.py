"""To the last bit the fast engine gives a document the same vectors whatever is read with it or was read before."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from pipeline.core.extract.model.choice import load
from pipeline.core.extract.model.fast import FastNer
from pipeline.core.extract.model.fast.arithmetic import (
    BLOCK,
    Floats,
    largest_piece,
    normalise,
    product,
    product_by_row,
)
from pipeline.core.extract.model.fast.encode import Encoder
from pipeline.core.extract.model.fast.layout import Layout
from pipeline.core.extract.model.fast.shares import Shares
from pipeline.core.extract.model.fast.weights import Maxout

_WORDS = (
    "Maria Keller of Nordwind Energy said in Geneva on Tuesday that the UN , ( ) “ ” 's 3.5 million \n WORLD".split(" ")
)


def _texts(count: int) -> list[str]:
    chance = random.Random(7)
    return [" ".join(chance.choices(_WORDS, k=chance.choice((1, 2, 5, 40, 200)))) for _ in range(count)]


def _encoded(engine: FastNer, docs: list[Doc]) -> list[Floats]:
    rows = engine._types.rows(docs)
    layout = Layout.of([len(doc) for doc in docs], padding=engine._encoder.padding)
    encoded = engine._encoder.encode(layout.spread(rows), engine._types.vectors)
    return [encoded[start:end] for start, end in zip(layout.starts, layout.ends, strict=True)]


@pytest.mark.parametrize("name", ["sm", "md"])
def test_vectors_are_the_same_alone_and_in_any_company(name: str) -> None:
    nlp = load(name).nlp
    docs = [nlp.make_doc(text) for text in _texts(40)]
    together = _encoded(FastNer(nlp), docs)
    another = FastNer(nlp)
    order = list(range(len(docs)))
    random.Random(1).shuffle(order)
    for number in order:
        assert np.array_equal(_encoded(another, [docs[number]])[0], together[number])


def test_leads_are_the_same_alone_and_in_any_company() -> None:
    nlp = load("md").nlp
    docs = [nlp.make_doc(text) for text in _texts(40)]
    engine = FastNer(nlp)
    together = engine.read(docs)
    assert [engine.read([doc])[0] for doc in docs] == together


def test_a_row_of_a_product_is_the_same_in_any_block() -> None:
    numbers = np.random.default_rng(0)
    rows = numbers.normal(size=(8 * BLOCK, 288)).astype(np.float32)
    weight = numbers.normal(size=(288, 288)).astype(np.float32)
    whole = product(rows, weight)
    for start in range(0, len(rows), BLOCK):
        assert np.array_equal(product(rows[start : start + BLOCK], weight), whole[start : start + BLOCK])
    by_row = product_by_row(rows, weight)
    assert np.array_equal(product_by_row(rows[5:18], weight), by_row[5:18])
    assert np.allclose(by_row, whole, atol=1e-3)


def _layer(numbers: np.random.Generator, width: int, pieces: int) -> Maxout:
    def floats(*shape: int) -> Floats:
        return numbers.normal(size=shape).astype(np.float32)

    return Maxout(floats(3 * width, pieces * width), floats(pieces * width), floats(width), floats(width))


def _by_windows(layers: list[Maxout], words: Floats) -> Floats:
    """What the encoder computes, window by window."""
    for layer in layers:
        around = np.pad(words, ((1, 1), (0, 0)))
        windows = np.concatenate([around[:-2], around[1:-1], around[2:]], axis=1)
        seen = largest_piece(windows @ layer.weight + layer.bias, words.shape[1])
        words = words + normalise(seen, layer.gain, layer.shift)
    return words


@pytest.mark.parametrize(("rows", "pieces", "depth"), [(BLOCK, 3, 1), (9 * BLOCK, 2, 4), (16 * BLOCK, 4, 2)])
def test_the_encoder_looks_at_windows_of_three_words(rows: int, pieces: int, depth: int) -> None:
    numbers = np.random.default_rng(rows)
    layers = [_layer(numbers, 24, pieces) for _ in range(depth)]
    vectors = np.concatenate([np.zeros((1, 24)), numbers.normal(size=(30, 24))]).astype(np.float32)
    encoder = Encoder(layers)
    encoder.shares.learn(1, vectors[1:])
    types = numbers.integers(0, 31, rows)
    assert np.allclose(encoder.encode(types, vectors), _by_windows(layers, vectors[types]), atol=1e-4)


def test_a_word_has_the_same_shares_whether_they_are_remembered_or_not() -> None:
    numbers = np.random.default_rng(2)
    layer = _layer(numbers, 24, 3)
    vectors = np.concatenate([np.zeros((1, 24)), numbers.normal(size=(50, 24))]).astype(np.float32)
    many, few = Shares(layer, kept=64), Shares(layer, kept=8)
    many.learn(1, vectors[1:])
    few.learn(1, vectors[1:5])
    few.learn(5, vectors[5:])
    for types in (np.array([3, 50, 0, 7, 8, 50, 3]), np.arange(51), np.array([1, 2])):
        known, found = many.places(types, vectors), few.places(types, vectors)  # first: they may need a larger table
        assert np.array_equal(many.table[:, known], few.table[:, found])
    assert np.array_equal(many.table[:, 0].sum(axis=0), layer.bias)


@pytest.mark.parametrize("far", [1.0, 1e4])
def test_what_stands_beside_a_window_hardly_shows_in_it(far: float) -> None:
    """Filters take four words with one to each side, whatever the window; what is too much must cancel."""
    numbers = np.random.default_rng(4)
    layers = [_layer(numbers, 24, 3) for _ in range(2)]
    vectors = numbers.normal(size=(4, 24)).astype(np.float32)
    encoder = Encoder(layers)
    vectors[3] *= far
    encoder.shares.learn(0, vectors)
    types = numbers.integers(0, 3, 2 * BLOCK)
    expected = _by_windows(layers, vectors[types])
    types[BLOCK + 2] = 3
    seen = np.abs(np.arange(2 * BLOCK) - BLOCK - 2) <= 2
    found = encoder.encode(types, vectors)
    assert np.allclose(found[~seen][2:-2], expected[~seen][2:-2], atol=1e-4)
    assert not np.allclose(found[seen], expected[seen], atol=1e-2)


def test_maxout_takes_the_largest_of_any_number_of_pieces() -> None:
    values = np.array([[1, 5, 4, 2, 3, 9, 0, 0]], np.float32)
    assert largest_piece(values, 2).tolist() == [[4, 9]]
    assert largest_piece(values, 4).tolist() == [[3, 9, 4, 2]]


def test_normalised_rows_have_mean_nought_and_variance_one() -> None:
    values = np.random.default_rng(1).normal(3, 5, size=(7, 96)).astype(np.float32)
    done = normalise(values, np.ones(96, np.float32), np.zeros(96, np.float32))
    assert np.allclose(done.mean(axis=1), 0, atol=1e-5)
    assert np.allclose(done.var(axis=1), 1, atol=1e-4)


@given(lengths=st.lists(st.integers(1, 200), min_size=1, max_size=8), padding=st.integers(1, 8))
def test_documents_begin_blocks_and_are_padded_on_both_sides(lengths: list[int], padding: int) -> None:
    layout = Layout.of(lengths, padding)
    assert layout.rows % BLOCK == 0
    assert (layout.ends - layout.starts).tolist() == lengths
    assert all((start - padding) % BLOCK == 0 for start in layout.starts.tolist())
    assert (layout.starts - np.concatenate([[0], layout.ends[:-1]]) >= padding).all()
    assert layout.rows - layout.ends[-1] >= padding


def test_numbers_are_spread_to_their_rows_and_nought_elsewhere() -> None:
    layout = Layout.of([2, 1], padding=4)
    spread = layout.spread([[7, 8], [9]])
    assert spread.nonzero()[0].tolist() == [4, 5, BLOCK + 4]
    assert spread[layout.starts].tolist() == [7, 9]
    assert layout.final().nonzero()[0].tolist() == [5, BLOCK + 4]


class _Counting:
    """A document that counts how many of its tokens were looked up."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self.read = 0

    def __len__(self) -> int:
        return len(self._doc)

    def to_array(self, attributes: list[str]) -> np.ndarray:
        self.read += len(self._doc)
        return self._doc.to_array(attributes)


def test_a_text_of_new_words_is_looked_up_a_fixed_number_of_times() -> None:
    nlp = load("md").nlp
    engine = FastNer(nlp)
    for number, words in enumerate((100, 1000)):
        doc = _Counting(nlp.make_doc("\n".join(f"vyx{number}zephyrin{word}" for word in range(words))))
        engine._types.rows([doc])  # type: ignore[list-item]
        assert doc.read <= 2 * len(doc), "each new word costs a look at all others"
