"""Matrix products and layers that give a row the same bits whatever other rows are computed with it.

A BLAS works on blocks of rows, and where a row stands in its block can change its last bits. So `product` is only for
arrays laid out in whole blocks, in which every document begins a block; `product_by_row` is for rows gathered from
anywhere. Sums along a row go through numpy's own loops, which see one row at a time.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
# A multiple of the register blocks (4, 6, 8, 12, 16, 24 rows) of OpenBLAS's single-precision kernels.
BLOCK = 48
# thinc's layer normalisation adds it to the variance.
_EPSILON = np.float32(1e-8)


def whole_blocks(rows: int) -> int:
    """`rows` rounded up to whole blocks."""
    return -(-rows // BLOCK) * BLOCK


def product(left: Floats, right: Floats, result: Floats | None = None) -> Floats:
    """`left @ right` for a `left` of whole blocks, put into `result` if one is given. Shapes (n, k) and (k, m)."""
    assert len(left) % BLOCK == 0
    found: Floats = np.dot(left, right, out=result)
    return found


def products(left: Floats, right: Floats, result: Floats) -> None:
    """`left @ right` for many matrices at once, put into `result`. The last two axes are those of `product`.

    Rows come in quarters of blocks. These twelve are whole blocks for all kernels that OpenBLAS has for x86 processors;
    with those of 8 or 16 rows last bits might depend on the company.
    """
    assert left.shape[-2] % (BLOCK // 4) == 0
    np.matmul(left, right, out=result)


def product_by_row(left: Floats, right: Floats) -> Floats:
    """`left @ right`, row by row, for any number of rows. Shapes (n, k) and (k, m)."""
    result: Floats = np.matmul(left[:, None, :], right)[:, 0]
    return result


def largest_piece(values: Floats, width: int, result: Floats | None = None) -> Floats:
    """Maxout: the pieces lie side by side, (..., pieces x width); the largest of each, (..., width)."""
    largest: Floats = np.maximum(values[..., :width], values[..., width : 2 * width], out=result)
    for start in range(2 * width, values.shape[-1], width):
        np.maximum(largest, values[..., start : start + width], out=largest)
    return largest


def normalise(values: Floats, gain: Floats, bias: Floats) -> Floats:
    """Layer normalisation, in place: each row to mean 0 and variance 1, then scaled and moved."""
    mean = np.einsum("ij->i", values)  # a third of the time of values.mean(axis=1)
    mean *= np.float32(1 / values.shape[1])
    values -= mean[:, None]
    variance = np.einsum("ij,ij->i", values, values) / np.float32(values.shape[1]) + _EPSILON
    values *= (1 / np.sqrt(variance))[:, None]
    values *= gain
    values += bias
    return values
