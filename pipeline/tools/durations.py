"""Durations for a person's eyes."""

import math


def duration(seconds: float) -> str:
    """Seconds as a person reads them."""
    if math.isnan(seconds):
        return "-"
    if math.isinf(seconds):
        return "never"
    if 0 < seconds < 1:
        return f"{1000 * seconds:.0f} ms"
    if seconds < 120:
        return f"{seconds:.3g} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 120 else f"{minutes / 60:.1f} h"
