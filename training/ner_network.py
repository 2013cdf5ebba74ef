"""The network of a spaCy `ner` component in numpy, from the mix of a word's embeddings on, with its gradients.

Training through spaCy takes 200 microseconds a token and more; most of it goes into embeddings that stay as they are
and into stepping states one by one. Here the tables of embeddings and vectors are read once a word type, and the parser
follows the marked entities (teacher forcing), so that all its states are known beforehand: 60 microseconds a token.

Names follow thinc: `W`, `b` a layer's weights, `G` the gain of a layer normalisation.
"""

from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

Floats = NDArray[np.float32]
Parameters = dict[str, Floats]
_EPSILON = 1e-8


@dataclass(frozen=True)
class Batch:
    """Sequences one after another with rows of padding between: what the parser is to do at each row.

    `words` are rows of `table`, which holds a word type's embeddings side by side; -1 is padding. `closed` are rows
    that are read while no entity is open, `open` those inside one that began at `began`. `target` is the index of the
    action, `allowed` (rows, actions) which actions are possible.
    """

    table: Floats
    words: NDArray[np.int64]
    closed: NDArray[np.int64]
    closed_target: NDArray[np.int64]
    closed_allowed: NDArray[np.bool_]
    open: NDArray[np.int64]
    began: NDArray[np.int64]
    open_target: NDArray[np.int64]
    open_allowed: NDArray[np.bool_]


def nodes(model: Model[Any, Any]) -> dict[str, tuple[Model[Any, Any], str]]:
    """Where each trained parameter lies in the model, by the name that it has here."""
    tok2vec = model.get_ref("tok2vec")
    core = next(node for node in tok2vec.walk() if "embed" in node.ref_names and "encode" in node.ref_names)
    embed, encode = core.get_ref("embed"), core.get_ref("encode")
    maxouts = [node for node in encode.walk(order="dfs_pre") if node.name == "maxout"]
    norms = [node for node in encode.walk(order="dfs_pre") if node.name == "layernorm"]
    linear = next(node for node in tok2vec.walk(order="dfs_pre") if node.name == "linear")
    mix = next(node for node in embed.walk(order="dfs_pre") if node.name == "maxout")
    mix_norm = next(node for node in embed.walk(order="dfs_pre") if node.name == "layernorm")
    found = {"mix": (mix, "W"), "mix_b": (mix, "b"), "mix_gain": (mix_norm, "G"), "mix_shift": (mix_norm, "b")}
    for number, (maxout, norm) in enumerate(zip(maxouts, norms, strict=True)):
        found |= {f"W{number}": (maxout, "W"), f"b{number}": (maxout, "b")}
        found |= {f"G{number}": (norm, "G"), f"s{number}": (norm, "b")}
    found |= {"linear": (linear, "W"), "linear_b": (linear, "b")}
    lower, upper = model.get_ref("lower"), model.get_ref("upper")
    found |= {"lower": (lower, "W"), "lower_b": (lower, "b"), "pad": (lower, "pad")}
    return found | {"upper": (upper, "W"), "upper_b": (upper, "b")}


def get(model: Model[Any, Any]) -> Parameters:
    """A copy of the trained parameters."""
    return {key: np.array(node.get_param(name), dtype="f4") for key, (node, name) in nodes(model).items()}


def put(model: Model[Any, Any], parameters: Parameters) -> None:
    """Set the trained parameters."""
    for key, (node, name) in nodes(model).items():
        node.set_param(name, cast("Any", parameters[key].astype("f4")))


def loss(parameters: Parameters, batch: Batch, dropout: float, rng: np.random.Generator) -> tuple[float, Parameters]:
    """Cross entropy a state, and its gradient."""
    mixed, undo_mix = _mix(parameters, batch)
    kept = _mask(mixed.shape, dropout, rng)
    encoded, undo_encode = _encode(parameters, mixed * kept, dropout, rng)
    value, grads, d_encoded = _parse(parameters, batch, encoded)
    encoder_grads, d_mixed = undo_encode(d_encoded)
    return value, grads | encoder_grads | undo_mix(d_mixed * kept)


def _mask(shape: tuple[int, ...], dropout: float, rng: np.random.Generator) -> Floats:
    kept: Floats = ((rng.random(shape, dtype="f4") >= dropout) / np.float32(1 - dropout)).astype("f4")
    return kept


def _maxout(weight: Floats, bias: Floats, x: Floats) -> tuple[Any, Floats, Floats, Floats]:
    """A maxout layer with its normalisation, before gain and shift; and what going back needs."""
    width, pieces, inputs = weight.shape
    raw = (x @ weight.reshape(-1, inputs).T).reshape(-1, width, pieces) + bias
    best = raw.argmax(2)
    out = np.take_along_axis(raw, best[:, :, None], 2)[:, :, 0]
    centred = out - out.mean(1, keepdims=True)
    scale = 1 / np.sqrt((centred**2).mean(1, keepdims=True) + _EPSILON)
    return best, centred * scale, scale, x


def _undo_maxout(weight: Floats, gain: Floats, kept: Any, d_out: Floats) -> tuple[list[Floats], Floats]:
    """Gradients of weight, bias, gain and shift, and of the layer's raw output (flat)."""
    best, normal, scale, x = kept
    width, pieces, inputs = weight.shape
    d_normal = d_out * gain
    d_centred = d_normal - d_normal.mean(1, keepdims=True) - normal * (d_normal * normal).mean(1, keepdims=True)
    d_raw = np.zeros((len(best), width, pieces), "f4")
    np.put_along_axis(d_raw, best[:, :, None], (d_centred * scale)[:, :, None], 2)
    flat = d_raw.reshape(len(best), -1)
    grads = [(flat.T @ x).reshape(width, pieces, inputs), d_raw.sum(0), (d_out * normal).sum(0), d_out.sum(0)]
    return grads, flat


def _mix(p: Parameters, batch: Batch) -> Any:
    real = batch.words >= 0
    kept = _maxout(p["mix"], p["mix_b"], batch.table[batch.words[real]])
    mixed = np.zeros((len(real), len(p["mix_gain"])), "f4")
    mixed[real] = kept[1] * p["mix_gain"] + p["mix_shift"]

    def undo(d_mixed: Floats) -> Parameters:
        grads, _ = _undo_maxout(p["mix"], p["mix_gain"], kept, d_mixed[real])
        return dict(zip(("mix", "mix_b", "mix_gain", "mix_shift"), grads, strict=True))

    return mixed, undo


def _encode(p: Parameters, x: Floats, dropout: float, rng: np.random.Generator) -> Any:
    kept = []
    width = x.shape[1]
    for number in range(sum(key[0] == "G" for key in p)):
        window = np.zeros((len(x), 3 * width), "f4")
        window[1:, :width] = x[:-1]
        window[:, width : 2 * width] = x
        window[:-1, 2 * width :] = x[1:]
        layer = _maxout(p[f"W{number}"], p[f"b{number}"], window)
        drop = _mask(x.shape, dropout, rng)
        kept.append((layer, drop))
        x = x + (layer[1] * p[f"G{number}"] + p[f"s{number}"]) * drop
    return x, lambda d_x: _undo_encode(p, kept, d_x)


def _undo_encode(p: Parameters, kept: list[Any], d_x: Floats) -> tuple[Parameters, Floats]:
    grads: Parameters = {}
    width = d_x.shape[1]
    for number in reversed(range(len(kept))):
        layer, drop = kept[number]
        weight = p[f"W{number}"]
        found, flat = _undo_maxout(weight, p[f"G{number}"], layer, d_x * drop)
        grads |= {f"{name}{number}": grad for name, grad in zip("WbGs", found, strict=True)}
        d_window = flat @ weight.reshape(-1, weight.shape[2])
        d_x = d_x + d_window[:, width : 2 * width]
        d_x[:-1] += d_window[1:, :width]
        d_x[1:] += d_window[:-1, 2 * width :]
    return grads, d_x


def _parse(p: Parameters, batch: Batch, encoded: Floats) -> tuple[float, Parameters, Floats]:
    projected = encoded @ p["linear"].T + p["linear_b"]
    lower = p["lower"]
    features, hidden, pieces, inputs = lower.shape
    flat = [lower[number].reshape(-1, inputs) for number in range(features)]
    bias, pad = p["lower_b"].reshape(-1), p["pad"].reshape(features, -1)
    first = projected @ flat[0].T
    closed = first[batch.closed] + pad[1] + pad[2] + bias
    opened = first[batch.open] + projected[batch.began] @ flat[1].T + projected[batch.open - 1] @ flat[2].T + bias
    raw = np.concatenate([closed, opened]).reshape(-1, hidden, pieces)
    best = raw.argmax(2)
    state = np.take_along_axis(raw, best[:, :, None], 2)[:, :, 0]
    scores = state @ p["upper"].T + p["upper_b"]
    scores[~np.concatenate([batch.closed_allowed, batch.open_allowed])] = -1e9
    target = np.concatenate([batch.closed_target, batch.open_target])
    scores -= scores.max(1, keepdims=True)
    likely = np.exp(scores)
    likely /= likely.sum(1, keepdims=True)
    rows = np.arange(len(target))
    value = float(-np.log(likely[rows, target] + 1e-9).mean())
    d_scores = likely
    d_scores[rows, target] -= 1
    d_scores /= len(target)
    grads = {"upper": d_scores.T @ state, "upper_b": d_scores.sum(0)}
    d_raw: NDArray[np.float32] = np.zeros(raw.shape, "f4")
    np.put_along_axis(d_raw, best[:, :, None], (d_scores @ p["upper"])[:, :, None], 2)
    d_flat = d_raw.reshape(len(target), -1)
    d_closed, d_open = d_flat[: len(batch.closed)], d_flat[len(batch.closed) :]
    d_pad = np.zeros_like(pad)
    d_pad[1] = d_pad[2] = d_closed.sum(0)
    grads |= {"lower_b": d_flat.sum(0).reshape(p["lower_b"].shape), "pad": d_pad.reshape(p["pad"].shape)}
    d_first = np.zeros_like(first)
    d_first[batch.closed] = d_closed
    d_first[batch.open] = d_open
    d_projected = d_first @ flat[0]
    np.add.at(d_projected, batch.began, d_open @ flat[1])
    np.add.at(d_projected, batch.open - 1, d_open @ flat[2])
    d_lower = [d_first.T @ projected, d_open.T @ projected[batch.began], d_open.T @ projected[batch.open - 1]]
    grads["lower"] = np.stack(d_lower).reshape(lower.shape)
    grads |= {"linear": d_projected.T @ encoded, "linear_b": d_projected.sum(0)}
    return value, grads, d_projected @ p["linear"]
