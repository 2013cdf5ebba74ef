"""Training of the `ner` component; its tables of embeddings and its vectors stay as they are."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.core.extract.model.fast import weights
from training.ner_data import pieces
from training.ner_network import Batch, Floats, Parameters, get, loss

_PAD = 4  # rows between texts, as the encoder itself puts there


@dataclass(frozen=True)
class Recipe:
    """How long and how boldly to train. `keep` pulls the weights back to the base model's at every step.

    `capitals` is the share of beginnings that are shown in capitals; `average_from` the share of the steps after which
    the mean of the weights is taken; `share` how much of the way from the base to the trained weights is gone.
    """

    epochs: int = 12
    rate: float = 1e-3
    dropout: float = 0.2
    batch: int = 1500
    keep: float = 0.0
    capitals: float = 0.1
    average_from: float = 0.5
    share: float = 1.0
    seed: int = 0


@dataclass(frozen=True)
class Piece:
    """A part of a text ready for training: its words, plain and with capitals, and what to do at each token.

    Words are rows of the table that `prepare` returns.
    """

    variants: list[NDArray[np.int64]]
    closed: NDArray[np.int64]
    closed_target: NDArray[np.int64]
    closed_allowed: NDArray[np.bool_]
    open: NDArray[np.int64]
    began: NDArray[np.int64]
    open_target: NDArray[np.int64]
    open_allowed: NDArray[np.bool_]


def prepare(nlp: Language, references: list[Doc], seed: int = 0) -> tuple[Floats, list[Piece]]:
    """Everything that does not change while training: the words' embeddings, and the texts in pieces."""
    rng = np.random.default_rng(seed)
    parts = [part for doc in references for part in pieces(doc)]
    words = _Words(nlp)
    plain = [words.rows(_same(nlp, part, 0)) for part in parts]
    capital = [words.rows(_same(nlp, part, int(rng.integers(5, 25)))) for part in parts]
    moves = nlp.get_pipe("ner").moves  # type: ignore[attr-defined]
    actions = {moves.get_class_name(number): number for number in range(moves.n_moves)}
    steps = _Steps(actions)
    found = [Piece([one, two], *steps.of(part)) for part, one, two in zip(parts, plain, capital, strict=True)]
    return words.table(), found


class _Words:
    """What the component's tables say of each word type, side by side, before it is mixed."""

    def __init__(self, nlp: Language) -> None:
        self._embedding = weights.read(nlp).embedding
        self._vectors = nlp.vocab.vectors
        self._rows: dict[tuple[int, int], int] = {}
        self._parts: list[Floats] = []

    def rows(self, doc: Doc) -> NDArray[np.int64]:
        """The row of each token of `doc`."""
        types = list(map(tuple, doc.to_array(["ORTH", "NORM"]).tolist()))
        new = {kind: number for number, kind in enumerate(types) if kind not in self._rows}
        if new:
            features = doc.to_array(list(self._embedding.attributes))[list(new.values())].astype("u8")
            self._parts.append(self._side_by_side(features, np.array([orth for orth, _ in new], "u8")))
            self._rows |= {kind: len(self._rows) + number for number, kind in enumerate(new)}
        return np.array([self._rows[kind] for kind in types], "i8")

    def table(self) -> Floats:
        """All rows."""
        return np.concatenate(self._parts)

    def _side_by_side(self, features: NDArray[np.uint64], keys: NDArray[np.uint64]) -> Floats:
        parts = [layer.predict(np.ascontiguousarray(features[:, column])) for column, layer in self._embedding.hashes]
        if self._embedding.static is not None:
            rows = self._vectors.find(keys=keys)
            static = self._vectors.data[rows] @ self._embedding.static
            static[rows < 0] = 0
            parts.append(static)
        return np.concatenate(parts, axis=1)


def train(base: Parameters, table: Floats, parts: list[Piece], recipe: Recipe) -> Parameters:
    """The trained parameters: the mean over the later steps, mixed with `base` by `share`."""
    rng = np.random.default_rng(recipe.seed)
    now = {key: value.copy() for key, value in base.items()}
    total = {key: np.zeros(value.shape, "f8") for key, value in base.items()}
    adam = _Adam(now)
    steps = recipe.epochs * max(1, round(sum(len(part.variants[0]) for part in parts) / recipe.batch))
    step = averaged = 0
    for _ in range(recipe.epochs):
        for group in _batches([parts[number] for number in rng.permutation(len(parts))], recipe.batch):
            _, grads = loss(now, _together(table, group, rng, recipe.capitals), recipe.dropout, rng)
            rate = recipe.rate * min(1.0, (step + 1) / 20) * max(0.05, 1 - step / steps)
            adam.step(now, grads, rate)
            if recipe.keep:
                for key, value in now.items():
                    now[key] = value - recipe.keep * rate * (value - base[key])
            step += 1
            if step > steps * recipe.average_from:
                averaged += 1
                for key, value in now.items():
                    total[key] += value
    return {
        key: (value + recipe.share * (total[key] / max(1, averaged) - value)).astype("f4")
        for key, value in base.items()
    }


@dataclass
class _Adam:
    """Kingma and Ba, "Adam: a method for stochastic optimization", 2015, with the gradient's norm bounded by 1."""

    like: Parameters
    first: Parameters = field(default_factory=dict)
    second: Parameters = field(default_factory=dict)
    count: int = 0

    def step(self, parameters: Parameters, grads: Parameters, rate: float) -> None:
        self.count += 1
        norm = np.sqrt(sum(float((grad**2).sum()) for grad in grads.values()))
        for key, grad in grads.items():
            bounded = grad / max(1.0, norm)
            one = self.first[key] = 0.9 * self.first.get(key, 0 * bounded) + 0.1 * bounded
            two = self.second[key] = 0.999 * self.second.get(key, 0 * bounded) + 0.001 * bounded**2
            correct = np.sqrt(1 - 0.999**self.count) / (1 - 0.9**self.count)
            parameters[key] -= (rate * correct * one / (np.sqrt(two) + 1e-8)).astype("f4")


@dataclass(frozen=True)
class _Steps:
    """What the parser is to do, from the marked entities; `actions` are the component's own."""

    actions: dict[str, int]

    def of(self, part: Doc) -> tuple[NDArray, ...]:  # type: ignore[type-arg]
        size = max(self.actions.values()) + 1
        closed, closed_target, opened, began, open_target = [], [], [], [], []
        start = 0
        for token in part:
            last = token.i + 1 == len(part) or part[token.i + 1].ent_iob_ != "I"
            if token.ent_iob_ == "I":
                opened.append(token.i)
                began.append(start)
                open_target.append(self.actions[("L-" if last else "I-") + token.ent_type_])
            elif not token.is_space:
                start = token.i
                closed.append(token.i)
                known = token.ent_iob_ == "B"
                closed_target.append(self.actions[("U-" if last else "B-") + token.ent_type_ if known else "O"])
        free = np.zeros((len(closed), size), bool)
        for name, number in self.actions.items():
            free[:, number] = name == "O" or name[:2] in ("B-", "U-")
        bound = np.zeros((len(opened), size), bool)
        for row, number in enumerate(open_target):
            label = next(name[2:] for name, value in self.actions.items() if value == number)
            bound[row, [self.actions[f"I-{label}"], self.actions[f"L-{label}"]]] = True
        whole = [np.array(rows, dtype="i8") for rows in (closed, closed_target, opened, began, open_target)]
        return whole[0], whole[1], free, whole[2], whole[3], whole[4], bound


def _same(nlp: Language, part: Doc, capitals: int) -> Doc:
    """The part's words as a fresh text, the first `capitals` of them in capitals."""
    words = [token.text.upper() if token.i < capitals else token.text for token in part]
    return Doc(nlp.vocab, words=words, spaces=[bool(token.whitespace_) for token in part])


def _batches(parts: list[Piece], words: int) -> Iterator[list[Piece]]:
    group: list[Piece] = []
    size = 0
    for part in parts:
        group.append(part)
        size += len(part.variants[0])
        if size >= words:
            yield group
            group, size = [], 0
    if group:
        yield group


def _together(table: Floats, group: list[Piece], rng: np.random.Generator, capitals: float) -> Batch:
    rows, offsets, place = [], [], _PAD
    gap = np.full(_PAD, -1, "i8")
    for part in group:
        chosen = part.variants[int(rng.random() < capitals)]
        rows += [gap, chosen]
        offsets.append(place)
        place += len(chosen) + _PAD
    rows.append(gap)
    moved = zip(offsets, group, strict=True)
    pairs = [(part.closed + offset, part.open + offset, part.began + offset) for offset, part in moved]
    return Batch(
        table,
        np.concatenate(rows),
        np.concatenate([pair[0] for pair in pairs]),
        np.concatenate([part.closed_target for part in group]),
        np.concatenate([part.closed_allowed for part in group]),
        np.concatenate([pair[1] for pair in pairs]),
        np.concatenate([pair[2] for pair in pairs]),
        np.concatenate([part.open_target for part in group]),
        np.concatenate([part.open_allowed for part in group]),
    )


__all__ = ["Recipe", "get", "prepare", "train"]
