"""What each word adds to the encoder's first layer, by its place in the window.

Before its maxout that layer is a sum over the three words of a window, and a word's part of the sum depends on the word
alone. So it is computed once a word type, not once a window, and three rows are added where a matrix product was.
"""

import numpy as np
from numpy.typing import NDArray

from pipeline.core.extract.model.fast.arithmetic import Floats
from pipeline.core.extract.model.fast.layout import Numbers
from pipeline.core.extract.model.fast.weights import Maxout

# Types whose shares are remembered, 28 MiB of 3 x 288 floats. Those met first are mostly the commonest; the shares of
# the others are computed for each call.
KEPT = 8192


class Shares:
    """Shares by the number of a word type, for the left, the middle and the right of a window; the middle has the bias.

    They are summed in double precision and rounded, so that what stands beside a word in the product does not show in
    its share: the order of the summation, which it may change, is lost in the rounding.
    """

    def __init__(self, layer: Maxout, kept: int = KEPT) -> None:
        """`layer` is the first; `kept` bounds the types that are remembered."""
        inputs, outputs = len(layer.gain), layer.weight.shape[1]
        by_place = layer.weight.reshape(3, inputs, outputs).transpose(1, 0, 2)
        self._weight: NDArray[np.float64] = by_place.reshape(inputs, 3 * outputs).astype(np.float64)
        self._bias = np.concatenate([np.zeros(outputs), layer.bias, np.zeros(outputs)])
        self._kept = kept
        self.table: Floats = np.zeros((3, kept, outputs), np.float32)
        self.learn(0, np.zeros((1, inputs), np.float32))  # number 0 is the padding

    def learn(self, first: int, vectors: Floats) -> None:
        """Remember the shares of types with the numbers from `first` on, as far as there is room."""
        if first < self._kept:
            self._put(first, vectors[: self._kept - first])

    def places(self, numbers: Numbers, vectors: Floats) -> Numbers:
        """Where in `table` the shares of the types `numbers` are. They hold until the next call."""
        rare = numbers >= self._kept
        if not rare.any():
            return numbers
        others, again = np.unique(numbers[rare], return_inverse=True)
        self._put(self._kept, vectors[others])
        places = numbers.copy()
        places[rare] = self._kept + again
        return places

    def _put(self, first: int, vectors: Floats) -> None:
        end = first + len(vectors)
        if end > self.table.shape[1]:
            larger = np.zeros((3, 2 * end, self.table.shape[2]), np.float32)
            larger[:, : self._kept] = self.table[:, : self._kept]
            self.table = larger
        shares = np.dot(vectors.astype(np.float64), self._weight)
        shares += self._bias
        self.table[:, first:end] = shares.reshape(len(vectors), 3, -1).transpose(1, 0, 2)
