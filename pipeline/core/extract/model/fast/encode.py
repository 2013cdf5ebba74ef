"""The window encoder: each layer looks one word to each side, so that a vector comes to know its neighbours.

A layer is a convolution over three words. The windows of two neighbours share two words, so four matrix products do for
both where six stood: Winograd's minimal filtering F(2, 3) ("Arithmetic complexity of computations", 1980). With x0 to
x3 for the words from the one before to the one behind the two, and l, m, r for the weights of a window's left, middle
and right:

    a = (x0 - x2) l    b = (x1 + x2) (l + m + r) / 2    c = (x2 - x1) (l - m + r) / 2    d = (x1 - x3) r
    first = a + b + c    second = b - c - d

Rows are therefore kept in two planes, so that what is added up lies side by side: `planes[0][p]` is the row before pair
p, the second one of the pair before, and `planes[1][p]` is the first row of pair p.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from pipeline.core.extract.model.fast.arithmetic import BLOCK, Floats, normalise, products
from pipeline.core.extract.model.fast.layout import Numbers
from pipeline.core.extract.model.fast.shares import Shares
from pipeline.core.extract.model.fast.weights import Maxout

# Pairs of rows of one piece of work: its numbers stay in a second-level cache.
_CHUNK = 4 * BLOCK


@dataclass(frozen=True, slots=True)
class _Filters:
    """A layer with its weights as the four filters above, each (pieces, width, width)."""

    four: Floats
    bias: Floats
    gain: Floats
    shift: Floats

    @classmethod
    def of(cls, layer: Maxout) -> "_Filters":
        """From a layer's weights, in double precision up to the rounding."""
        width = len(layer.gain)
        left, middle, right = layer.weight.astype(np.float64).reshape(3, width, -1)
        outer = (left + right) / 2
        four = np.stack([left, outer + middle / 2, outer - middle / 2, right])
        by_piece = four.reshape(4, width, -1, width).swapaxes(1, 2)
        bias = layer.bias.reshape(-1, 1, width)
        return cls(np.ascontiguousarray(by_piece, np.float32), bias, layer.gain, layer.shift)


class _Work:
    """Room for a number of pairs, used again and again: new memory costs as much as the sums."""

    def __init__(self, pairs: int, pieces: int, width: int) -> None:
        self.mixed: Floats = np.empty((4, pairs, width), np.float32)
        self.products: Floats = np.empty((4, pieces, pairs, width), np.float32)
        self.sum: Floats = np.empty((pieces, pairs, width), np.float32)
        self.shares: Floats = np.empty((2, pairs, pieces * width), np.float32)
        self.seen: Floats = np.empty((2, pairs, width), np.float32)


class _Words(NamedTuple):
    """The words of a call: in planes their types and where their shares are; what types are, and the shares."""

    types: Numbers
    places: Numbers
    vectors: Floats
    table: Floats


class Encoder:
    """All layers of a model: the first adds up what words share with any window, the others are filters."""

    def __init__(self, layers: Sequence[Maxout]) -> None:
        """`layers` are the model's, the first one first."""
        self.shares = Shares(layers[0])
        self._first = layers[0]
        self._others = [_Filters.of(layer) for layer in layers[1:]]

    def encode(self, numbers: Numbers, vectors: Floats) -> Floats:
        """Words in their context, (rows, width).

        `numbers` are word types laid out with padding, in whole blocks; `vectors` are the types' own.
        """
        pairs, width = len(numbers) // 2, vectors.shape[1]
        pieces = len(self._first.bias) // width
        chunk = _Work(min(_CHUNK, pairs), pieces, width)
        last = _Work(pairs % _CHUNK, pieces, width) if pairs > _CHUNK else chunk
        work = [(start, chunk if start + _CHUNK <= pairs else last) for start in range(0, pairs, _CHUNK)]
        current, following = (np.zeros((2, pairs + 1, width), np.float32) for _ in range(2))
        places = self.shares.places(numbers, vectors)
        words = _Words(_in_planes(numbers), _in_planes(places), vectors, self.shares.table)
        for start, room in work:
            _add_up(self._first, words, current, start, room)
        for layer in self._others:
            for start, room in work:
                _filter(layer, current, following, start, room)
            current, following = following, current
        result = np.empty((len(numbers), width), np.float32)
        result[0::2], result[1::2] = current[1, :-1], current[0, 1:]
        return result


def _add_up(layer: Maxout, words: _Words, found: Floats, start: int, work: _Work) -> None:
    """The first layer over the pairs from `start` on: shares added up, maxout, normalisation, and the words added."""
    _, pairs, width = work.seen.shape
    end = start + pairs
    (left, middle, right), (total, share) = words.table, work.shares
    before, first, second, behind = (words.places[side, start + k : end + k] for k in (0, 1) for side in (0, 1))
    for number, window in enumerate(((before, first, second), (first, second, behind))):
        np.take(left, window[0], axis=0, out=total, mode="clip")
        for table, place in ((middle, window[1]), (right, window[2])):
            np.take(table, place, axis=0, out=share, mode="clip")
            np.add(total, share, out=total)
        _largest(total.reshape(pairs, -1, width).swapaxes(0, 1), work.seen[number])
    normalise(work.seen.reshape(-1, width), layer.gain, layer.shift)
    own = work.mixed[0]
    np.take(words.vectors, words.types[1, start:end], axis=0, out=own, mode="clip")
    np.add(own, work.seen[0], out=found[1, start:end])
    np.take(words.vectors, words.types[0, start + 1 : end + 1], axis=0, out=own, mode="clip")
    np.add(own, work.seen[1], out=found[0, start + 1 : end + 1])


def _filter(layer: _Filters, current: Floats, following: Floats, start: int, work: _Work) -> None:
    """One layer over the pairs from `start` on: filters, maxout, normalisation, and the residual added."""
    _, pairs, width = work.seen.shape
    end = start + pairs
    before, second = current[0, start:end], current[0, start + 1 : end + 1]
    first, behind = current[1, start:end], current[1, start + 1 : end + 1]
    np.subtract(before, second, out=work.mixed[0])
    np.add(first, second, out=work.mixed[1])
    np.subtract(second, first, out=work.mixed[2])
    np.subtract(first, behind, out=work.mixed[3])
    products(work.mixed[:, None], layer.four, work.products)
    a, b, c, d = work.products
    b += layer.bias
    np.add(b, c, out=work.sum)
    np.subtract(b, c, out=b)
    np.add(work.sum, a, out=a)
    np.subtract(b, d, out=b)
    _largest(a, work.seen[0])
    _largest(b, work.seen[1])
    normalise(work.seen.reshape(-1, width), layer.gain, layer.shift)
    np.add(first, work.seen[0], out=following[1, start:end])
    np.add(second, work.seen[1], out=following[0, start + 1 : end + 1])


def _in_planes(numbers: Numbers) -> Numbers:
    """Numbers of rows as the rows themselves lie in the planes, 0 before the first and behind the last."""
    planes = np.zeros((2, len(numbers) // 2 + 1), np.intp)
    planes[0, 1:], planes[1, :-1] = numbers[1::2], numbers[0::2]
    return planes


def _largest(pieces: Floats, result: Floats) -> None:
    """Maxout: the largest of the pieces (pieces, rows, width), put into `result`."""
    np.maximum(pieces[0], pieces[1], out=result)
    for piece in pieces[2:]:
        np.maximum(result, piece, out=result)
