"""Read the parameters of a spaCy `ner` pipe, laid out for the fast engine; refuse what it does not understand.

Understood are the greedy transition parsers (spacy.TransitionBasedParser.v2) with a token-to-vector network of their
own (spacy.HashEmbedCNN or MultiHashEmbed with MaxoutWindowEncoder), as in the sm and md models of spaCy 3.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from pipeline.core.extract.model.fast.arithmetic import Floats

# What a word type (ORTH, NORM) decides; an embedding that looks at anything else cannot be remembered by type.
_TYPE_ATTRIBUTES = frozenset({"ORTH", "NORM", "LOWER", "PREFIX", "SUFFIX", "SHAPE"})
_FEATURES = 3  # the parser looks at the next word, the first of the open entity, and the one before the next


class UnsupportedModelError(Exception):
    """The model is not of a shape that the fast engine reproduces; the message says what differs."""


@dataclass(frozen=True, slots=True)
class Maxout:
    """One maxout layer with its layer normalisation; `weight` is (inputs, pieces x width)."""

    weight: Floats
    bias: Floats
    gain: Floats
    shift: Floats


@dataclass(frozen=True, slots=True)
class Embedding:
    """The hash embedding of word types: its attributes, its thinc layers, the static vectors' projection, the mix."""

    attributes: tuple[str, ...]
    hashes: tuple[tuple[int, Any], ...]
    static: Floats | None
    mix: Maxout


@dataclass(frozen=True, slots=True)
class Parser:
    """The transition parser. `lower` holds one matrix for each of its three features, from the encoder's vectors on.

    `outside` is the bias where no entity is open, `opened` what is to be added to it where one is.
    """

    lower: tuple[Floats, ...]
    outside: Floats
    opened: Floats
    closed: Floats
    closed_bias: Floats
    inside: Floats
    inside_bias: Floats
    last: Floats
    last_bias: Floats
    moves: tuple[str, ...]
    labels: tuple[str, ...]

    @property
    def hidden(self) -> int:
        """Width of the hidden layer."""
        return len(self.closed)


@dataclass(frozen=True, slots=True)
class Weights:
    """All of a pipe. `layers` are the window encoder's; it sees one word to each side a layer."""

    embedding: Embedding
    layers: tuple[Maxout, ...]
    parser: Parser


def read(nlp: Language) -> Weights:
    """The parameters of the model's `ner` pipe. Raises UnsupportedModelError."""
    try:
        return _read(nlp)
    except (AttributeError, KeyError, IndexError, StopIteration, ValueError) as error:
        raise UnsupportedModelError(
            f"its layers are not laid out as expected ({error or type(error).__name__})"
        ) from error


def _read(nlp: Language) -> Weights:
    pipe: Any = nlp.get_pipe("ner")
    model = pipe.model
    _need(model.name == "parser_model" and bool(model.attrs.get("has_upper")), "it has no upper layer")
    _need(pipe.cfg.get("beam_width", 1) == 1, "it searches with a beam")
    tok2vec = model.get_ref("tok2vec")
    _need(not _nodes(tok2vec, "tok2vec-listener"), "its word vectors come from another pipe")
    core = next(node for node in tok2vec.walk() if "embed" in node.ref_names and "encode" in node.ref_names)
    embedding = _embedding(nlp, core.get_ref("embed"))
    return Weights(embedding, _encoder(core.get_ref("encode")), _parser(pipe, _only(tok2vec, "linear")))


def _embedding(nlp: Language, embed: Any) -> Embedding:
    columns = _only(embed, "extract_features").attrs["columns"]
    attributes = tuple(_attribute(nlp, column) for column in columns)
    _need(_TYPE_ATTRIBUTES.issuperset(attributes), "its embedding looks at more than the word itself")
    vectors = _nodes(embed, "static_vectors")
    _need(len(vectors) <= 1, "it has several tables of static vectors")
    _need(not vectors or str(nlp.vocab.vectors.mode) == "default", "its static vectors are of another kind")
    _need(
        not vectors or _attribute(nlp, vectors[0].attrs["key_attr"]) == "ORTH",
        "its static vectors are looked up by another attribute",
    )
    static = _floats(vectors[0].get_param("W").T) if vectors else None
    hashes = tuple((node.attrs["column"], node) for node in _nodes(embed, "hashembed"))
    return Embedding(attributes, hashes, static, _maxout(_only(embed, "maxout"), _only(embed, "layernorm")))


def _encoder(encode: Any) -> tuple[Maxout, ...]:
    layers = tuple(map(_maxout, _nodes(encode, "maxout"), _nodes(encode, "layernorm")))
    windows = _nodes(encode, "expand_window")
    one = "residual(expand_window>>maxout>>layernorm>>dropout)"
    _need(
        len(layers) == len(windows) == len(_nodes(encode, one)) > 0,
        "its encoder is not a stack of residual window layers",
    )
    _need(all(node.attrs["window_size"] == 1 for node in windows), "its encoder's window is wider than one word")
    _need(all(layer.weight.shape[0] == 3 * len(layer.gain) for layer in layers), "its encoder's layers differ in width")
    _need(len({layer.weight.shape for layer in layers}) == 1, "its encoder's layers differ in their pieces")
    return layers


def _parser(pipe: Any, linear: Any) -> Parser:
    lower, upper = pipe.model.get_ref("lower"), pipe.model.get_ref("upper")
    weight = lower.get_param("W")
    features, hidden, pieces, inputs = weight.shape
    _need(features == _FEATURES, f"its parser looks at {features} words, not at {_FEATURES}")
    _need(pieces >= 2, "its parser has no maxout")
    # Nothing stands between the projection of the encoder's vectors and this layer: their product is one matrix.
    by_piece = weight.transpose(0, 3, 2, 1).reshape(features, inputs, pieces * hidden).astype(np.float64)
    merged = linear.get_param("W").T @ by_piece
    shift = linear.get_param("b") @ by_piece
    absent = lower.get_param("pad").reshape(features, hidden, pieces).transpose(0, 2, 1).reshape(features, -1)
    outside = shift[0] + absent[1] + absent[2] + lower.get_param("b").T.reshape(-1)
    names = [pipe.moves.get_class_name(number) for number in range(pipe.moves.n_moves)]
    unseen = pipe.model.attrs.get("unseen_classes", set())
    closed = [number for number, name in enumerate(names) if number not in unseen and (name[0] in "BU" or name == "O")]
    closed = [number for number in closed if names[number] == "O" or len(names[number]) > len("B-")]
    moves, labels = tuple(names[k][0] for k in closed), tuple(names[k][2:] for k in closed)
    inside = [names.index(f"I-{label}") if label else 0 for label in labels]
    last = [names.index(f"L-{label}") if label else 0 for label in labels]
    out, bias = _floats(upper.get_param("W")), _floats(upper.get_param("b"))
    return Parser(
        lower=tuple(_floats(part) for part in merged),
        outside=_floats(outside),
        opened=_floats(shift[1] + shift[2] - absent[1] - absent[2]),
        closed=_floats(out[closed].T),
        closed_bias=bias[closed],
        inside=out[inside],
        inside_bias=bias[inside],
        last=out[last],
        last_bias=bias[last],
        moves=moves,
        labels=labels,
    )


def _maxout(maxout: Any, norm: Any) -> Maxout:
    weight = maxout.get_param("W")
    width, pieces, inputs = weight.shape
    _need(pieces >= 2, "a layer has no maxout")
    side_by_side = weight.transpose(1, 0, 2).reshape(pieces * width, inputs).T
    bias = maxout.get_param("b").T.reshape(-1)
    return Maxout(_floats(side_by_side), _floats(bias), _floats(norm.get_param("G")), _floats(norm.get_param("b")))


def _attribute(nlp: Language, attribute: str | int) -> str:
    """The name of a token attribute, which a model's file holds by name or by number."""
    return attribute if isinstance(attribute, str) else str(nlp.vocab.strings[attribute])


def _nodes(model: Any, name: str) -> list[Any]:
    return [node for node in model.walk(order="dfs_pre") if node.name == name]


def _only(model: Any, name: str) -> Any:
    found = _nodes(model, name)
    _need(len(found) == 1, f"it has {len(found)} {name} layers where one is expected")
    return found[0]


def _floats(array: NDArray[Any]) -> Floats:
    return np.ascontiguousarray(array, dtype=np.float32)


def _need(holds: bool, otherwise: str) -> None:
    if not holds:
        raise UnsupportedModelError(otherwise)
