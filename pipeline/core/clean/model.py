"""How likely each line is boilerplate."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from pipeline.core.clean.lines import Line

_STOPS = (".", "!", "?", "…", "”", '"', "’", "»", ":", ";", ")", "؟", "。")


def score_lines(lines: Sequence[Line]) -> npt.NDArray[np.float64]:
    """Log-odds that each line is boilerplate: short lines without a final stop, after the last paragraph."""
    scores = np.full(len(lines), -3.0)
    for index in range(len(lines) - 1, -1, -1):
        text = lines[index].text.rstrip()
        if text.endswith(_STOPS) or len(text) > 150:
            break
        scores[index] = 3.0
    return scores
