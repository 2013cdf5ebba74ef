"""The window encoder: each layer looks one word to each side, so that a vector comes to know its neighbours.

A layer is a convolution over three words. The windows of neighbours share words, so six matrix products do for four
windows where twelve stood: Winograd's minimal filtering F(4, 3) ("Arithmetic complexity of computations", 1980). Four
words with one to each side, and the three parts of a layer's weights, are taken for the coefficients of polynomials.
Their values at five points and at infinity are multiplied, and what the windows give is put together from the products.

Rows are therefore kept in four planes, so that what is added up lies side by side: `planes[k][q + 1]` is row k of the
four rows q.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.core.extract.model.fast.arithmetic import BLOCK, Floats, largest_piece, normalise, products
from pipeline.core.extract.model.fast.layout import Numbers
from pipeline.core.extract.model.fast.shares import Shares
from pipeline.core.extract.model.fast.weights import Maxout

# Fours of rows of one piece of work: its numbers stay in a second-level cache.
_CHUNK = 2 * BLOCK
# With these points sums come out as exact as without filtering; with 1 and 2 they are half as far off again.
_POINTS = (0, 5 / 8, -5 / 8, 5 / 4, -5 / 4)
_Matrix = NDArray[np.float64]


def _transforms() -> tuple[_Matrix, _Matrix, _Matrix]:
    """From six words to their values at the points, from three weights to theirs, from six products to four windows."""
    points = np.array(_POINTS)
    words, weights, windows = np.zeros((6, 6)), np.zeros((6, 3)), np.zeros((4, 6))
    for number, point in enumerate(points):
        others = np.delete(points, number)
        words[number, :5] = np.poly(others)[::-1]
        weights[number] = point ** np.arange(3) / np.prod(point - others)
        windows[:, number] = point ** np.arange(4)
    words[5] = np.poly(points)[::-1]
    weights[5, 2] = windows[3, 5] = 1
    # The word before counts at nought alone, the one behind at infinity; both are to have the factor 1 there.
    weights[0] *= words[0, 0]
    words[0] /= words[0, 0]
    return words, weights, windows


_WORDS, _WEIGHTS, _WINDOWS = _transforms()
_INNER: Floats = _WORDS[:, 1:5].astype(np.float32)
_BACK: Floats = np.concatenate([_WINDOWS, np.ones((4, 1))], axis=1).astype(np.float32)  # the bias is a seventh product


@dataclass(frozen=True, slots=True)
class _Filters:
    """A layer with its weights at the six points: (pieces, 6, width, width)."""

    six: Floats
    bias: Floats
    gain: Floats
    shift: Floats

    @classmethod
    def of(cls, layer: Maxout) -> "_Filters":
        """From a layer's weights, in double precision up to the rounding."""
        width = len(layer.gain)
        six = np.tensordot(_WEIGHTS, layer.weight.astype(np.float64).reshape(3, width, -1), axes=1)
        by_piece = six.reshape(6, width, -1, width).transpose(2, 0, 1, 3)
        return cls(np.ascontiguousarray(by_piece, np.float32), layer.bias.reshape(-1, width), layer.gain, layer.shift)


class _Work:
    """Room for a number of fours, used again and again: new memory costs as much as the sums."""

    def __init__(self, fours: int, pieces: int, width: int) -> None:
        self.mixed: Floats = np.empty((6, fours, width), np.float32)
        self.products: Floats = np.empty((7, fours, width), np.float32)
        self.windows: Floats = np.empty((4, fours, width), np.float32)
        self.shares: Floats = np.empty((2, 4, fours, pieces * width), np.float32)
        self.seen: Floats = np.empty((4, fours, width), np.float32)


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
        # Rows that documents stand apart, whole fours. A filter takes all four of them with one to each side, and what
        # it takes from beyond a window cancels, but for its last bits.
        self.padding = -(-2 * len(layers) // 4) * 4

    def encode(self, numbers: Numbers, vectors: Floats) -> Floats:
        """Words in their context, (rows, width).

        `numbers` are word types laid out with padding, in whole blocks; `vectors` are the types' own.
        """
        fours, width = len(numbers) // 4, vectors.shape[1]
        pieces = len(self._first.bias) // width
        chunk = _Work(min(_CHUNK, fours), pieces, width)
        last = _Work(fours % _CHUNK, pieces, width) if fours > _CHUNK else chunk
        work = [(start, chunk if start + _CHUNK <= fours else last) for start in range(0, fours, _CHUNK)]
        current, following = (np.zeros((4, fours + 2, width), np.float32) for _ in range(2))
        places = self.shares.places(numbers, vectors)
        words = _Words(_in_planes(numbers), _in_planes(places), vectors, self.shares.table)
        for start, room in work:
            _add_up(self._first, words, current, start, room)
        for layer in self._others:
            for start, room in work:
                _filter(layer, current, following, start, room)
            current, following = following, current
        return current[:, 1:-1].swapaxes(0, 1).reshape(len(numbers), width)


def _add_up(layer: Maxout, words: _Words, found: Floats, start: int, work: _Work) -> None:
    """The first layer over the fours from `start` on: shares added up, maxout, normalisation, and the words added."""
    _, fours, width = work.seen.shape
    end = start + fours
    total, share = work.shares
    np.take(words.table[0], words.places[0:4, start:end], axis=0, out=total, mode="clip")
    for side in (1, 2):
        np.take(words.table[side], words.places[side : side + 4, start:end], axis=0, out=share, mode="clip")
        np.add(total, share, out=total)
    largest_piece(total, width, work.seen)
    normalise(work.seen.reshape(-1, width), layer.gain, layer.shift)
    own = work.mixed[:4]
    np.take(words.vectors, words.types[1:5, start:end], axis=0, out=own, mode="clip")
    np.add(own, work.seen, out=found[:, start + 1 : end + 1])


def _filter(layer: _Filters, current: Floats, following: Floats, start: int, work: _Work) -> None:
    """One layer over the fours from `start` on: filters, maxout, normalisation, and the residual added."""
    _, fours, width = work.seen.shape
    end = start + fours
    here = slice(start + 1, end + 1)
    np.dot(_INNER, current[:, here].reshape(4, -1), out=work.mixed.reshape(6, -1))
    work.mixed[0] += current[3, start:end]
    work.mixed[5] += current[0, start + 2 : end + 2]
    for number, (six, bias) in enumerate(zip(layer.six, layer.bias, strict=True)):
        products(work.mixed, six, work.products[:6])
        work.products[6] = bias
        windows = work.windows if number else work.seen
        np.dot(_BACK, work.products.reshape(7, -1), out=windows.reshape(4, -1))
        if number:
            np.maximum(work.seen, windows, out=work.seen)
    normalise(work.seen.reshape(-1, width), layer.gain, layer.shift)
    np.add(current[:, here], work.seen, out=following[:, here])


def _in_planes(numbers: Numbers) -> Numbers:
    """Numbers of the four rows, and of the one before and the one behind, as (6, fours); 0 beyond the ends."""
    padded = np.zeros(len(numbers) + 2, np.intp)
    padded[1:-1] = numbers
    return np.stack([padded[first : first + len(numbers) : 4] for first in range(6)])
