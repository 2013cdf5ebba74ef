"""The network that is trained outside spaCy: its gradients, and that it is spaCy's own."""

import numpy as np
import pytest
from spacy.language import Language

from pipeline.core.extract.model import choice as models
from training.ner_data import NEWSWIRE, read_marked, reference
from training.ner_loop import Recipe, prepare, train
from training.ner_network import Batch, Parameters, get, loss, put


@pytest.fixture(scope="module")
def nlp() -> Language:
    return models.load("md", tuned=False).nlp


@pytest.fixture(scope="module")
def prepared(nlp: Language):
    return prepare(nlp, [reference(nlp, document, []) for document in read_marked(NEWSWIRE[0])[:2]])


@pytest.fixture(scope="module")
def batch(prepared) -> Batch:
    table, pieces = prepared
    (piece,) = pieces[:1]
    rows = [piece.closed, piece.closed_target, piece.closed_allowed, piece.open, piece.began, piece.open_target]
    return Batch(table, piece.variants[0], *rows, piece.open_allowed)


def test_gradients_are_those_of_small_differences(nlp: Language, batch: Batch) -> None:
    base = get(nlp.get_pipe("ner").model)
    _, grads = loss(base, batch, 0.0, np.random.default_rng(0))
    assert grads.keys() == base.keys()
    for key, grad in grads.items():
        at = np.unravel_index(np.abs(grad).argmax(), grad.shape)
        difference = (_moved(base, batch, key, at, 1e-2) - _moved(base, batch, key, at, -1e-2)) / 2e-2
        assert difference == pytest.approx(float(grad[at]), rel=0.05, abs=1e-3), key


def test_training_lowers_the_loss_and_gives_the_same_weights_again(nlp: Language, prepared, batch: Batch) -> None:
    base = get(nlp.get_pipe("ner").model)
    once, again = (train(base, *prepared, Recipe(epochs=6, rate=1e-4)) for _ in range(2))
    assert all(np.array_equal(once[key], again[key]) for key in base)
    assert all(not np.array_equal(once[key], base[key]) for key in ("mix", "W0", "upper"))
    before, after = (loss(one, batch, 0.0, np.random.default_rng(0))[0] for one in (base, once))
    assert after < before


def test_parameters_can_be_set_and_read_back(nlp: Language) -> None:
    model = nlp.get_pipe("ner").model
    base = get(model)
    put(model, {key: value + 1 for key, value in base.items()})
    assert all(np.array_equal(value, base[key] + 1) for key, value in get(model).items())
    put(model, base)


def _moved(base: Parameters, batch: Batch, key: str, at: tuple[np.intp, ...], step: float) -> float:
    changed = base | {key: base[key].copy()}
    changed[key][at] += step
    return loss(changed, batch, 0.0, np.random.default_rng(0))[0]
