"""Trained weights go onto the very model that they were trained from, and onto no other."""

import io

import numpy as np
import pytest

from pipeline.core.extract import Document, Extractor, ExtractSettings
from pipeline.core.extract.model import choice as models
from pipeline.core.extract.model import tuning


@pytest.fixture(scope="module")
def md():
    return models.load("md", tuned=False).nlp


def test_the_weights_fit_the_installed_model(md):
    tuned = models.load("md")
    assert tuned.component.settings["tuned"]
    before = {key: node.get_param(name) for key, node, name in tuning.parameters(md.get_pipe("ner").model)}
    after = {key: node.get_param(name) for key, node, name in tuning.parameters(tuned.nlp.get_pipe("ner").model)}
    changed = [key for key in before if not np.array_equal(before[key], after[key])]
    assert 0 < len(changed) < len(before), "the embeddings stay as they are"


def test_another_version_of_the_model_is_left_as_it_is():
    nlp = models.load("md", tuned=False).nlp
    model = nlp.get_pipe("ner").model
    _, node, name = next(tuning.parameters(model))
    node.set_param(name, node.get_param(name) + np.float32(1e-3))
    changed = tuning.fingerprint(model)
    assert tuning.apply(nlp) is None
    assert tuning.fingerprint(model) == changed


def test_a_model_without_trained_weights_has_none():
    assert models.load("sm").component.settings == {}


def test_all_labels_survive(md):
    assert models.load("md").nlp.get_pipe("ner").labels == md.get_pipe("ner").labels


def test_packed_weights_are_found_again(md):
    model = md.get_pipe("ner").model
    key, _, _ = next(tuning.parameters(model))
    packed = tuning.pack(model, {key: np.ones(3, "f4")}, "one")
    with np.load(io.BytesIO(packed)) as stored:
        assert str(stored["version"]) == "one"
        assert str(stored["base"]) == tuning.fingerprint(model)
        assert stored[key].dtype == np.float16


def test_the_record_says_whether_the_weights_are_on():
    text = Document("Prime Minister Anna Lind flew to Reykjavik.")
    for tuned in (True, False):
        (extraction,) = Extractor.load(ExtractSettings(model="md", tuned=tuned)).extract([text])
        assert extraction.model is not None
        assert ("tuned" in extraction.model.settings) is tuned


def test_both_engines_read_the_tuned_model_alike():
    texts = [Document("Prime Minister Anna Lind of Norway met Nordwind Energy in Reykjavik on Tuesday. " * 5)]
    fast = Extractor.load(ExtractSettings(model="md", engine="fast"))
    plain = Extractor.load(ExtractSettings(model="md", engine="spacy"))
    assert fast.extract(texts) == plain.extract(texts)
