"""From scores of single lines to one decision about the whole article."""

import numpy as np
import numpy.typing as npt


def decide(scores: npt.NDArray[np.float64], threshold: float) -> npt.NDArray[np.bool_]:
    """Choose the lines to cut: where the article ends is one decision, taken on the sum of what lies below."""
    cut = np.zeros(len(scores), dtype=np.bool_)
    below = np.cumsum((scores - threshold)[::-1])[::-1]
    if len(scores) and below.max() > 0:
        cut[int(below.argmax()) :] = True
    return cut
