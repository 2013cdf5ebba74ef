"""Numbers as whole multiples of 1/512, so that sums come out the same in any order and in any company.

Many articles are measured at once, and what is said of one must not depend on the others. Sums of floating-point
numbers depend on their order; sums of integers do not. So features are integers, in 512ths: finer than any threshold
needs, and with 16 bits they reach from -64 to 64. Sums of 20,000 lines of them fit into 32 bits.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

Fixed = npt.NDArray[np.int16]
Integers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

ONE = 512
_LARGEST = 64 * ONE - 1
_LOGS = 1 << 16


def fixed(values: npt.NDArray[Any]) -> Fixed:
    """The nearest multiples of 1/512; beyond the range of 16 bits the last one."""
    result: Fixed = np.clip(np.rint(values * ONE), -_LARGEST, _LARGEST).astype(np.int16)
    return result


def whole(values: npt.NDArray[Any]) -> Fixed:
    """The same for whole numbers (from -63 to 63) and flags, which need no rounding."""
    return values.astype(np.int16) * np.int16(ONE)


def ratio(part: npt.NDArray[Any], of: npt.NDArray[Any] | int) -> Fixed:
    """`part / of` for whole numbers; `of` must not be 0."""
    return np.rint(part * ONE / of).astype(np.int16)


def mean(total: npt.NDArray[Any], of: npt.NDArray[Any] | int) -> Fixed:
    """`total / of`, where `total` is in 512ths already; `of` must not be 0."""
    return np.rint(total / of).astype(np.int16)


_LOG = fixed(np.log1p(np.arange(_LOGS)))


def log(counts: npt.NDArray[Any]) -> Fixed:
    """log(1 + count); counts above 65,535 are taken for that. From a table, which gives the same anywhere."""
    return _LOG.take(counts, mode="clip")
