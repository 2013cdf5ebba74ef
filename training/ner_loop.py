"""Training of the `ner` component's encoder and parser; the embeddings stay as they are."""

import random
from dataclasses import dataclass

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import Adam, Model, fix_random_seed

from training.ner_data import pieces


@dataclass(frozen=True)
class Recipe:
    """How long and how boldly to train. `keep` pulls the weights back to the base model's, each step."""

    epochs: int = 8
    rate: float = 1e-3
    dropout: float = 0.2
    batch: int = 1000
    keep: float = 0.0
    upper: float = 0.0
    average_from: float = 0.5
    seed: int = 0


Weights = dict[tuple[int, str], np.ndarray]


def trainable(model: Model) -> dict[tuple[int, str], Model]:
    """The nodes and parameters that are trained: all but the embedding's, by their place in the model."""
    embed = next(node for node in model.get_ref("tok2vec").walk() if "embed" in node.ref_names).get_ref("embed")
    frozen = {id(node) for node in embed.walk()}
    return {
        (place, name): node
        for place, node in enumerate(model.walk())
        if id(node) not in frozen
        for name in node.param_names
        if node.has_param(name)
    }


def weights(model: Model) -> Weights:
    """A copy of the parameters that are trained."""
    return {key: node.get_param(key[1]).copy() for key, node in trainable(model).items()}


def set_weights(model: Model, new: Weights) -> None:
    """Put parameters into the model."""
    for key, node in trainable(model).items():
        node.set_param(key[1], new[key].astype("f4"))


def train(nlp: Language, references: list[Doc], recipe: Recipe) -> Weights:
    """Train `nlp`'s `ner` in place, and return the mean of the weights over the later steps."""
    fix_random_seed(recipe.seed)
    rng = random.Random(recipe.seed)
    ner = nlp.get_pipe("ner")
    nodes = trainable(ner.model)
    base = weights(ner.model)
    total = {key: np.zeros_like(value, dtype="f8") for key, value in base.items()}
    optimizer = Adam(recipe.rate, L2=0.0, grad_clip=1.0)
    parts = [part for doc in references for part in pieces(doc)]
    steps = int(recipe.epochs * sum(map(len, parts)) / recipe.batch)
    step = averaged = 0
    for _ in range(recipe.epochs):
        rng.shuffle(parts)
        for batch in _batches(parts, recipe.batch):
            examples = [_example(nlp, part, rng, recipe.upper) for part in batch]
            ner.update(examples, drop=recipe.dropout, sgd=None)
            rate = recipe.rate * min(1.0, (step + 1) / 20) * max(0.1, 1 - step / steps)
            _step(ner.model, nodes, base, optimizer, rate, recipe.keep)
            step += 1
            if step > steps * recipe.average_from:
                averaged += 1
                for key, node in nodes.items():
                    total[key] += node.get_param(key[1])
    return {key: (value / max(1, averaged)).astype("f4") for key, value in total.items()}


def _step(
    model: Model, nodes: dict[tuple[int, str], Model], base: Weights, optimizer: Adam, rate: float, keep: float
) -> None:
    optimizer.learn_rate = rate
    for key, node in nodes.items():
        name = key[1]
        if node.has_grad(name):
            new, _ = optimizer(key, node.get_param(name), node.get_grad(name))
            node.set_param(name, new - keep * rate * (new - base[key]) if keep else new)
    for node in model.walk():
        for name in node.param_names:
            if node.has_grad(name):
                node.set_grad(name, np.zeros_like(node.get_grad(name)))


def _batches(parts: list[Doc], words: int) -> list[list[Doc]]:
    batches: list[list[Doc]] = [[]]
    size = 0
    for part in parts:
        if size >= words:
            batches.append([])
            size = 0
        batches[-1].append(part)
        size += len(part)
    return batches


def _example(nlp: Language, part: Doc, rng: random.Random, upper: float) -> Example:
    """The part as the model will see it; now and then in capitals, as headlines of agencies are."""
    words = [token.text for token in part]
    spaces = [bool(token.whitespace_) for token in part]
    if rng.random() < upper:
        words = [word.upper() for word in words]
        target = Doc(nlp.vocab, words=words, spaces=spaces)
        target.set_ents([type(span)(target, span.start, span.end, label=span.label_) for span in part.ents])
        part = target
    return Example(Doc(nlp.vocab, words=words, spaces=spaces), part)
