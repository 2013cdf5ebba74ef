"""The window encoder: each layer looks one word to each side, so that a vector comes to know its neighbours."""

from collections.abc import Sequence

import numpy as np

from pipeline.core.extract.model.fast.arithmetic import BLOCK, Floats, largest_piece, normalise, product
from pipeline.core.extract.model.fast.weights import Maxout

# Rows of one piece of work: with 3 x 96 inputs and outputs of 4 bytes it stays in a second-level cache.
_CHUNK = 8 * BLOCK


def encode(layers: Sequence[Maxout], words: Floats) -> Floats:
    """Words in their context. `words` is (rows, width), laid out with padding; the result has the same shape."""
    count, width = words.shape
    # One row of zeros on each side, where the first and the last row look.
    current = np.zeros((count + 2, width), np.float32)
    current[1:-1] = words
    following = np.zeros_like(current)
    for layer in layers:
        for start in range(0, count, _CHUNK):
            _chunk(layer, current, following, start, min(start + _CHUNK, count))
        current, following = following, current
    return current[1:-1]


def _chunk(layer: Maxout, current: Floats, following: Floats, start: int, end: int) -> None:
    """One layer over the rows `start` to `end`: window, maxout, normalisation, and the residual added."""
    width = current.shape[1]
    window = np.empty((end - start, 3 * width), np.float32)
    for offset in range(3):
        window[:, offset * width : (offset + 1) * width] = current[start + offset : end + offset]
    values = product(window, layer.weight)
    values += layer.bias
    seen = normalise(largest_piece(values, width), layer.gain, layer.shift)
    np.add(current[start + 1 : end + 1], seen, out=following[start + 1 : end + 1])
